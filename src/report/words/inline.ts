import type { PhrasingContent } from 'mdast';
import { saysVerdict } from '../../analysis/gate/words.js';
import type { PublishedObservation } from '../../disclosure/model.js';
import type { Sentence } from '../model.js';
import type { ProfileView } from '../view.js';
import type { Problem } from './model.js';
import { strays } from './plainText.js';
import { follow, sameNumber } from './reference.js';

/** Where a text stands: its file, and how far its lines lie below those of the file. */
export interface Place {
  readonly file: string;
  readonly linesAbove: number;
}

interface At {
  readonly line: number;
  readonly column: number;
}

const INSERTED = /\{\{([^{}]+)\}\}/g;

/** A number that counts nothing in the report. */
const PLAIN = 'plain';

/** Reads phrases of Markdown as plain text: emphasis is dropped, references are checked, `{{...}}` is filled in. */
export class InlineReader {
  readonly problems: Problem[] = [];

  constructor(
    private readonly view: ProfileView,
    private readonly place: Place,
  ) {}

  read(nodes: readonly PhrasingContent[]): Sentence {
    const records = new Set<string>();
    const text = nodes.map((node) => this.phrase(node, records)).join('');
    return { text: text.replaceAll(/\s*\n\s*/g, ' ').trim(), records: [...records] };
  }

  /** Notes something that the analyst must put right. */
  report(at: At, message: string, remedy: string): void {
    const { file, linesAbove } = this.place;
    this.problems.push({ file, line: at.line + linesAbove, column: at.column, message, remedy });
  }

  private phrase(node: PhrasingContent, records: Set<string>): string {
    const at: At = node.position?.start ?? { line: 1, column: 1 };
    switch (node.type) {
      case 'text':
        return this.plain(node.value, at, records);
      case 'emphasis':
      case 'strong':
        return node.children.map((child) => this.phrase(child, records)).join('');
      case 'break':
        return ' ';
      case 'link': {
        const written = node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
        return this.linked(written, node.url, at, records);
      }
      default:
        this.report(
          at,
          'Only text, emphasis and references can stand here.',
          'Take out pictures, code and HTML.',
        );
        return '';
    }
  }

  private plain(value: string, start: At, records: Set<string>): string {
    const checked = value.replace(INSERTED, (whole: string) => ' '.repeat(whole.length));
    for (const { at, message, remedy } of strays(checked))
      this.report(within(value, start, at), message, remedy);
    return value.replace(INSERTED, (whole: string, reference: string, at: number) => {
      const found = follow(this.view, reference.trim());
      if (found.kind === 'figure') {
        remember(found.observation, records);
        return found.text;
      }
      this.report(
        within(value, start, at),
        found.kind === 'nothing' ? found.message : 'A verdict cannot be filled in.',
        found.kind === 'nothing' ? found.remedy : 'Write the word and tie it to the verdict: [higher](M02~).',
      );
      return whole;
    });
  }

  private linked(written: string, reference: string, at: At, records: Set<string>): string {
    if (reference === PLAIN) return written;
    const found = follow(this.view, decodeURI(reference));
    switch (found.kind) {
      case 'nothing':
        this.report(at, found.message, found.remedy);
        return written;
      case 'figure':
        remember(found.observation, records);
        if (found.hidden) {
          this.report(
            at,
            `This edition does not show ${reference}: a number stands here in the text.`,
            `Leave it out, write {{${reference}}} for the symbol, or put the sentence into a file for the edition that shows it.`,
          );
        } else if (!sameNumber(written, found.text)) {
          this.report(
            at,
            `The text says "${written}"; ${reference} is ${found.text}.`,
            `Correct it, or write {{${reference}}} to have it filled in.`,
          );
        }
        return written;
      case 'verdict': {
        const { statement } = found;
        if (statement === undefined || statement.verdict === 'confidential') {
          this.report(
            at,
            `There is no verdict on ${reference} in this edition.`,
            'Leave the comparison out.',
          );
          return written;
        }
        records.add(statement.id);
        if (!saysVerdict(statement.verdict, written)) {
          this.report(
            at,
            `The text says "${written}"; the verdict on ${reference.slice(0, -1)} is "${statement.verdict}".`,
            'Say no more than the verdict does.',
          );
        }
        return written;
      }
    }
  }
}

/** The line and column of a place within a text that may run over several lines. */
function within(text: string, start: At, at: number): At {
  const before = text.slice(0, at).split('\n');
  const last = before.at(-1) ?? '';
  return before.length === 1
    ? { line: start.line, column: start.column + last.length }
    : { line: start.line + before.length - 1, column: last.length + 1 };
}

function remember(o: PublishedObservation, records: Set<string>): void {
  records.add(`${o.indicator}|${o.area}|${o.period}`);
}

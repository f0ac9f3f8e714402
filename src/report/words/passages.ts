import type { RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Sentence } from '../model.js';
import type { ProfileView } from '../view.js';
import { InlineReader, type Place } from './inline.js';
import type { Passage, Problem } from './model.js';

/** Text in Markdown: paragraphs, headings and lists; anything else is a problem with its place. */
export function passagesOf(
  view: ProfileView,
  text: string,
  place: Place,
): { readonly passages: readonly Passage[]; readonly problems: readonly Problem[] } {
  const reader = new InlineReader(view, place);
  const passages = fromMarkdown(text).children.flatMap((node) => blockOf(reader, node));
  return { passages, problems: reader.problems };
}

/** One line of Markdown, such as the text of a recommendation. */
export function lineOf(
  view: ProfileView,
  text: string,
  place: Place,
): { readonly sentence: Sentence; readonly problems: readonly Problem[] } {
  const { passages, problems } = passagesOf(view, text, place);
  return {
    sentence: {
      text: passages.map(({ sentence }) => sentence.text).join(' '),
      records: [...new Set(passages.flatMap(({ sentence }) => sentence.records))],
    },
    problems,
  };
}

function blockOf(reader: InlineReader, node: RootContent): Passage[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', sentence: reader.read(node.children) }];
    case 'paragraph':
      return [{ kind: 'paragraph', sentence: reader.read(node.children) }];
    case 'list':
      return node.children.flatMap((item) =>
        item.children.flatMap((child): Passage[] =>
          child.type === 'paragraph'
            ? [{ kind: 'item', sentence: reader.read(child.children) }]
            : blockOf(reader, child),
        ),
      );
    case 'html':
      // A comment is the analyst's own note.
      if (/^<!--[\s\S]*-->$/.test(node.value.trim())) return [];
      break;
    default:
  }
  reader.report(
    node.position?.start ?? { line: 1, column: 1 },
    'Only paragraphs, headings and lists can stand here.',
    'Take out tables, code, quotations and HTML.',
  );
  return [];
}

import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import * as z from 'zod';
import type { ProfileView } from '../view.js';
import { FOUR_P, type Problem, type Recommendation, VOLT } from './model.js';
import { lineOf } from './passages.js';

const indicator = z.string().regex(/^[A-Z]\d{2}[A-Z]?$/, 'must be the code of an indicator, such as M19');

const entry = z.strictObject({
  id: z.string().regex(/^R\d+$/, 'must be R and a number, such as R1'),
  text: z.string().min(1),
  four_p: z.enum(FOUR_P),
  volt: z.enum(VOLT),
  owner: z.string().min(1).nullable().default(null),
  due: z.iso.date('must be a date such as "2019-03-31"').nullable().default(null),
  measure: indicator.nullable().default(null),
  evidence: z.array(indicator).default([]),
});

const FENCE = /^---\n([\s\S]*?)\n---\s*(?:\n|$)/;

/** Recommendations from the block between two lines of `---` at the head of the file, a list called `recommendations`. */
export function recommendationsOf(
  view: ProfileView,
  text: string,
  file: string,
): { readonly recommendations: readonly Recommendation[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const yaml = FENCE.exec(text)?.[1];
  const say = (line: number, column: number, message: string, remedy: string): void => {
    problems.push({ file, line, column, message, remedy });
  };
  if (yaml === undefined) {
    say(
      1,
      1,
      'The file does not begin with a block between two lines of ---.',
      'See `profile init` for an example.',
    );
    return { recommendations: [], problems };
  }
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter });
  // The first line of the file is the fence.
  const at = (offset: number | undefined): { line: number; col: number } => {
    const { line, col } = counter.linePos(offset ?? 0);
    return { line: line + 1, col };
  };
  for (const error of document.errors) {
    const { line, col } = at(error.pos[0]);
    say(line, col, 'This is not valid YAML.', 'Check the indentation, quotation marks and colons.');
  }
  const list = isMap(document.contents) ? document.contents.get('recommendations', true) : null;
  if (document.errors.length > 0) return { recommendations: [], problems };
  if (!isSeq(list)) {
    say(
      2,
      1,
      'There is no list called recommendations.',
      'Begin with "recommendations:" and one "- id: R1" for each.',
    );
    return { recommendations: [], problems };
  }
  const seen = new Set<string>();
  const recommendations = list.items.flatMap((item): Recommendation[] => {
    const { line, col } = at(isMap(item) ? item.range?.[0] : undefined);
    const parsed = entry.safeParse(isMap(item) ? item.toJSON() : null);
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues)
        say(line, col, `${path.join('.') || 'The entry'}: ${message}`, 'See `profile init` for an example.');
      return [];
    }
    const { id, text: words, four_p: fourP, volt, ...rest } = parsed.data;
    if (seen.has(id))
      say(line, col, `${id} is there twice.`, 'Give each recommendation a number of its own.');
    seen.add(id);
    for (const named of [...rest.evidence, ...(rest.measure === null ? [] : [rest.measure])]) {
      if (view.info(named) === undefined)
        say(line, col, `${named} is not an indicator that this edition carries.`, 'See docs/indicators.md.');
    }
    const read = lineOf(view, words, { file, linesAbove: line - 1 });
    problems.push(...read.problems);
    return [{ id, text: read.sentence, fourP, volt, ...rest }];
  });
  return { recommendations, problems };
}

import { readReferenceCsv } from '../reference/files.js';

/** Spellings of "no value" that are always blank, whatever the field. */
const ALWAYS = ['', '-', '--', 'n/k', 'n.k.', 'nan', '#ref!', '#name?', '(blank)', 'blank'];

let marks: ReadonlySet<string> | undefined;

/**
 * True when a cell stands for "no value": blank, or a mark of reference/codelists/null_like_values.csv.
 * A code list is asked first, so that its own "U", "NS" or "Unknown" stays an answer.
 */
export function isMissingMark(text: string): boolean {
  marks ??= new Set([
    ...ALWAYS,
    ...readReferenceCsv('codelists/null_like_values.csv').map((row) =>
      (row['value'] ?? '').trim().toLowerCase(),
    ),
  ]);
  return marks.has(text.trim().toLowerCase());
}

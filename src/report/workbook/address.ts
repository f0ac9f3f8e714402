import { type BookSheet, type BookTable, headRow } from './model.js';

const LETTERS = 26;

/** Letters of a column: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const before = index < LETTERS ? '' : columnLetters(Math.floor(index / LETTERS) - 1);
  return before + String.fromCharCode(65 + (index % LETTERS));
}

/** First and last cell of a sheet's table, the heading row included. A table without rows keeps one empty row. */
export function tableCorners(sheet: BookSheet, table: BookTable): readonly [string, string] {
  const head = headRow(sheet);
  const last = columnLetters(table.columns.length - 1);
  return [`A${head}`, `${last}${head + Math.max(1, table.rows.length)}`];
}

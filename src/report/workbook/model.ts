import type { PublishedNumber } from '../../disclosure/model.js';
import type { NumberFormat } from '../numbers.js';

/**
 * A cell of a workbook. Text is one line; a link leads to the cell A1 of another sheet of the same workbook. There is
 * no cell for a formula, and none for a number that did not come through disclosure control.
 */
export type BookCell =
  | { readonly text: string; readonly link?: string }
  | { readonly number: PublishedNumber; readonly format: NumberFormat };

export interface BookColumn {
  /** Not empty, and told from the other titles of the table without regard to case. */
  readonly title: string;
  readonly align: 'left' | 'right';
  /** In widths of a digit. */
  readonly width: number;
}

export interface BookRow {
  /** As many as the table has columns. */
  readonly cells: readonly BookCell[];
  readonly total: boolean;
}

/** The one table of a sheet: it starts in column A, right below the lines, and nothing comes after it. */
export interface BookTable {
  /** Unique in the workbook; letters, digits and underscores. */
  readonly name: string;
  readonly columns: readonly BookColumn[];
  readonly rows: readonly BookRow[];
}

/** A line in column A: `paragraph` is wrapped, `line` runs over the columns to its right. */
export interface BookLine {
  readonly role: 'title' | 'heading' | 'line' | 'paragraph';
  readonly text: string;
}

export interface BookSheet {
  /** Unique in the workbook; letters, digits and underscores, 31 at most. */
  readonly name: string;
  readonly lines: readonly BookLine[];
  /** Null on the cover, whose column A is as wide as a page. */
  readonly table: BookTable | null;
}

/** A workbook in neither format: both writers print the same one. */
export interface Workbook {
  readonly title: string;
  readonly subject: string;
  readonly creator: string;
  /** Printed above every page; null where the edition is not marked. */
  readonly printHeader: string | null;
  /** The cover comes first. */
  readonly sheets: readonly BookSheet[];
}

/** Width of the cover's only column. */
export const PAGE_WIDTH = 90;

/** Number of the row that heads a sheet's table; the first row is 1. */
export function headRow(sheet: BookSheet): number {
  return sheet.lines.length + 1;
}

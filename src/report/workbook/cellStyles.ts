import { decimalsOf, type NumberFormat } from '../numbers.js';
import type { BookCell, BookColumn, BookLine, BookRow } from './model.js';

/** How a cell looks: Arial throughout, without fill, border or merge. */
export interface CellStyle {
  /** Letters only: the style's name in the OpenDocument file. */
  readonly name: string;
  readonly points: 12 | 16;
  readonly bold: boolean;
  readonly align: 'start' | 'end';
  readonly vertical: 'top' | 'bottom';
  readonly wrap: boolean;
  readonly format: NumberFormat | null;
}

const PLAIN: CellStyle = {
  name: 'line',
  points: 12,
  bold: false,
  align: 'start',
  vertical: 'bottom',
  wrap: false,
  format: null,
};

/** All number formats, in the order in which both files declare them. */
export const FORMATS: readonly NumberFormat[] = [
  'count',
  'percent',
  'rate',
  'ratio',
  'days',
  'hours',
  'years',
];

function bodyStyles(bold: boolean, prefix: string): readonly CellStyle[] {
  const body: CellStyle = { ...PLAIN, bold, vertical: 'top' };
  return [
    { ...body, name: `${prefix}text`, wrap: true },
    { ...body, name: `${prefix}symbol`, align: 'end' },
    ...FORMATS.map((format): CellStyle => ({ ...body, name: `${prefix}${format}`, align: 'end', format })),
  ];
}

/** Every style that a cell can have; the first is the default of a new cell. */
export const STYLES: readonly CellStyle[] = [
  PLAIN,
  { ...PLAIN, name: 'title', points: 16, bold: true },
  { ...PLAIN, name: 'heading', bold: true },
  { ...PLAIN, name: 'paragraph', wrap: true, vertical: 'top' },
  { ...PLAIN, name: 'head', bold: true, wrap: true },
  { ...PLAIN, name: 'headright', bold: true, wrap: true, align: 'end' },
  ...bodyStyles(false, ''),
  ...bodyStyles(true, 'total'),
];

/** Name of the style of a line above a table or on the cover. */
export function lineStyle(line: BookLine): string {
  return line.role;
}

/** Name of the style of a column's heading. */
export function headStyle(column: BookColumn): string {
  return column.align === 'right' ? 'headright' : 'head';
}

/** Name of the style of a table's cell. It follows from unit and column, never from the value. */
export function cellStyle(cell: BookCell, row: BookRow, column: BookColumn | undefined): string {
  const prefix = row.total ? 'total' : '';
  if ('number' in cell) return `${prefix}${cell.format}`;
  return `${prefix}${column?.align === 'right' ? 'symbol' : 'text'}`;
}

/** A number format in the code that both formats' programs show: `#,##0.0`, or `#,##0"%"` for shares from 0 to 100. */
export function formatCode(format: NumberFormat): string {
  const decimals = decimalsOf(format);
  const fraction = decimals === 0 ? '' : `.${'0'.repeat(decimals)}`;
  return `#,##0${fraction}${format === 'percent' ? '"%"' : ''}`;
}

import type { Figure } from '../../disclosure/model.js';
import type { Table } from '../model.js';
import { MARKS, SYMBOLS } from '../symbols.js';

/**
 * One line that explains the symbols that really stand in the given figures, and the mark of old numbers; null when there is none.
 */
export function shorthandText(figures: readonly Figure[]): string | null {
  const used = new Set(figures.flatMap((figure) => ('symbol' in figure ? [figure.symbol] : [])));
  const isKept = figures.some((figure) => 'number' in figure && figure.asFirst === true);
  const parts = [
    ...SYMBOLS.filter(({ symbol }) => used.has(symbol)).map(({ symbol, title }) => `[${symbol}] ${title}`),
    ...MARKS.filter(({ mark }) => mark === 'f' && isKept).map(({ mark, title }) => `[${mark}] ${title}`),
  ];
  return parts.length === 0 ? null : `${parts.join('; ')}.`;
}

/** All figures in a table's cells. */
export function tableFigures(table: Omit<Table, 'kind'>): readonly Figure[] {
  return table.rows.flatMap((row) => row.cells.flatMap((cell) => ('figure' in cell ? [cell.figure] : [])));
}

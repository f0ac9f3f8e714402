import type { Figure } from '../../disclosure/model.js';
import type { Table } from '../model.js';
import { SYMBOLS } from '../symbols.js';

/**
 * One line that explains the symbols that really stand in the given figures; null when there is none.
 */
export function shorthandText(figures: readonly Figure[]): string | null {
  const used = new Set(figures.flatMap((figure) => ('symbol' in figure ? [figure.symbol] : [])));
  const parts = SYMBOLS.filter(({ symbol }) => used.has(symbol));
  return parts.length === 0
    ? null
    : `${parts.map(({ symbol, title }) => `[${symbol}] ${title}`).join('; ')}.`;
}

/** All figures in a table's cells. */
export function tableFigures(table: Omit<Table, 'kind'>): readonly Figure[] {
  return table.rows.flatMap((row) => row.cells.flatMap((cell) => ('figure' in cell ? [cell.figure] : [])));
}

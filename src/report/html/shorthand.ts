import type { Figure, Symbol as Shorthand } from '../../disclosure/model.js';
import type { Table } from '../model.js';

const MEANING: Readonly<Record<Shorthand, string>> = {
  c: 'hidden to protect children (a small number, or one that would give a small number away)',
  x: 'not available',
  z: 'not applicable',
  w: 'none recorded',
  u: 'too few for a reliable figure',
};

/**
 * One line that explains the symbols that really stand in the given figures; null when there is none.
 */
export function shorthandText(figures: readonly Figure[]): string | null {
  const used = new Set(figures.flatMap((figure) => ('symbol' in figure ? [figure.symbol] : [])));
  const parts = (['c', 'x', 'z', 'w', 'u'] as const).filter((symbol) => used.has(symbol));
  return parts.length === 0 ? null : `${parts.map((symbol) => `[${symbol}] ${MEANING[symbol]}`).join('; ')}.`;
}

/** All figures in a table's cells. */
export function tableFigures(table: Omit<Table, 'kind'>): readonly Figure[] {
  return table.rows.flatMap((row) => row.cells.flatMap((cell) => ('figure' in cell ? [cell.figure] : [])));
}

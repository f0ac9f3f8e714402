import { endName, type Pattern } from './repaired.js';
import { type End, ruledOut, type Table, tablesFor, type Work } from './work.js';

/** Cells that are tried one by one: all of a small system, the dearest of a larger one. */
function mostTries(cells: number): number {
  if (cells <= 400) return cells;
  return cells <= 2000 ? 250 : 40;
}

/**
 * Prints needless cells again: at once those that no table moves, since every table then stays valid; then one by one, the dearest first, those for which the tables that
 * move them can be replaced.
 */
export async function prune(work: Work, pattern: Pattern): Promise<ReadonlySet<number>> {
  const { system, primary } = work;
  const hidden = new Set(pattern.hidden);
  const tables = new Map(pattern.tables);
  const movers = (cell: number): readonly { readonly end: End; readonly table: Table }[] =>
    [...tables.values()].filter(({ table }) => table.has(cell));
  const secondary = [...hidden]
    .filter((cell) => !primary.has(cell))
    .sort((a, b) => (system.cells[b]?.cost ?? 0) - (system.cells[a]?.cost ?? 0) || a - b);
  let tries = mostTries(system.cells.length);
  for (const cell of secondary) {
    const affected = movers(cell).map(({ end }) => end);
    if (affected.length === 0) {
      hidden.delete(cell);
      continue;
    }
    if (tries-- <= 0) continue;
    hidden.delete(cell);
    const instead = await replaced(work, hidden, affected);
    if (instead === null) hidden.add(cell);
    else
      affected.forEach((end, i) => {
        const table = instead[i];
        if (table !== undefined) tables.set(endName(end), { end, table });
      });
  }
  return hidden;
}

/** Other tables for ends; null when one of them has none. */
async function replaced(
  work: Work,
  hidden: ReadonlySet<number>,
  ends: readonly End[],
): Promise<readonly Table[] | null> {
  if (ruledOut(work, hidden, ends).length > 0) return null;
  const found = await tablesFor(work, hidden, ends);
  const there = found.filter((table) => table !== null);
  return there.length === ends.length ? there : null;
}

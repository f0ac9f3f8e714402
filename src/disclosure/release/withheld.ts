import { worthOf } from '../worth.js';
import type { Relation } from './counts.js';
import type { Table } from './search.js';
import { type End, solved } from './solved.js';
import type { Web } from './web.js';

/** How many relations away old numbers are looked for, one after the other. */
const STEPS = [1, 2, 4, Number.POSITIVE_INFINITY];

/**
 * What is told by old numbers that stand in the place of new ones, and must not be told if what is narrowed is to be kept: those close by first, and of them only those that matter.
 * @param hidden counts that are hidden besides
 * @returns the counts, by number; none when it would not help
 */
export async function withheldFor(
  web: Web,
  open: readonly End[],
  hidden: ReadonlySet<number>,
): Promise<readonly number[]> {
  const { counts, relations } = web.system;
  const isUnknown = (count: number): boolean => counts[count]?.standing !== 'known' || hidden.has(count);
  const from = open.map(({ count }) => count);
  const byCell = new Map<number, Set<number>>();
  /** By end, the table that was found for it last. */
  const tables = new Map<End, Table>();
  const stillOpen = (cells: Iterable<number>, ends: readonly End[]): Promise<readonly End[]> =>
    solved(
      web,
      new Set([...hidden, ...[...cells].flatMap((cell) => [...(byCell.get(cell) ?? [])])]),
      ends,
      (end, table) => tables.set(end, table),
    );
  const noteAround = (steps: number): void => {
    for (const k of web.around(from, isUnknown, steps).relations) {
      const relation = relations[k];
      for (const count of relation === undefined ? [] : [relation.total, ...relation.parts]) {
        const cell = counts[count]?.mayWithhold;
        if (cell !== undefined) byCell.set(cell, (byCell.get(cell) ?? new Set()).add(count));
      }
    }
  };
  // Most are helped by none of them, however far away.
  noteAround(Number.POSITIVE_INFINITY);
  if (byCell.size === 0) return [];
  const past = new Set(await stillOpen(byCell.keys(), open));
  const helped = open.filter((end) => !past.has(end));
  if (helped.length === 0) return [];
  byCell.clear();
  let left: readonly End[] = helped;
  for (const steps of STEPS) {
    const before = byCell.size;
    noteAround(steps);
    if (byCell.size > before) left = await stillOpen(byCell.keys(), left);
    if (left.length === 0) break;
  }
  const worth = (cell: number): number =>
    Math.max(
      ...[...(byCell.get(cell) ?? [])].map((c) => worthOf(counts[c]?.name ?? '', counts[c]?.value ?? 0)),
    );
  /** Whether a table would not be one if what an old number tells held. */
  const isNeeded = (cell: number, end: End): boolean => {
    const table = tables.get(end);
    const there = (count: number, own: number): number =>
      (count === own ? undefined : table?.get(count)) ?? counts[count]?.value ?? 0;
    return [...(byCell.get(cell) ?? [])].some((own) =>
      [...web.uses(own)].some((k) => {
        const { total, parts, lower, upper } = relations[k] as Relation;
        const rest = parts.reduce((sum, part) => sum + there(part, own), 0) - there(total, own);
        return rest < lower || rest > upper;
      }),
    );
  };
  const needed = new Set(byCell.keys());
  /** Gives those back without which it works too, many at once where that does. Ends of which the table holds with them do not need them taken back. */
  const giveBack = async (cells: readonly number[]): Promise<void> => {
    for (const cell of cells) needed.delete(cell);
    const touched = helped.filter((end) => cells.some((cell) => isNeeded(cell, end)));
    const before = new Map(touched.flatMap((end) => [[end, tables.get(end)] as const]));
    if (touched.length === 0 || (await stillOpen(needed, touched)).length === 0) return;
    for (const [end, table] of before) if (table !== undefined) tables.set(end, table);
    for (const cell of cells) needed.add(cell);
    if (cells.length === 1) return;
    const half = Math.ceil(cells.length / 2);
    await giveBack(cells.slice(0, half));
    await giveBack(cells.slice(half));
  };
  await giveBack([...needed].toSorted((a, b) => worth(b) - worth(a) || a - b));
  return [...needed].flatMap((cell) => [...(byCell.get(cell) ?? [])]);
}

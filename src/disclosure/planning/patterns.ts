import { type Change, cheapestTable, type PriceOf } from './cheapestTable.js';
import { type End, endsOf, requirementOf, type Work } from './work.js';

/** Atoms that may change in a table; tried in turn. */
const BLOCKS = [24, 80, 400, 4000] as const;

/** A pattern in which every end can be reached: the secondary cells that some table moves. */
export interface Pattern {
  readonly secondary: ReadonlySet<number>;
  readonly cost: number;
  /** The table for each end. */
  readonly tables: ReadonlyMap<string, { readonly end: End; readonly change: Change }>;
}

/**
 * Finds a table for every end, one after the other, among cells that are hidden already: cells that earlier tables move cost nothing more, so later ones make use of them.
 * Whatever no table moves can be printed again.
 * @param hidden a pattern in which every end can be reached
 * @param order ends, the hardest first
 * @returns null when a table was not found close by
 */
export function sparse(work: Work, hidden: ReadonlySet<number>, order: readonly End[]): Pattern | null {
  const { primary } = work;
  const secondary = new Set<number>();
  const price: PriceOf = (cell) => {
    if (primary.has(cell) || secondary.has(cell)) return 0;
    return hidden.has(cell) ? fullPrice(work, cell) : null;
  };
  const tables = new Map<string, { end: End; change: Change }>();
  const ends = new Map(order.map((end) => [nameOf(end), end]));
  for (const end of order) {
    if (tables.has(nameOf(end))) continue;
    const change = tableFor(work, price, end);
    if (change === null) return null;
    for (const cell of change.keys()) if (!primary.has(cell)) secondary.add(cell);
    for (const name of servedBy(work, change)) {
      const served = ends.get(name);
      if (served !== undefined && !tables.has(name)) tables.set(name, { end: served, change });
    }
  }
  return { secondary, tables, cost: costOf(work, secondary) };
}

function costOf({ system: { cells } }: Work, secondary: Iterable<number>): number {
  let cost = 0;
  for (const cell of secondary) cost += cells[cell]?.cost ?? 0;
  return cost;
}

/**
 * The same pattern with what turns out to be needless printed again, the dearest first: a cell is needless when every table that moves it can be replaced by one that moves
 * only other hidden cells.
 * @param searches so many tables are looked for at most
 */
export function pruned(work: Work, pattern: Pattern, searches: number): Pattern {
  const { system, primary } = work;
  const secondary = new Set(pattern.secondary);
  const tables = new Map(pattern.tables);
  const movers = new Map<number, Set<string>>();
  const note = (name: string, change: Change, there: boolean): void => {
    for (const cell of change.keys()) {
      const names = movers.get(cell) ?? new Set();
      movers.set(cell, names);
      if (there) names.add(name);
      else names.delete(name);
    }
  };
  for (const [name, { change }] of tables) note(name, change, true);
  let left = searches;
  const dearest = [...secondary].sort(
    (a, b) => (system.cells[b]?.cost ?? 0) - (system.cells[a]?.cost ?? 0) || a - b,
  );
  for (const cell of dearest) {
    const without: PriceOf = (other) =>
      primary.has(other)
        ? 0
        : other !== cell && secondary.has(other)
          ? LITTLE * (fullPrice(work, other) ?? 1)
          : null;
    const instead: (readonly [string, { end: End; change: Change }])[] = [];
    let needed = false;
    for (const name of movers.get(cell) ?? []) {
      const end = tables.get(name)?.end;
      const change = end === undefined || left-- <= 0 ? null : tableFor(work, without, end, NEAREST);
      if (end === undefined || change === null) {
        needed = true;
        break;
      }
      instead.push([name, { end, change }]);
    }
    if (needed) continue;
    secondary.delete(cell);
    for (const [name, table] of instead) {
      note(name, tables.get(name)?.change ?? new Map(), false);
      tables.set(name, table);
      note(name, table.change, true);
    }
  }
  return { secondary, tables, cost: costOf(work, secondary) };
}

/** Hidden cells cost next to nothing, and a little, so that tables move few of them. */
const LITTLE = 1e-3;

/** Looking for another table, the atoms close by do. */
const NEAREST = 2;

/** The price of a cell that could also be printed; a little more where a table can move it further. */
export function fullPrice({ system: { cells, forced } }: Work, cell: number): number | null {
  return forced.has(cell) ? null : (cells[cell]?.cost ?? 1);
}

function nameOf({ target, side }: End): string {
  return `${target} ${side}`;
}

function tableFor(work: Work, price: PriceOf, end: End, blocks: number = BLOCKS.length): Change | null {
  const { solver, system, holders, sensitive } = work;
  const sizes = BLOCKS.slice(0, blocks).filter(
    (_, i) => i === 0 || (BLOCKS[i - 1] ?? 0) < system.atoms.length,
  );
  const value = sensitive[end.target]?.value ?? 0;
  // Where only exact disclosure counts, one less does as well as one more.
  const ways =
    system.require === 'exact' && value > 0
      ? [end, { ...end, side: 'low', value: value - 1 } as const]
      : [end];
  for (const size of sizes)
    for (const way of ways) {
      const found = cheapestTable(solver, system, holders, price, requirementOf(work, way), size, true);
      if (found !== null) return found;
    }
  return null;
}

/** Names of the ends at which a table takes a count. */
function servedBy(work: Work, change: Change): readonly string[] {
  const found: string[] = [];
  const looked = new Set<number>();
  for (const cell of change.keys())
    for (const target of work.countsOf.get(cell) ?? []) {
      if (looked.has(target)) continue;
      looked.add(target);
      const count = work.sensitive[target];
      const rule = work.targets[target]?.rule;
      if (count === undefined || rule == null) continue;
      const step = count.as.reduce(
        (sum, { cell: own, coefficient }) => sum + coefficient * (change.get(own) ?? 0),
        0,
      );
      if (work.system.require === 'exact') {
        if (step !== 0) found.push(nameOf({ target, side: 'high', value: 0 }));
        continue;
      }
      if (count.value + step <= rule[0]) found.push(nameOf({ target, side: 'low', value: 0 }));
      if (count.value + step >= rule[1]) found.push(nameOf({ target, side: 'high', value: 0 }));
    }
  return found;
}

/** Ends in the order in which they are looked for: those of counts that little stands beside first. */
export function inOrder(work: Work): readonly End[] {
  const { system, sensitive } = work;
  const size = ({ target }: End): number => sensitive[target]?.support.length ?? 0;
  const cost = ({ target }: End): number => {
    const cell = sensitive[target]?.cell ?? null;
    return cell === null ? 0 : (system.cells[cell]?.cost ?? 0);
  };
  return [...endsOf(work)].sort(
    (a, b) => size(a) - size(b) || cost(b) - cost(a) || a.target - b.target || (a.side < b.side ? -1 : 1),
  );
}

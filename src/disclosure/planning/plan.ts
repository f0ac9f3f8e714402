import { loadSolver } from '../proof/solver.js';
import { type CellSystem, countIn, type Sensitive, sensitiveCells, sensitiveDifferences } from './cells.js';
import { holdersOf } from './cheapestTable.js';
import { eliminate } from './eliminate.js';
import { floorsOf } from './floors.js';
import { Lattice } from './lattice.js';
import { cheapestPattern } from './optimum.js';
import { inOrder, pruned, sparse } from './patterns.js';
import { type Pattern as RepairedPattern, repaired } from './repaired.js';
import { targetsOf } from './targets.js';
import { endsOf, requirementOf, tablesFor, type Unplanned, type Work } from './work.js';

/** A pattern of hidden cells that holds its rule. */
export interface Planned {
  readonly kind: 'planned';
  /** Cells hidden because of what they are, in order. */
  readonly primary: readonly number[];
  /** Cells hidden so that others cannot be worked out, in order. */
  readonly secondary: readonly number[];
  /** Small differences of printed cells that are protected as well. */
  readonly differences: readonly string[];
}

/** Systems up to so many cells are worth looking for tables that move few cells, and for other tables in place of those that move dear ones. */
const WORTH_TIGHTENING = 3000;

/** Tables looked for in printing needless cells again. */
const SEARCHES = 2500;

/** Searches for a cheaper pattern beyond this many requirements are not worth their time. */
const MOST_REQUIREMENTS = 40;

/**
 * Chooses the cells to hide: sensitive ones, then those that elimination hides, then, while anything can be narrowed, the cheapest cells
 * that make room for it; cells that turn out to be needless are printed again, and small systems are solved to the cheapest pattern.
 * The order is fixed by costs and places, so the same system gives the same pattern.
 */
export async function plan(asked: CellSystem): Promise<Planned | Unplanned> {
  const system = withNoughts(asked);
  const cells = sensitiveCells(system);
  const sensitive = [...cells, ...sensitiveDifferences(system)];
  const primary = new Set(cells.flatMap(({ cell }) => (cell === null ? [] : [cell])));
  const already = cells.filter(({ cell }) => cell !== null && system.forced.has(cell));
  if (already.length > 0) return { kind: 'disclosed', counts: already.map(({ id }) => id) };
  const byImportance = candidates(system, primary);
  const { hidden: chosen, lost } = eliminate(
    system.atoms.length,
    sensitive.map(({ support }) => support),
    [...system.forced].map((cell) => system.cells[cell]?.support ?? []),
    byImportance,
  );
  if (lost.length > 0) return { kind: 'disclosed', counts: lost.flatMap((i) => sensitive[i]?.id ?? []) };
  const lattice = new Lattice(system);
  const work: Work = {
    solver: await loadSolver(),
    system,
    lattice,
    holders: holdersOf(system),
    countsOf: countsOf(sensitive),
    sensitive,
    primary,
    targets: targetsOf(system, sensitive, floorsOf(system, lattice, sensitive)),
  };
  const pattern = await repaired(work, new Set([...primary, ...chosen]));
  if (pattern.kind !== 'pattern') return pattern;
  const secondary = await cheaper(work, needed(work, pattern));
  return {
    kind: 'planned',
    primary: [...primary].sort((a, b) => a - b),
    secondary: [...secondary].sort((a, b) => a - b),
    differences: sensitive.flatMap(({ cell, id }) => (cell === null ? [id] : [])),
  };
}

/** Where noughts are shown they are printed, whatever else is hidden. */
function withNoughts(system: CellSystem): CellSystem {
  if (system.rule.zeros === 'protected') return system;
  const noughts = system.cells.flatMap(({ support }, cell) => (countIn(system, support) === 0 ? [cell] : []));
  return { ...system, forced: new Set([...system.forced, ...noughts]) };
}

/** Cells that may be printed or hidden, most important first: dear before cheap, then in their order. */
function candidates(system: CellSystem, primary: ReadonlySet<number>) {
  return system.cells
    .map(({ support, cost }, cell) => ({ cell, support, cost }))
    .filter(({ cell }) => !primary.has(cell) && !system.forced.has(cell))
    .sort((a, b) => b.cost - a.cost || a.cell - b.cell);
}

/** Sensitive counts by the cells that they are made of. */
function countsOf(sensitive: readonly Sensitive[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  sensitive.forEach(({ as }, target) => {
    for (const { cell } of as) {
      const own = found.get(cell);
      if (own === undefined) found.set(cell, [target]);
      else own.push(target);
    }
  });
  return found;
}

/** The secondary cells of a pattern that some table needs. */
function needed(work: Work, { hidden, tables }: RepairedPattern): ReadonlySet<number> {
  const { system, primary } = work;
  const moved = new Set<number>();
  for (const table of new Set([...tables.values()].map((one) => one.table)))
    for (const cell of table.keys()) if (hidden.has(cell) && !primary.has(cell)) moved.add(cell);
  if (system.cells.length > WORTH_TIGHTENING) return moved;
  const few = sparse(work, new Set([...primary, ...moved]), inOrder(work));
  return few === null ? moved : pruned(work, few, SEARCHES).secondary;
}

/** The cheapest secondary cells of a small system, where they are cheaper and hold. */
async function cheaper(work: Work, secondary: ReadonlySet<number>): Promise<ReadonlySet<number>> {
  const { solver, system, primary } = work;
  const ends = endsOf(work);
  if (system.require === 'exact' || secondary.size === 0 || ends.length > MOST_REQUIREMENTS) return secondary;
  const best = cheapestPattern(
    solver,
    system,
    primary,
    ends.map((end) => requirementOf(work, end)),
  );
  const cost = (cells: Iterable<number>): number =>
    [...cells].reduce((sum, cell) => sum + (primary.has(cell) ? 0 : (system.cells[cell]?.cost ?? 0)), 0);
  if (best === null || cost(best) >= cost(secondary)) return secondary;
  if ((await tablesFor(work, best, ends)).includes(null)) return secondary;
  return new Set([...best].filter((cell) => !primary.has(cell)));
}

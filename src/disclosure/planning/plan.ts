import { loadSolver } from '../proof/solver.js';
import { targetsOf } from './attacker.js';
import { type CellSystem, countIn, sensitiveCells, sensitiveDifferences } from './cells.js';
import { eliminate } from './eliminate.js';
import { floorsOf } from './floors.js';
import { Lattice } from './lattice.js';
import { cheapestPattern } from './optimum.js';
import { prune } from './prune.js';
import { holdersOf } from './repair.js';
import { repaired } from './repaired.js';
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
  const order = candidates(system, primary);
  const { hidden: chosen, lost } = eliminate(
    system.atoms.length,
    sensitive.map(({ support }) => support),
    [...system.forced].map((cell) => system.cells[cell]?.support ?? []),
    order,
  );
  if (lost.length > 0) return { kind: 'disclosed', counts: lost.flatMap((i) => sensitive[i]?.id ?? []) };
  const lattice = new Lattice(system);
  const work: Work = {
    solver: await loadSolver(),
    system,
    lattice,
    holders: holdersOf(system),
    sensitive,
    primary,
    targets: targetsOf(system, sensitive, floorsOf(system, lattice, sensitive)),
  };
  const pattern = await repaired(work, new Set([...primary, ...chosen]));
  if (pattern.kind !== 'pattern') return pattern;
  const pruned = await prune(work, pattern);
  const best = await cheaper(work, pruned);
  return {
    kind: 'planned',
    primary: [...primary].sort((a, b) => a - b),
    secondary: [...best].filter((cell) => !primary.has(cell)).sort((a, b) => a - b),
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

/** The cheapest pattern of a small system, where it is cheaper and holds. */
async function cheaper(work: Work, pattern: ReadonlySet<number>): Promise<ReadonlySet<number>> {
  const { solver, system, primary } = work;
  const ends = endsOf(work);
  if (system.require === 'exact' || pattern.size === primary.size || ends.length > MOST_REQUIREMENTS)
    return pattern;
  const best = cheapestPattern(
    solver,
    system,
    primary,
    ends.map((end) => requirementOf(work, end)),
  );
  const cost = (hidden: ReadonlySet<number>): number =>
    [...hidden].reduce((sum, cell) => sum + (system.cells[cell]?.cost ?? 0), 0);
  if (best === null || cost(best) >= cost(pattern)) return pattern;
  return (await tablesFor(work, best, ends)).includes(null) ? pattern : best;
}

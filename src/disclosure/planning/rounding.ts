import { components } from '../proof/components.js';
import type { Bounds } from '../proof/propagate.js';
import { loadSolver } from '../proof/solver.js';
import type { Constraint, LinearSystem, Target } from '../proof/system.js';
import { type CellSystem, countIn, sensitiveDifferences, termsOf } from './cells.js';

/** A table in which every number is a multiple of the base and all sums still add up; or why there is none. */
export type Rounded =
  | {
      readonly kind: 'rounded';
      /** By place of the cell. */
      readonly values: readonly number[];
    }
  /** No such table exists in which every number stands at one of its two neighbours. */
  | { readonly kind: 'impossible' }
  /** The search for it was given up. */
  | { readonly kind: 'too large' };

/**
 * Controlled rounding, zero-restricted: every cell goes to the multiple of the base below or above it (a multiple stays), so that all sums still hold, and the numbers move as little as they can together.
 * Source: Handbook on Statistical Disclosure Control, 2nd edition, section 5.5; Cox 1987.
 * @param base a whole number of 2 or more
 */
export async function controlledRounding(system: CellSystem, base: number): Promise<Rounded> {
  const { atoms, cells } = system;
  const solver = await loadSolver();
  // Whether each cell goes up; then the counts of a whole table that has the rounded numbers.
  const names = [...cells.map(({ id }) => `${id} goes up`), ...atoms];
  const constraints: Constraint[] = cells.map(({ support }, cell) => {
    const lower = multipleBelow(countIn(system, support), base);
    const terms = support.map((atom) => ({ atom: cells.length + atom, coefficient: 1 }));
    return { id: '', terms: [...terms, { atom: cell, coefficient: -base }], lower, upper: lower, says: '' };
  });
  const programme: LinearSystem = { atoms: names, constraints, integer: true };
  const bounds: Bounds = {
    lower: new Float64Array(names.length),
    upper: Float64Array.from(names, (_, i) => {
      const cell = cells[i];
      if (cell === undefined) return Number.POSITIVE_INFINITY;
      return countIn(system, cell.support) % base === 0 ? 0 : 1;
    }),
    steps: [],
    lowerStep: new Int32Array(0),
    upperStep: new Int32Array(0),
    conflict: null,
  };
  const goesUp = new Uint8Array(cells.length);
  for (const component of components(programme, bounds)) {
    const model = solver.model(programme, bounds, component);
    // What a cell moves by is its rest when it goes down, and what is left of the base when it goes up.
    const aim = component.atoms.flatMap((at): [number, number][] => {
      const cell = cells[at];
      return cell === undefined ? [] : [[at, base - 2 * (countIn(system, cell.support) % base)]];
    });
    const found = model.extreme(aim, 'min', true);
    model.dispose();
    if (found.kind !== 'reached') return { kind: found.kind === 'infeasible' ? 'impossible' : 'too large' };
    component.atoms.forEach((at, column) => {
      if (at < cells.length && (found.table[column] ?? 0) > 0.5) goesUp[at] = 1;
    });
  }
  return {
    kind: 'rounded',
    values: cells.map(
      ({ support }, cell) => multipleBelow(countIn(system, support), base) + base * (goesUp[cell] ?? 0),
    ),
  };
}

function multipleBelow(value: number, base: number): number {
  return value - (value % base);
}

/** What readers of a rounded table know who know how it was rounded: every count is less than the base away from its number. */
export function roundedStatements(system: CellSystem, values: readonly number[], base: number): LinearSystem {
  return {
    atoms: system.atoms,
    integer: true,
    constraints: system.cells.map(({ id, support }, cell) => {
      const value = values[cell] ?? 0;
      const [lower, upper] = [Math.max(0, value - base + 1), value + base - 1];
      return { id, terms: termsOf(support), lower, upper, says: `${id} is ${lower} to ${upper}` };
    }),
  };
}

/** The small counts of a rounded table, noughts too, with what must be left open of each: whether it is none, unless its number says that it is some, and up to one less than the threshold. */
export function roundedTargets(system: CellSystem, values: readonly number[]): readonly Target[] {
  const high = system.rule.threshold - 1;
  const small = system.cells.flatMap(({ id, support }, cell): Target[] =>
    countIn(system, support) > high
      ? []
      : [{ id, terms: termsOf(support), rule: [values[cell] === 0 ? 0 : 1, high] }],
  );
  return [
    ...small,
    ...sensitiveDifferences(system).map(
      ({ id, support }): Target => ({ id, terms: termsOf(support), rule: [1, high] }),
    ),
  ];
}

import type { Solver } from '../proof/solver.js';
import type { Constraint, LinearSystem, Term } from '../proof/system.js';
import { type CellSystem, countIn } from './cells.js';
import type { Requirement } from './cheapestTable.js';

/** Larger programmes than this are left to the heuristic. */
const MOST_COLUMNS = 1500;

/** Each count moves by no more than so many thresholds in a table that shows a requirement. */
const REACH = 4;

/**
 * The cheapest pattern in which every requirement has a table: one mixed-integer programme with a copy of the counts for each requirement.
 * @param primary cells hidden whatever comes
 * @returns all hidden cells; null when the programme is too large or no pattern was found
 */
export function cheapestPattern(
  solver: Solver,
  system: CellSystem,
  primary: ReadonlySet<number>,
  requirements: readonly Requirement[],
): ReadonlySet<number> | null {
  const { cells, atoms, rule, forced, known, truth } = system;
  if (requirements.length * atoms.length + cells.length > MOST_COLUMNS) return null;
  const names = cells.map(({ id }) => id);
  const constraints: Constraint[] = [];
  const put = (terms: readonly Term[], lower: number, upper: number): void => {
    constraints.push({ id: '', terms, lower, upper, says: '' });
  };
  const shownNought = (cell: number): boolean =>
    rule.zeros === 'shown' && countIn(system, cells[cell]?.support ?? []) === 0;
  cells.forEach((_, cell) => {
    const stays = forced.has(cell) || shownNought(cell);
    put([{ atom: cell, coefficient: 1 }], primary.has(cell) ? 1 : 0, stays && !primary.has(cell) ? 0 : 1);
  });
  const reach = REACH * rule.threshold;
  for (const { support, side, value } of requirements) {
    const first = names.length;
    for (const atom of atoms) names.push(atom);
    const copy = (own: readonly number[]): Term[] =>
      own.map((atom) => ({ atom: first + atom, coefficient: 1 }));
    cells.forEach(({ support: own }, cell) => {
      const now = countIn(system, own);
      const floor = rule.zeros === 'shown' ? Math.min(now, 1) : 0;
      const down = now - floor;
      put([...copy(own), { atom: cell, coefficient: -reach }], Number.NEGATIVE_INFINITY, now);
      put([...copy(own), { atom: cell, coefficient: down }], now, Number.POSITIVE_INFINITY);
    });
    for (const each of known)
      put(
        each.terms.map(({ atom, coefficient }) => ({ atom: first + atom, coefficient })),
        each.lower,
        each.upper,
      );
    if (side === 'high') put(copy(support), value, Number.POSITIVE_INFINITY);
    else put(copy(support), Number.NEGATIVE_INFINITY, value);
  }
  const programme: LinearSystem = { atoms: names, constraints, integer: true };
  const upper = Float64Array.from(names, (_, i) =>
    i < cells.length ? 1 : (truth[(i - cells.length) % atoms.length] ?? 0) + reach,
  );
  const model = solver.model(
    programme,
    {
      lower: new Float64Array(names.length),
      upper,
      steps: [],
      lowerStep: new Int32Array(0),
      upperStep: new Int32Array(0),
      conflict: null,
    },
    { atoms: names.map((_, i) => i), constraints: constraints.map((_, k) => k) },
  );
  const found = model.extreme(
    cells.map(({ cost }, cell) => [cell, cost] as const),
    'min',
    true,
  );
  model.dispose();
  if (found.kind !== 'reached') return null;
  return new Set(cells.flatMap((_, cell) => ((found.table[cell] ?? 0) > 0.5 ? [cell] : [])));
}

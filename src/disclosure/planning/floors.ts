import { audit } from '../proof/audit.js';
import { propagate } from '../proof/propagate.js';
import type { LinearSystem, Target } from '../proof/system.js';
import { type CellSystem, countIn, type Sensitive, termsOf } from './cells.js';
import type { Lattice } from './lattice.js';

/**
 * What the printed noughts alone tell of each count, as far as propagation sees: hidden cells are none, so a total is at least the number of its parts that are not
 * nought. {@link exactFloor} settles what it misses.
 * @returns the floor of each count, in order
 */
export function floorsOf(
  system: CellSystem,
  lattice: Lattice,
  counts: readonly Sensitive[],
): readonly number[] {
  if (system.rule.zeros === 'protected') return counts.map(() => 0);
  const { lower } = propagate(lattice.noughts(), false);
  return counts.map(({ cell, value }) => (cell === null ? 0 : Math.min(value, lower[cell] ?? 0)));
}

/** The exact floor of a count: a whole-number programme over the cells within it that are not nought. */
export async function exactFloor(
  system: CellSystem,
  { id, support }: Pick<Sensitive, 'id' | 'support'>,
): Promise<number> {
  if (system.rule.zeros === 'protected') return 0;
  const within = new Set(support);
  const inside = system.cells.filter((cell) => cell.support.every((atom) => within.has(atom)));
  const above = inside.filter(({ support: own }) => countIn(system, own) > 0);
  if (above.length === 0) return 0;
  const places = new Map(support.map((atom, place) => [atom, place]));
  const zeros = new Set(inside.flatMap((cell) => (countIn(system, cell.support) === 0 ? cell.support : [])));
  const local: LinearSystem = {
    atoms: support.map((atom) => system.atoms[atom] ?? ''),
    integer: true,
    constraints: [
      ...above.map((cell) => ({
        id: cell.id,
        terms: termsOf(cell.support.map((atom) => places.get(atom) ?? 0)),
        lower: 1,
        upper: Number.POSITIVE_INFINITY,
        says: `${cell.id} is not nought`,
      })),
      ...[...zeros].map((atom) => ({
        id: `nought ${atom}`,
        terms: termsOf([places.get(atom) ?? 0]),
        lower: 0,
        upper: 0,
        says: 'nought',
      })),
    ],
  };
  const target: Target = { id, terms: termsOf(support.map((_, place) => place)), rule: null };
  const found = await audit(local, [target]);
  return found.kind === 'audited' ? (found.targets[0]?.min ?? 0) : 0;
}

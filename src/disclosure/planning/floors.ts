import { audit } from '../proof/audit.js';
import type { LinearSystem, Target } from '../proof/system.js';
import { type CellSystem, countIn, termsOf } from './cells.js';

/**
 * What the printed noughts alone tell of each count: hidden cells are none, so a count is at least the number of separate cells above
 * nought within it. Exact: a whole-number programme over the cells that are not nought.
 * @returns the floor of each support, in order
 */
export async function floorsOf(
  system: CellSystem,
  supports: readonly { readonly id: string; readonly support: readonly number[] }[],
): Promise<ReadonlyMap<string, number>> {
  if (system.rule.zeros === 'protected') return new Map();
  const floors = new Map<string, number>();
  for (const { id, support } of supports) {
    const within = new Set(support);
    const inside = system.cells.filter((cell) => cell.support.every((atom) => within.has(atom)));
    const above = inside.filter(({ support: own }) => countIn(system, own) > 0);
    if (above.length === 0) continue;
    const places = new Map(support.map((atom, place) => [atom, place]));
    const zeros = new Set(
      inside.flatMap((cell) => (countIn(system, cell.support) === 0 ? cell.support : [])),
    );
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
    const floor = found.kind === 'audited' ? (found.targets[0]?.min ?? 0) : 0;
    if (floor > 0) floors.set(id, floor);
  }
  return floors;
}

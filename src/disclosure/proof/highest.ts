import { components } from './components.js';
import type { Bounds } from './propagate.js';
import { type ComponentModel, loadSolver } from './solver.js';
import type { LinearSystem } from './system.js';

/** A count that cannot be as high as was asked. */
export interface TooLow {
  readonly atom: number;
  /** The highest that it can be; null where the search did not end. */
  readonly most: number | null;
}

const ROUNDS = 4;
const SLACK = 1e-6;

/**
 * Which counts cannot be as high as a value, whatever the others are, by linear programming: what it finds is certain, since whole numbers can only be narrower. One
 * search lifts all counts of a component together; those that it leaves below are searched for one by one.
 * @param wanted counts with the value that each should be able to reach
 */
export async function tooLow(
  system: LinearSystem,
  bounds: Bounds,
  wanted: ReadonlyMap<number, number>,
): Promise<readonly TooLow[]> {
  const solver = await loadSolver();
  const found: TooLow[] = [];
  for (const component of components(system, bounds)) {
    const own = component.atoms.filter((atom) => wanted.has(atom));
    if (own.length === 0) continue;
    const model = solver.model(system, bounds, component);
    try {
      found.push(...lifted(model, component.atoms, own, (atom) => wanted.get(atom) ?? 0));
    } finally {
      model.dispose();
    }
  }
  return found;
}

function lifted(
  model: ComponentModel,
  atoms: readonly number[],
  wanted: readonly number[],
  wantedValue: (atom: number) => number,
): readonly TooLow[] {
  const placeOf = new Map(atoms.map((atom, place) => [atom, place]));
  const reaches = (table: Float64Array, atom: number): boolean =>
    (table[placeOf.get(atom) ?? -1] ?? 0) >= wantedValue(atom) - SLACK;
  let open = wanted;
  const without = (table: Float64Array | null): boolean => {
    const left = table === null ? open : open.filter((atom) => !reaches(table, atom));
    const gained = left.length < open.length;
    open = left;
    return gained;
  };
  for (let round = 0; round < ROUNDS && open.length > 1; round++) {
    const aim = open.map((atom) => [atom, 1] as const);
    if (!without(model.capped(aim, open.map(wantedValue), 'high'))) break;
  }
  const found: TooLow[] = [];
  while (open.length > 0) {
    const [atom = -1, ...others] = open;
    const extreme = model.extreme([[atom, 1]], 'max', false);
    open = others;
    if (extreme.kind === 'reached') {
      without(extreme.table);
      if (extreme.value < wantedValue(atom) - SLACK)
        found.push({ atom, most: Math.floor(extreme.value + SLACK) });
    } else if (extreme.kind !== 'unbounded') found.push({ atom, most: null });
  }
  return found;
}

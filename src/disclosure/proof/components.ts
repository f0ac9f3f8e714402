import type { Bounds } from './propagate.js';
import type { LinearSystem } from './system.js';

/** Counts that are not yet fixed and hang together, with the statements about them. */
export interface Component {
  readonly atoms: readonly number[];
  /** Places of the statements in the system. */
  readonly constraints: readonly number[];
}

/** Whether a count can be only one number. */
export function isFixed({ lower, upper }: Bounds, atom: number): boolean {
  return lower[atom] === upper[atom];
}

/** The parts of a system that have nothing to do with one another once what is fixed is taken out; in order of their first count. */
export function components(system: LinearSystem, bounds: Bounds): readonly Component[] {
  const parent = Int32Array.from(system.atoms.keys());
  const root = (atom: number): number => {
    let at = atom;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  // The first count of each statement that is not fixed; none is -1.
  const firstOf = Int32Array.from(system.constraints, ({ terms }) => {
    let first = -1;
    for (const { atom } of terms) {
      if (isFixed(bounds, atom)) continue;
      if (first < 0) first = atom;
      const [a, b] = [root(first), root(atom)];
      if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
    }
    return first;
  });
  const found = new Map<number, { atoms: number[]; constraints: number[] }>();
  for (let atom = 0; atom < system.atoms.length; atom++) {
    if (isFixed(bounds, atom)) continue;
    const at = root(atom);
    const component = found.get(at) ?? { atoms: [], constraints: [] };
    found.set(at, component);
    component.atoms.push(atom);
  }
  firstOf.forEach((first, k) => {
    if (first >= 0) found.get(root(first))?.constraints.push(k);
  });
  return [...found.values()];
}

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
  const free = system.constraints.map(({ terms }) =>
    terms.flatMap(({ atom }) => (isFixed(bounds, atom) ? [] : [atom])),
  );
  for (const [first, ...others] of free) {
    if (first === undefined) continue;
    for (const other of others) {
      const [a, b] = [root(first), root(other)];
      if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const found = new Map<number, { atoms: number[]; constraints: number[] }>();
  for (let atom = 0; atom < system.atoms.length; atom++) {
    if (isFixed(bounds, atom)) continue;
    const at = root(atom);
    const component = found.get(at) ?? { atoms: [], constraints: [] };
    found.set(at, component);
    component.atoms.push(atom);
  }
  free.forEach(([first], k) => {
    if (first !== undefined) found.get(root(first))?.constraints.push(k);
  });
  return [...found.values()];
}

import type { LinearSystem, Target } from '../../../src/disclosure/proof/system.js';

/**
 * The range of every target over all tables of whole numbers, found by trying them all. Null when no table meets the statements.
 * @param most no count may be larger: the statements must say so, or the answer is about smaller counts only
 */
export function tryAll(
  system: LinearSystem,
  targets: readonly Target[],
  most: number,
): readonly (readonly [number, number])[] | null {
  const { atoms, constraints } = system;
  const table = new Array<number>(atoms.length).fill(0);
  // A statement is looked at as soon as its last count is set, and before that only for being out of reach already.
  const lastOf = constraints.map(({ terms }) => Math.max(...terms.map(({ atom }) => atom)));
  const due = atoms.map((_, atom) => constraints.filter((_, k) => lastOf[k] === atom));
  const ranges = targets.map(() => [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as [number, number]);
  let found = false;
  const set = (atom: number): void => {
    if (atom === atoms.length) {
      found = true;
      targets.forEach(({ terms }, i) => {
        const value = terms.reduce((sum, term) => sum + term.coefficient * (table[term.atom] ?? 0), 0);
        const range = ranges[i];
        if (range === undefined) return;
        range[0] = Math.min(range[0], value);
        range[1] = Math.max(range[1], value);
      });
      return;
    }
    for (let value = 0; value <= most; value++) {
      table[atom] = value;
      const holds = (due[atom] ?? []).every(({ terms, lower, upper }) => {
        const sum = terms.reduce((all, term) => all + term.coefficient * (table[term.atom] ?? 0), 0);
        return sum >= lower && sum <= upper;
      });
      if (holds) set(atom + 1);
    }
    table[atom] = 0;
  };
  set(0);
  return found ? ranges : null;
}

/** One unknown count in a statement, times a whole number. */
export interface Term {
  /** Place of the unknown in {@link LinearSystem.atoms}. */
  readonly atom: number;
  /** A safe integer other than 0. */
  readonly coefficient: number;
}

/** What somebody knows: `lower <= sum of coefficient x count <= upper`. Bounds are whole numbers or infinite. */
export interface Constraint {
  readonly id: string;
  readonly terms: readonly Term[];
  readonly lower: number;
  readonly upper: number;
  /** The statement in words, as a derivation quotes it. */
  readonly says: string;
}

/** Unknown counts, none below nought, and everything that is known of them together. */
export interface LinearSystem {
  readonly atoms: readonly string[];
  readonly constraints: readonly Constraint[];
  /** Counts are whole numbers; false for quantities that need not be. */
  readonly integer: boolean;
}

/** A hidden quantity and what a reader may know of it: that it lies within the rule's ends, and nothing narrower. */
export interface Target {
  readonly id: string;
  readonly terms: readonly Term[];
  /** Null where only its range is asked for. The upper end may be infinite. */
  readonly rule: readonly [number, number] | null;
}

/** Terms with one coefficient for each unknown, those of nought left out, in order of the unknowns. */
export function gathered(terms: readonly Term[]): readonly Term[] {
  const coefficients = new Map<number, number>();
  for (const { atom, coefficient } of terms)
    coefficients.set(atom, (coefficients.get(atom) ?? 0) + coefficient);
  return [...coefficients]
    .filter(([, coefficient]) => coefficient !== 0)
    .sort(([a], [b]) => a - b)
    .map(([atom, coefficient]) => ({ atom, coefficient }));
}

/**
 * Gives every target an unknown of its own: a target of several counts becomes a new unknown and a statement that ties it to them.
 * @returns the widened system and the unknown of each target, in their order
 */
export function withTargets(
  system: LinearSystem,
  targets: readonly Target[],
): { readonly system: LinearSystem; readonly atoms: readonly number[] } {
  const names = [...system.atoms];
  const constraints = [...system.constraints];
  const atoms = targets.map(({ id, terms }) => {
    const own = gathered(terms);
    const [only] = own;
    if (own.length === 1 && only?.coefficient === 1) return only.atom;
    const atom = names.length;
    names.push(id);
    constraints.push({
      id: `meaning of ${id}`,
      terms: [...own, { atom, coefficient: -1 }],
      lower: 0,
      upper: 0,
      says: `${id} is ${sumText(own, system.atoms)}`,
    });
    return atom;
  });
  return { system: { ...system, atoms: names, constraints }, atoms };
}

/** "a + 2 b - c" */
export function sumText(terms: readonly Term[], atoms: readonly string[]): string {
  if (terms.length === 0) return '0';
  return terms
    .map(({ atom, coefficient }, i) => {
      const size = Math.abs(coefficient);
      const name = `${size === 1 ? '' : `${size} `}${atoms[atom] ?? atom}`;
      if (i === 0) return coefficient < 0 ? `-${name}` : name;
      return `${coefficient < 0 ? '-' : '+'} ${name}`;
    })
    .join(' ');
}

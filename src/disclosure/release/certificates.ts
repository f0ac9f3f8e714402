import { type Certificate, statementsDigest } from '../proof/certificate.js';
import type { Constraint, LinearSystem, Target } from '../proof/system.js';
import type { ReleaseCounts } from './counts.js';
import type { Proven } from './prove.js';

/** A certificate with the statements and targets that it is about: all that the checker asks for. */
export interface Certified {
  readonly system: LinearSystem;
  readonly targets: readonly Target[];
  readonly certificate: Certificate;
}

/**
 * What an audience knows, written out for the independent checker: printed counts as equations, hidden ones as more than nought, every relation; and
 * the tables of the proof as witnesses.
 */
export function certificateOf({ counts, relations }: ReleaseCounts, proven: Proven): Certified {
  const constraints: Constraint[] = [];
  counts.forEach(({ standing, value, name }, atom) => {
    if (standing === 'unprinted') return;
    const [lower, upper] = standing === 'known' ? [value, value] : [1, Number.POSITIVE_INFINITY];
    constraints.push({ id: name, terms: [{ atom, coefficient: 1 }], lower, upper, says: '' });
  });
  for (const { total, parts, lower, upper } of relations)
    constraints.push({
      id: `sum ${constraints.length}`,
      terms: [...parts.map((atom) => ({ atom, coefficient: 1 })), { atom: total, coefficient: -1 }],
      lower,
      upper,
      says: '',
    });
  const system = { atoms: counts.map(({ name }) => name), constraints, integer: true };
  const targets = [...proven.rules].map(
    ([count, rule]): Target => ({
      id: counts[count]?.name ?? '',
      terms: [{ atom: count, coefficient: 1 }],
      rule,
    }),
  );
  return {
    system,
    targets,
    certificate: {
      format: 'profile-certificate/1',
      statements: statementsDigest(system, targets),
      atoms: counts.length,
      base: counts.map(({ value }) => value),
      witnesses: proven.tables.map((table) =>
        [...table].filter(([count, value]) => counts[count]?.value !== value),
      ),
      targets: Object.fromEntries(
        [...proven.witnesses].map(([count, ends]) => [counts[count]?.name ?? '', ends] as const),
      ),
    },
  };
}

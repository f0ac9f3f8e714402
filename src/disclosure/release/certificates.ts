import { type Certificate, statementsDigest } from '../proof/certificate.js';
import type { Constraint, LinearSystem, Target, Term } from '../proof/system.js';
import type { ReleaseCounts } from './counts.js';
import type { Proven } from './prove.js';

/** A certificate with the statements and targets that it is about: all that the checker asks for. */
export interface Certified {
  readonly system: LinearSystem;
  readonly targets: readonly Target[];
  readonly certificate: Certificate;
}

/**
 * What an audience knows of the counts that it does not have, written out for the independent checker: hidden ones as more than nought, and every relation in which one of them
 * stands, with the numbers of its printed counts put in; and the tables of the proof as witnesses. Relations between printed counts alone say nothing of any other.
 */
export function certificateOf({ counts, relations }: ReleaseCounts, proven: Proven): Certified {
  const atomOf = new Int32Array(counts.length).fill(-1);
  const countOf: number[] = [];
  const constraints: Constraint[] = [];
  counts.forEach(({ standing, name }, count) => {
    if (standing === 'known') return;
    const atom = countOf.push(count) - 1;
    atomOf[count] = atom;
    if (standing === 'marked')
      constraints.push({
        id: name,
        terms: [{ atom, coefficient: 1 }],
        lower: 1,
        upper: Number.POSITIVE_INFINITY,
        says: '',
      });
  });
  relations.forEach(({ total, parts, lower, upper }, k) => {
    const terms: Term[] = [];
    let known = 0;
    for (const count of [...parts, total]) {
      const coefficient = count === total ? -1 : 1;
      const atom = atomOf[count] ?? -1;
      if (atom >= 0) terms.push({ atom, coefficient });
      else known += coefficient * (counts[count]?.value ?? 0);
    }
    if (terms.length > 0)
      constraints.push({ id: `sum ${k}`, terms, lower: lower - known, upper: upper - known, says: '' });
  });
  const system = { atoms: countOf.map((count) => counts[count]?.name ?? ''), constraints, integer: true };
  const targets = [...proven.rules].map(
    ([count, rule]): Target => ({
      id: counts[count]?.name ?? '',
      terms: [{ atom: atomOf[count] ?? -1, coefficient: 1 }],
      rule,
    }),
  );
  return {
    system,
    targets,
    certificate: {
      format: 'profile-certificate/1',
      statements: statementsDigest(system, targets),
      atoms: countOf.length,
      base: countOf.map((count) => counts[count]?.value ?? 0),
      witnesses: proven.tables.map((table) =>
        [...table].flatMap(([count, value]) => {
          const same = counts[count]?.value === value;
          return same ? [] : [[atomOf[count] ?? -1, value] as const];
        }),
      ),
      targets: Object.fromEntries(
        [...proven.witnesses].map(([count, ends]) => [counts[count]?.name ?? '', ends] as const),
      ),
    },
  };
}

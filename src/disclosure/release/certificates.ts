import { type Certificate, statementsDigest } from '../proof/certificate.js';
import type { Constraint, LinearSystem, Target, Term } from '../proof/system.js';
import type { Relation, ReleaseCounts } from './counts.js';
import type { Proven } from './prove.js';
import { Web } from './web.js';

/** A certificate with the statements and targets that it is about: all that the checker asks for. */
export interface Certified {
  readonly system: LinearSystem;
  readonly targets: readonly Target[];
  readonly certificate: Certificate;
}

/**
 * What an audience knows of the counts that it does not have, written out for the independent checker: hidden ones as more than nought, and every relation in which one of them
 * stands, with the numbers of its printed counts put in; and the tables of the proof as witnesses. What hangs together with no count to be kept, and relations between printed counts
 * alone, say nothing of those that are.
 */
export function certificateOf(system: ReleaseCounts, proven: Proven): Certified {
  const { counts, relations } = system;
  const atomOf = new Int32Array(counts.length).fill(-1);
  const countOf: number[] = [];
  const constraints: Constraint[] = [];
  const joined = new Web(system).around(
    [...proven.rules.keys()],
    (count) => counts[count]?.standing !== 'known',
  );
  for (const count of joined.counts.toSorted((a, b) => a - b)) {
    const { standing, name } = counts[count] ?? { standing: 'known', name: '' };
    if (standing === 'known') continue;
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
  }
  for (const k of joined.relations.toSorted((a, b) => a - b)) {
    const { total, parts, lower, upper } = relations[k] as Relation;
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
  }
  const written = { atoms: countOf.map((count) => counts[count]?.name ?? ''), constraints, integer: true };
  const targets = [...proven.rules].map(
    ([count, rule]): Target => ({
      id: counts[count]?.name ?? '',
      terms: [{ atom: atomOf[count] ?? -1, coefficient: 1 }],
      rule,
    }),
  );
  return {
    system: written,
    targets,
    certificate: {
      format: 'profile-certificate/1',
      statements: statementsDigest(written, targets),
      atoms: countOf.length,
      base: countOf.map((count) => counts[count]?.value ?? 0),
      witnesses: proven.tables.map((table) =>
        [...table].flatMap(([count, value]) => {
          const here = counts[count];
          const atom = atomOf[count] ?? -1;
          // What hangs together with nothing that is to be kept is not written down.
          const isElsewhere = atom < 0 && here?.standing !== 'known';
          return here?.value === value || isElsewhere ? [] : [[atom, value] as const];
        }),
      ),
      targets: Object.fromEntries(
        [...proven.witnesses].map(([count, ends]) => [counts[count]?.name ?? '', ends] as const),
      ),
    },
  };
}

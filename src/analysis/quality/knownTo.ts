import type { ExtractName } from '../../extracts/schema.js';
import { NO_PERIOD, type Workbench } from '../planner/workbench.js';

/** Extracts that name children, and the date by which a record makes a child known. Suspects are not children known to help. */
export const CHILD_RECORDS: readonly { readonly extract: ExtractName; readonly by: string }[] = [
  { extract: 'missing-episodes', by: 'missing_from_at' },
  { extract: 'return-interviews', by: 'returned_at' },
  { extract: 'referrals', by: 'contact_at' },
  { extract: 'offences', by: 'recorded_at' },
  { extract: 'education', by: 'start' },
  { extract: 'health', by: 'referral_at' },
];

/** Which agencies hold a record of each child, at the agencies' places in `agencies`. */
export interface KnownTo {
  readonly agencies: readonly string[];
  /** Agencies that have a record of the child dated in half-years `from` to `to`, as bits. */
  within(from: number, to: number): Uint32Array;
}

/** At most so many agencies fit into the bits. */
const MOST_AGENCIES = 31;

/**
 * Reads who knows which child.
 * @throws RangeError with more than 31 agencies
 */
export function knownTo(bench: Workbench): KnownTo {
  const agencies = [
    ...new Set(CHILD_RECORDS.flatMap(({ extract }) => bench.frame(extract).code('sent_by').dictionary)),
  ].sort();
  if (agencies.length > MOST_AGENCIES)
    throw new RangeError('More than 31 agencies send records of children.');
  return {
    agencies,
    within(from, to) {
      const known = new Uint32Array(bench.people);
      for (const { extract, by } of CHILD_RECORDS) {
        const person = bench.person(extract);
        const period = bench.period(extract, by);
        const { dictionary, index } = bench.frame(extract).code('sent_by');
        const bits = dictionary.map((agency) => 1 << agencies.indexOf(agency));
        person.forEach((who, row) => {
          const place = period[row] ?? NO_PERIOD;
          if (who >= 0 && place !== NO_PERIOD && place >= from && place <= to)
            known[who] = (known[who] ?? 0) | (bits[index[row] ?? -1] ?? 0);
        });
      }
      return known;
    },
  };
}

/** Names of the agencies in a set of bits, in order. */
export function namesOf(agencies: readonly string[], bits: number): string[] {
  return agencies.filter((_, place) => (bits & (1 << place)) !== 0);
}

/** Children that two agencies know as a share of those of the smaller one, for the pair that shares most; 0 with one agency. */
export function bestLinkedShare(known: KnownTo): number {
  const ever = known.within(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  const count = (needed: number): number =>
    ever.reduce((sum, bits) => sum + ((bits & needed) === needed ? 1 : 0), 0);
  const sizes = known.agencies.map((_, place) => count(1 << place));
  let best = 0;
  sizes.forEach((size, a) => {
    for (let b = 0; b < a; b++) {
      const fewer = Math.min(size, sizes[b] ?? 0);
      if (fewer > 0) best = Math.max(best, count((1 << a) | (1 << b)) / fewer);
    }
  });
  return best;
}

import { chisqUpperTail } from './chiSquare.js';
import { assertCount, assertPositive } from './interval.js';
import { adjustBH } from './multiplicity.js';
import { type RateRatio, rateRatio } from './rateRatio.js';
import type { RatioVerdict } from './verdict.js';

/** Fewer events than this in a part: no ratio against the rest is given. */
export const FEWEST_IN_PART = 5;

/** Fewer expected events than this in any part: the overall test does not hold and is not made. */
const FEWEST_EXPECTED = 5;

export interface PartAndWhole {
  /** Events in the part, and in the whole that contains it. */
  readonly count: number;
  readonly total: number;
  readonly personYears: number;
  readonly totalPersonYears: number;
}

/**
 * One part against the rest of the whole, never against an average that contains it: given the total, the part's events are
 * binomial with its share of the person-years. The ratio is part over rest; the verdict here is
 * unadjusted.
 * @throws RangeError when the part is not smaller than the whole.
 */
export function localityVsRest(input: PartAndWhole): RateRatio {
  assertPositive(input.totalPersonYears - input.personYears, 'person-years of the rest');
  return rateRatio({
    before: input.total - input.count,
    after: input.count,
    exposureBefore: input.totalPersonYears - input.personYears,
    exposureAfter: input.personYears,
  });
}

export interface Heterogeneity {
  readonly chisq: number;
  readonly df: number;
  readonly p: number;
  /** False when some expected count is under 5: then nothing may be said from p. */
  readonly tested: boolean;
}

/**
 * Is there any difference at all between the parts? Pearson's chi-square against rates equal to the whole's.
 * @throws RangeError for fewer than two parts or unlike lengths.
 */
export function anyDifference(counts: readonly number[], personYears: readonly number[]): Heterogeneity {
  if (counts.length < 2 || counts.length !== personYears.length) {
    throw new RangeError('two or more parts need a count and person-years each');
  }
  for (const count of counts) assertCount(count, 'a count');
  const total = counts.reduce((sum, count) => sum + count, 0);
  const exposure = personYears.reduce((sum, years) => sum + years, 0);
  assertPositive(exposure, 'person-years');
  let chisq = 0;
  let tested = true;
  for (const [i, count] of counts.entries()) {
    const expected = ((personYears[i] ?? 0) * total) / exposure;
    if (expected < FEWEST_EXPECTED) tested = false;
    if (expected > 0) chisq += (count - expected) ** 2 / expected;
  }
  const df = counts.length - 1;
  return { chisq, df, p: chisqUpperTail(chisq, df), tested };
}

export interface ComparedPart {
  readonly comparison: RateRatio;
  readonly pAdjusted: number;
  /** A direction only when the adjusted p is below 0.05. */
  readonly verdict: RatioVerdict;
}

/**
 * All parts of one printed table against the rest, adjusted for having looked at all of them. A part with fewer than 5 events
 * gets no direction. Widen the family by adjusting with `adjustBH` over several tables instead.
 */
export function comparedParts(counts: readonly number[], personYears: readonly number[]): ComparedPart[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const totalPersonYears = personYears.reduce((sum, years) => sum + years, 0);
  const comparisons = counts.map((count, i) =>
    localityVsRest({ count, total, personYears: personYears[i] ?? 0, totalPersonYears }),
  );
  const adjusted = adjustBH(comparisons.map((each) => each.midp));
  return comparisons.map((comparison, i) => {
    const pAdjusted = adjusted[i] ?? 1;
    return { comparison, pAdjusted, verdict: adjustedVerdict(comparison, pAdjusted, counts[i] ?? 0) };
  });
}

/** The verdict that may be printed once p has been adjusted: a direction that did not survive becomes no clear change. */
export function adjustedVerdict(comparison: RateRatio, pAdjusted: number, count: number): RatioVerdict {
  const { verdict, lower95, upper95 } = comparison;
  if (count < FEWEST_IN_PART) return 'too few to say';
  if (verdict !== 'higher' && verdict !== 'lower') return verdict;
  if (pAdjusted < 0.05) return verdict;
  return lower95 > 0.5 && upper95 < 2 ? 'no clear change' : 'too few to say';
}

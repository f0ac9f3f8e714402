import { centralP, midP } from './conditional.js';
import { assertCount, CLEAR, type Interval, LIKELY, zFor } from './interval.js';
import { excludesOne, FEWEST_EVENTS, type RatioVerdict } from './verdict.js';

export interface PairedPeople {
  /** People in the later period over people in the earlier one. */
  readonly ratio: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly lower998: number;
  readonly upper998: number;
  /** Doubled mid-P of McNemar's test on those who were in one period only. */
  readonly midp: number;
  readonly exactP: number;
  readonly verdict: RatioVerdict;
  readonly clearly: boolean;
}

/**
 * Change in the number of distinct people when the same person may be counted in both periods: those in both say nothing
 * about change, so the test is on those in one period only (McNemar, mid-P); the range is that of the ratio of the two
 * totals, clustered by person. A direction needs both the test and the range; too few to say below 10 in both periods
 * together.
 * @throws RangeError for counts that are not whole.
 */
export function pairedPeople(input: {
  readonly onlyBefore: number;
  readonly onlyAfter: number;
  readonly both: number;
}): PairedPeople {
  const { onlyBefore, onlyAfter, both } = input;
  for (const count of [onlyBefore, onlyAfter, both]) assertCount(count, 'a number of people');
  const before = onlyBefore + both;
  const after = onlyAfter + both;
  const changed = onlyBefore + onlyAfter;
  const midp = changed === 0 ? 1 : midP(onlyAfter, changed, 0.5);
  const variance = onlyBefore / before ** 2 + onlyAfter / after ** 2 + both * (1 / after - 1 / before) ** 2;
  const likely = ratioRange(before, after, variance, LIKELY);
  const clear = ratioRange(before, after, variance, CLEAR);
  const verdict =
    before + after < FEWEST_EVENTS ? 'too few to say' : testedVerdict(midp, after - before, likely);
  return {
    ratio: after / before,
    lower95: likely.lower,
    upper95: likely.upper,
    lower998: clear.lower,
    upper998: clear.upper,
    midp,
    exactP: changed === 0 ? 1 : centralP(onlyAfter, changed, 0.5),
    verdict,
    clearly: (verdict === 'higher' || verdict === 'lower') && midp <= 1 - CLEAR && excludesOne(clear),
  };
}

/**
 * Range of a ratio of two totals from the variance of its logarithm. Where one total is 0 that variance does not
 * exist and every ratio is allowed.
 */
export function ratioRange(before: number, after: number, variance: number, confidence: number): Interval {
  if (before === 0 || after === 0) return { lower: 0, upper: Number.POSITIVE_INFINITY };
  const spread = Math.exp(zFor(confidence) * Math.sqrt(variance));
  return { lower: after / before / spread, upper: (after / before) * spread };
}

/**
 * Verdict where a test of its own stands beside the range: a direction only if both agree, no clear change only if the
 * range rules out a doubling and a halving. With nothing on one side there is no range, and the exact test decides alone.
 */
export function testedVerdict(midp: number, change: number, likely: Interval): RatioVerdict {
  const noRange = likely.lower === 0 && likely.upper === Number.POSITIVE_INFINITY;
  if (midp <= 1 - LIKELY && change !== 0 && (noRange || excludesOne(likely))) {
    return change > 0 ? 'higher' : 'lower';
  }
  return likely.lower > 0.5 && likely.upper < 2 ? 'no clear change' : 'too few to say';
}

import { assertCount, CLEAR, LIKELY } from './interval.js';
import { type PairedPeople, pairedPeople, ratioRange, testedVerdict } from './pairedPeople.js';
import { type RateRatio, rateRatio } from './rateRatio.js';
import { excludesOne, type RatioVerdict } from './verdict.js';

/** Fewer than these and the clustered range is too narrow to be believed. */
const FEWEST_PEOPLE = 10;
const FEWEST_TOTAL_EVENTS = 20;

/** Chances below this are left out of the exact distribution: ten thousand children would otherwise take seconds. */
const NEGLIGIBLE = 1e-100;

export interface EpisodeChange {
  readonly totalBefore: number;
  readonly totalAfter: number;
  readonly ratio: number;
  /** Standard error of log(ratio), clustered by person; NaN when one total is 0. */
  readonly logError: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly lower998: number;
  readonly upper998: number;
  /** Period-swap test: P(|S| >= |s|), and its mid-P form. */
  readonly swapP: number;
  readonly midp: number;
  readonly peopleBefore: number;
  readonly peopleAfter: number;
  /** The same change counted in people. */
  readonly people: PairedPeople;
  readonly verdict: RatioVerdict;
  readonly clearly: boolean;
}

/**
 * Change in clustered events between two periods of equal length, from each person's two counts (same order in both
 * arrays; a person without events may be left out). If nothing changed, each person's counts could have come in either
 * order: the exact null distribution of the summed difference is built by convolution. A direction
 * needs mid-P <= 0.05 and a range that excludes 1; too few to say below 10 people or 20 events.
 * @throws RangeError when the arrays differ in length or a count is not whole.
 */
export function episodeChange(before: readonly number[], after: readonly number[]): EpisodeChange {
  if (before.length !== after.length) throw new RangeError('each person needs a count before and after');
  const seen = tally(before, after);
  const { totalBefore, totalAfter, onlyBefore, onlyAfter, both } = seen;
  const variance = logRatioVariance(before, after, totalBefore, totalAfter);
  const likely = ratioRange(totalBefore, totalAfter, variance, LIKELY);
  const clear = ratioRange(totalBefore, totalAfter, variance, CLEAR);
  const { swapP, midp } = periodSwap(seen.differences, totalAfter - totalBefore);
  const tooFew =
    onlyBefore + onlyAfter + both < FEWEST_PEOPLE || totalBefore + totalAfter < FEWEST_TOTAL_EVENTS;
  const verdict = tooFew ? 'too few to say' : testedVerdict(midp, totalAfter - totalBefore, likely);
  return {
    totalBefore,
    totalAfter,
    ratio: totalAfter / totalBefore,
    logError: Math.sqrt(variance),
    lower95: likely.lower,
    upper95: likely.upper,
    lower998: clear.lower,
    upper998: clear.upper,
    swapP,
    midp,
    peopleBefore: onlyBefore + both,
    peopleAfter: onlyAfter + both,
    people: pairedPeople({ onlyBefore, onlyAfter, both }),
    verdict,
    clearly: (verdict === 'higher' || verdict === 'lower') && midp <= 1 - CLEAR && excludesOne(clear),
  };
}

/**
 * What a test that forgets the person would say of the same totals; for the appendix that shows why it is not used.
 * @throws RangeError when the totals are not whole counts.
 */
export function forgetfulChange(totalBefore: number, totalAfter: number): RateRatio {
  return rateRatio({ before: totalBefore, after: totalAfter, exposureBefore: 1, exposureAfter: 1 });
}

function tally(before: readonly number[], after: readonly number[]) {
  let totalBefore = 0;
  let totalAfter = 0;
  let onlyBefore = 0;
  let onlyAfter = 0;
  let both = 0;
  const differences: number[] = [];
  for (const [i, earlier] of before.entries()) {
    const later = after[i] ?? 0;
    assertCount(earlier, 'a person’s earlier count');
    assertCount(later, 'a person’s later count');
    totalBefore += earlier;
    totalAfter += later;
    if (earlier > 0 && later > 0) both += 1;
    else if (earlier > 0) onlyBefore += 1;
    else if (later > 0) onlyAfter += 1;
    if (later !== earlier) differences.push(Math.abs(later - earlier));
  }
  return { totalBefore, totalAfter, onlyBefore, onlyAfter, both, differences };
}

function logRatioVariance(
  before: readonly number[],
  after: readonly number[],
  totalBefore: number,
  totalAfter: number,
): number {
  if (totalBefore === 0 || totalAfter === 0) return Number.NaN;
  let variance = 0;
  for (const [i, earlier] of before.entries()) {
    variance += ((after[i] ?? 0) / totalAfter - earlier / totalBefore) ** 2;
  }
  return variance;
}

/** Both p-values of the summed difference `sum` when every |difference| may carry either sign with equal chance. */
export function periodSwap(
  differences: readonly number[],
  sum: number,
): { readonly swapP: number; readonly midp: number } {
  if (sum === 0) return { swapP: 1, midp: 1 };
  const total = differences.reduce((all, each) => all + each, 0);
  // positive[k]: chance that the differences with a plus sign add up to k; the signed sum is then 2k - total.
  const positive = new Float64Array(total + 1);
  positive[0] = 1;
  let [lowest, highest] = [0, 0];
  for (const each of [...differences].sort((a, b) => a - b)) {
    highest += each;
    for (let k = highest; k >= lowest; k -= 1) {
      const swapped = k >= lowest + each ? (positive[k - each] ?? 0) : 0;
      positive[k] = 0.5 * ((positive[k] ?? 0) + swapped);
    }
    // Both tails are alike: what is beyond belief at one end is so at the other.
    while ((positive[lowest] ?? 0) < NEGLIGIBLE && lowest < highest) {
      positive[lowest] = 0;
      positive[highest] = 0;
      lowest += 1;
      highest -= 1;
    }
  }
  const size = Math.abs(sum);
  let beyond = 0;
  for (let k = lowest; 2 * k - total < -size; k += 1) beyond += positive[k] ?? 0;
  const at = positive[(total - size) / 2] ?? 0;
  return { swapP: Math.min(1, 2 * (beyond + at)), midp: Math.min(1, 2 * beyond + at) };
}

import { centralP, clopperPearson, midP, midPLimits, minimumLikelihoodP } from './conditional.js';
import { assertCount, assertPositive, CLEAR, type Interval, LIKELY } from './interval.js';
import { excludesOne, gatedVerdict, type RatioVerdict } from './verdict.js';

export interface TwoCounts {
  readonly before: number;
  readonly after: number;
  /** Person-years, days or people: anything, in one unit for both. */
  readonly exposureBefore: number;
  readonly exposureAfter: number;
}

export interface RateRatio {
  /** After over before; Infinity when only the first count is 0, NaN when both are. */
  readonly ratio: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly lower998: number;
  readonly upper998: number;
  /** Doubled mid-P of no change. */
  readonly midp: number;
  readonly verdict: RatioVerdict;
  /** The verdict has a direction and the 99.8% interval shows it too. */
  readonly clearly: boolean;
}

/**
 * Change between two independent Poisson counts: conditional on their total, the later one is binomial
 * (Rothman's mid-P). Too few to say below 10 events in both together.
 * @throws RangeError for counts that are not whole or exposures that are not positive.
 */
export function rateRatio(input: TwoCounts): RateRatio {
  const total = checkedTotal(input);
  const likely = toRatio(midPLimits(input.after, total, LIKELY), input);
  const clear = toRatio(midPLimits(input.after, total, CLEAR), input);
  const verdict = gatedVerdict(total, likely);
  return {
    ratio: pointRatio(input),
    lower95: likely.lower,
    upper95: likely.upper,
    lower998: clear.lower,
    upper998: clear.upper,
    midp: total === 0 ? 1 : midP(input.after, total, nullShare(input)),
    verdict,
    clearly: (verdict === 'higher' || verdict === 'lower') && excludesOne(clear),
  };
}

export interface ExactRateRatio {
  readonly ratio: number;
  readonly centralP: number;
  readonly lower95: number;
  readonly upper95: number;
  /** The p of R's `poisson.test`, of another kind than the interval: for cross-checks only. */
  readonly minimumLikelihoodP: number;
}

/** The exact (C-test) form of the same change, for the appendix: more cautious than mid-P. */
export function exactRateRatio(input: TwoCounts): ExactRateRatio {
  const total = checkedTotal(input);
  const limits = toRatio(clopperPearson(input.after, total, LIKELY), input);
  const share = nullShare(input);
  return {
    ratio: pointRatio(input),
    centralP: total === 0 ? 1 : centralP(input.after, total, share),
    lower95: limits.lower,
    upper95: limits.upper,
    minimumLikelihoodP: total === 0 ? 1 : minimumLikelihoodP(input.after, total, share),
  };
}

export interface PoissonZ {
  /** Wheeler's z, which treats the earlier count as a known mean. */
  readonly knownBaseline: number;
  /** The same for two observed counts: divided by the square root of 2. */
  readonly twoCounts: number;
}

/** Square-root z of two counts over equal exposures; why "Poisson z above 2" is no test: it forgets that both vary. */
export function poissonZ(before: number, after: number): PoissonZ {
  const knownBaseline = 2 * (Math.sqrt(after) - Math.sqrt(before));
  return { knownBaseline, twoCounts: knownBaseline / Math.SQRT2 };
}

function checkedTotal(input: TwoCounts): number {
  assertCount(input.before, 'the earlier count');
  assertCount(input.after, 'the later count');
  assertPositive(input.exposureBefore, 'the earlier exposure');
  assertPositive(input.exposureAfter, 'the later exposure');
  return input.before + input.after;
}

/** Chance that an event falls in the later side when nothing changed. */
function nullShare(input: TwoCounts): number {
  return input.exposureAfter / (input.exposureBefore + input.exposureAfter);
}

function pointRatio(input: TwoCounts): number {
  return input.after / input.exposureAfter / (input.before / input.exposureBefore);
}

/** Limits of the later share turned into limits of the ratio; no events at all allow every ratio. */
function toRatio(share: Interval, input: TwoCounts): Interval {
  if (input.before + input.after === 0) return { lower: 0, upper: Number.POSITIVE_INFINITY };
  const scale = input.exposureBefore / input.exposureAfter;
  return {
    lower: (share.lower / (1 - share.lower)) * scale,
    upper: share.upper === 1 ? Number.POSITIVE_INFINITY : (share.upper / (1 - share.upper)) * scale,
  };
}

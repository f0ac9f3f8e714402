import { CLEAR, type Interval, LIKELY } from './interval.js';
import { poissonQuantile } from './quantiles.js';
import { exactPoisson } from './rates.js';

export interface FunnelLimits {
  readonly likely: Interval;
  readonly clear: Interval;
}

/**
 * Counts that chance alone would give when `expected` are expected; a count strictly outside is outside. The limits a
 * decision is made on.
 */
export function predictiveLimits(expected: number): FunnelLimits {
  const at = (confidence: number): Interval => ({
    lower: poissonQuantile((1 - confidence) / 2, expected),
    upper: poissonQuantile(1 - (1 - confidence) / 2, expected),
  });
  return { likely: at(LIKELY), clear: at(CLEAR) };
}

/**
 * Lines as FunnelPlotR draws them, as ratios to the expected: the confidence limits of a count equal to the
 * expected. Close to the predictive limits, not the same; for comparison with that tool only.
 */
export function drawnLimits(expected: number): FunnelLimits {
  const at = (confidence: number): Interval => {
    const { lower, upper } = exactPoisson(expected, confidence);
    return { lower: lower / expected, upper: upper / expected };
  };
  return { likely: at(LIKELY), clear: at(CLEAR) };
}

/** Expected counts at which an observed count would lie exactly on its own funnel's lines. */
export function expectedOnTheLine(observed: number): FunnelLimits {
  return { likely: exactPoisson(observed, LIKELY), clear: exactPoisson(observed, CLEAR) };
}

/**
 * How z-scores are made and the extremes tamed: `root` is the square-root scale with extremes pulled in (CQC),
 * `log` the logarithmic scale with extremes left out (SHMI).
 */
export type FunnelScale = 'root' | 'log';

export interface Overdispersion {
  /** Mean squared z-score: 1 when chance explains the spread. */
  readonly phi: number;
  /** Variance between the parts beyond chance, on the chosen scale. */
  readonly tau2: number;
}

/**
 * Overdispersion of observed against expected counts by Spiegelhalter's additive model (2005). `trim` is the share at each end
 * that is tamed; below 20 parts it should be 0, since it then decides the answer.
 * @throws RangeError for unlike lengths or expected counts that are not positive.
 */
export function overdispersion(
  observed: readonly number[],
  expected: readonly number[],
  scale: FunnelScale,
  trim: number,
): Overdispersion {
  if (observed.length !== expected.length) throw new RangeError('every observed count needs an expected one');
  const scored = observed.map((count, i) => {
    const mean = expected[i] ?? 0;
    if (!(mean > 0)) throw new RangeError('an expected count must be above 0');
    return scale === 'root'
      ? { z: 2 * Math.sqrt(mean) * (Math.sqrt(count / mean) - 1), weight: 4 * mean }
      : { z: Math.sqrt(mean) * Math.log(count / mean), weight: mean };
  });
  const tamed = trim === 0 ? scored : scale === 'root' ? pulledIn(scored, trim) : leftOut(scored, trim);
  const k = tamed.length;
  const phi = tamed.reduce((sum, { z }) => sum + z * z, 0) / k;
  const weights = tamed.reduce((sum, { weight }) => sum + weight, 0);
  const squares = tamed.reduce((sum, { weight }) => sum + weight * weight, 0);
  return { phi, tau2: Math.max(0, (k * phi - (k - 1)) / (weights - squares / weights)) };
}

/** The z of the widened lines, rounded as FunnelPlotR rounds them so that its figures are met to the last digit. */
const ROUNDED_LIKELY_Z = 1.959964;
const ROUNDED_CLEAR_Z = 3.090232;

/** Funnel lines widened for overdispersion, as ratios to the expected. */
export function widenedLimits(expected: number, tau2: number, scale: FunnelScale): FunnelLimits {
  const at = (z: number): Interval => {
    const reach = z * Math.sqrt((scale === 'root' ? 0.25 : 1) / expected + tau2);
    return scale === 'root'
      ? { lower: 1 - reach, upper: 1 + reach }
      : { lower: Math.exp(-reach), upper: Math.exp(reach) };
  };
  return { likely: at(ROUNDED_LIKELY_Z), clear: at(ROUNDED_CLEAR_Z) };
}

interface Scored {
  readonly z: number;
  readonly weight: number;
}

/** Winsorised: scores beyond the quantiles take the quantile's value. */
function pulledIn(scored: readonly Scored[], trim: number): readonly Scored[] {
  const sorted = scored.map(({ z }) => z).sort((a, b) => a - b);
  const low = quantile(sorted, trim);
  const high = quantile(sorted, 1 - trim);
  return scored.map(({ z, weight }) => ({ z: Math.min(high, Math.max(low, z)), weight }));
}

/** Truncated: the outermost of 1/trim equal groups by rank are dropped (few parts may leave those groups empty). */
function leftOut(scored: readonly Scored[], trim: number): readonly Scored[] {
  const groups = 1 / trim;
  return scored.filter(({ z }) => {
    const below = scored.filter((other) => other.z < z).length;
    const tied = scored.filter((other) => other.z === z).length;
    const group = Math.floor(((below + (tied + 1) / 2) * groups) / (scored.length + 1));
    return group > 0 && group < groups - 1;
  });
}

/** Quantile of sorted values by linear interpolation (R's type 7). */
function quantile(sorted: readonly number[], p: number): number {
  const position = (sorted.length - 1) * p;
  const index = Math.floor(position);
  const low = sorted[index] ?? Number.NaN;
  const high = sorted[index + 1] ?? low;
  return low + (position - index) * (high - low);
}

import type { Interval } from './interval.js';

/** Chi-square with 1 degree of freedom at 0.998: the critical value in Fingertips' trend marker. */
export const TREND_CRITICAL = 9.54953570608324;

/** Width of a 95% interval in standard errors, as Fingertips rounds it. */
const INTERVAL_WIDTH = 3.92;

export type TrendMarker = 'increasing' | 'decreasing' | 'no significant change' | 'cannot be calculated';

export interface TrendMarkerResult {
  readonly marker: TrendMarker;
  readonly chisq: number;
  /** Per period: of the values, or of the log odds for proportions. */
  readonly slope: number;
  /** Leaving out any one point leaves the slope's sign as it is. */
  readonly slopesAgree: boolean;
}

const NOT_CALCULATED: TrendMarkerResult = {
  marker: 'cannot be calculated',
  chisq: Number.NaN,
  slope: Number.NaN,
  slopesAgree: false,
};

/**
 * Fingertips' recent-trend marker of values with 95% intervals: a straight line weighted by 1/SE^2, called only beyond the
 * critical value and when every leave-one-out slope agrees. Values without intervals cannot be calculated; reading the
 * missing ones as "no change" is the trap.
 */
export function fingertipsTrend(
  values: readonly number[],
  intervals: readonly (Interval | null)[] | null,
): TrendMarkerResult {
  if (values.length < 3 || intervals === null || intervals.length !== values.length) return NOT_CALCULATED;
  const weights: number[] = [];
  for (const interval of intervals) {
    const error = interval === null ? Number.NaN : (interval.upper - interval.lower) / INTERVAL_WIDTH;
    if (!(error > 0)) return NOT_CALCULATED;
    weights.push(1 / (error * error));
  }
  const line = weightedLine(values, weights);
  return marked(line.slope * line.slope * line.spread, line.slope, values, weights);
}

/**
 * The same marker for proportions: chi-square for trend over equally spaced periods; the slope is the plain
 * one of the log odds.
 */
export function fingertipsTrendProportion(
  counts: readonly number[],
  denominators: readonly number[],
): TrendMarkerResult {
  if (counts.length < 3 || counts.length !== denominators.length) return NOT_CALCULATED;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const all = denominators.reduce((sum, n) => sum + n, 0);
  const share = total / all;
  if (!(share > 0 && share < 1)) return NOT_CALCULATED;
  const centre = denominators.reduce((sum, n, i) => sum + n * i, 0) / all;
  let moment = 0;
  let spread = 0;
  for (const [i, n] of denominators.entries()) {
    moment += (i - centre) * ((counts[i] ?? 0) - n * share);
    spread += n * (i - centre) ** 2;
  }
  const odds = counts.map((count, i) => Math.log(count / ((denominators[i] ?? 0) - count)));
  const weights = counts.map(() => 1);
  const chisq = (moment * moment) / (share * (1 - share) * spread);
  return marked(chisq, weightedLine(odds, weights).slope, odds, weights);
}

function marked(
  chisq: number,
  slope: number,
  values: readonly number[],
  weights: readonly number[],
): TrendMarkerResult {
  if (!Number.isFinite(chisq) || !Number.isFinite(slope)) return NOT_CALCULATED;
  const slopesAgree = values.every((_, left) => {
    const kept = weights.map((weight, i) => (i === left ? 0 : weight));
    return Math.sign(weightedLine(values, kept).slope) === Math.sign(slope);
  });
  const called = chisq > TREND_CRITICAL && slopesAgree;
  const marker = called ? (slope > 0 ? 'increasing' : 'decreasing') : 'no significant change';
  return { marker, chisq, slope, slopesAgree };
}

/** Weighted least squares of the values on their index; `spread` is the weighted sum of squares of the index. */
function weightedLine(values: readonly number[], weights: readonly number[]) {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const centre = weights.reduce((sum, weight, i) => sum + weight * i, 0) / all;
  let spread = 0;
  let moment = 0;
  for (const [i, weight] of weights.entries()) {
    if (weight === 0) continue;
    spread += weight * (i - centre) ** 2;
    moment += weight * (i - centre) * (values[i] ?? 0);
  }
  return { slope: moment / spread, spread };
}

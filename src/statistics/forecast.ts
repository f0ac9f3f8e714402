import { tQuantile } from './distributions.js';
import { type Interval, zFor } from './interval.js';
import { negativeBinomialQuantile, poissonQuantile } from './quantiles.js';
import { fittedNext, type Series, trend } from './trend.js';

/** Fewer periods or a smaller mean than this, and nothing is forecast. */
const FEWEST_PERIODS = 6;
const SMALLEST_MEAN = 3;

export interface Forecast {
  readonly mean: number;
  /** Dispersion used: variance over mean of the counts, or of the trend's residuals; at least 1. */
  readonly dispersion: number;
  /** Whole numbers: the range drawn (80%) and the range beyond which a figure would surprise (95%). */
  readonly range80: Interval;
  readonly range95: Interval;
  /** Variance of the next count behind the 95% range. */
  readonly variance95: number;
}

/**
 * The next count if nothing changes: a negative binomial around the mean of the counts, as wide as they vary and as little as
 * they are.
 * @throws RangeError for fewer than two counts.
 */
export function forecastNext(counts: readonly number[]): Forecast {
  const n = counts.length;
  if (n < 2) throw new RangeError('a forecast needs two or more counts');
  const mean = counts.reduce((sum, count) => sum + count, 0) / n;
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (n - 1);
  const dispersion = mean === 0 ? 1 : Math.max(1, variance / mean);
  return ranges(mean, dispersion, mean * dispersion * (1 + 1 / n), n - 1);
}

export interface TrendForecast extends Forecast {
  /** Variance of the log of the fitted mean. */
  readonly etaVariance: number;
}

/** The next count along the fitted trend, season included; only for a series whose verdict is rising or falling. */
export function forecastNextTrend(series: Series, nextPersonYears: number): TrendForecast {
  const { mean, etaVariance, phi, df } = fittedNext(series, nextPersonYears);
  const dispersion = Math.max(1, phi);
  const variance = dispersion * (mean + mean * mean * etaVariance);
  return { ...ranges(mean, dispersion, variance, df), etaVariance };
}

/** The forecast that the series has earned (with its trend or without), or why there is none. */
export function forecast(
  series: Series,
  nextPersonYears: number,
): Forecast | 'too few periods' | 'too few events' {
  if (series.counts.length < FEWEST_PERIODS) return 'too few periods';
  const flat = forecastNext(series.counts);
  if (flat.mean < SMALLEST_MEAN) return 'too few events';
  return trend(series).verdict === 'no clear trend' ? flat : forecastNextTrend(series, nextPersonYears);
}

/** Poisson forecast from a Jeffreys prior, which forgets that counts vary more than chance: for comparison only. */
export function poissonForecast(counts: readonly number[], confidence: number): Interval {
  const size = counts.reduce((sum, count) => sum + count, 0) + 0.5;
  const mean = size / counts.length;
  const tail = (1 - confidence) / 2;
  return {
    lower: negativeBinomialQuantile(tail, mean, size),
    upper: negativeBinomialQuantile(1 - tail, mean, size),
  };
}

function ranges(mean: number, dispersion: number, variance: number, df: number): Forecast {
  const at = (confidence: number) => {
    const k = tQuantile(1 - (1 - confidence) / 2, df) / zFor(confidence);
    return countRange(mean, variance * k * k, confidence);
  };
  const likely = at(0.95);
  return { mean, dispersion, range80: at(0.8).range, range95: likely.range, variance95: likely.variance };
}

function countRange(mean: number, variance: number, confidence: number) {
  const tail = (1 - confidence) / 2;
  const quantile = (p: number) =>
    variance > mean
      ? negativeBinomialQuantile(p, mean, (mean * mean) / (variance - mean))
      : poissonQuantile(p, mean);
  return { range: { lower: quantile(tail), upper: quantile(1 - tail) }, variance };
}

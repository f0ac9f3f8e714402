import { normalCdf, tCdf, tQuantile } from './distributions.js';
import { assertPositive, LIKELY, zFor } from './interval.js';
import { dot } from './linearAlgebra.js';
import { type PoissonFit, poissonRegression } from './poissonRegression.js';

export type TrendVerdict = 'rising' | 'falling' | 'no clear trend';

/** From this many half-years a term for the two seasons fits; fewer leave no room for it. */
export const SEASON_FROM = 8;

/** Fewer half-years than this, or a smaller mean count: no trend is stated. */
export const FEWEST_PERIODS = 6;
export const SMALLEST_MEAN = 5;

export interface Trend {
  /** Change of the log rate per period. */
  readonly slope: number;
  readonly poissonError: number;
  /** Pearson dispersion: above 1 the counts vary more than chance. */
  readonly phi: number;
  readonly df: number;
  readonly poissonP: number;
  readonly quasiP: number;
  /** The larger of the two. */
  readonly p: number;
  /** Change per period in percent, with its 95% range. */
  readonly percent: number;
  readonly percentLower95: number;
  readonly percentUpper95: number;
  readonly verdict: TrendVerdict;
}

export interface Series {
  readonly counts: readonly number[];
  readonly personYears: readonly number[];
  /** Whether the two halves of the year get a term of their own; default from 8 periods. */
  readonly season?: boolean;
}

/**
 * Trend of counts over consecutive half-years: Poisson regression on time (and season), judged by the more cautious of
 * the Poisson and the overdispersed (quasi-Poisson, t) test.
 * @throws RangeError for unlike lengths, or when no degree of freedom is left.
 */
export function trend(series: Series): Trend {
  const { fit } = fitSeries(series);
  const slope = fit.coefficients[1] ?? 0;
  const poissonError = Math.sqrt(fit.covariance[1]?.[1] ?? 0);
  const quasiError = poissonError * Math.sqrt(fit.phi);
  const poissonP = 2 * normalCdf(-Math.abs(slope / poissonError));
  const quasiP = quasiError === 0 ? (slope === 0 ? 1 : 0) : 2 * tCdf(-Math.abs(slope / quasiError), fit.df);
  const p = Math.max(poissonP, quasiP);
  const half = Math.max(zFor(LIKELY) * poissonError, tQuantile(1 - (1 - LIKELY) / 2, fit.df) * quasiError);
  const percent = (log: number) => 100 * Math.expm1(log);
  return {
    slope,
    poissonError,
    phi: fit.phi,
    df: fit.df,
    poissonP,
    quasiP,
    p,
    percent: percent(slope),
    percentLower95: percent(slope - half),
    percentUpper95: percent(slope + half),
    verdict: p < 1 - LIKELY ? (slope > 0 ? 'rising' : 'falling') : 'no clear trend',
  };
}

/** Why no trend may be stated over the counts, or null when one may: too short, or too small. */
export function trendRefusal(counts: readonly number[]): 'too few periods' | 'too few events' | null {
  if (counts.length < FEWEST_PERIODS) return 'too few periods';
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return mean < SMALLEST_MEAN ? 'too few events' : null;
}

/**
 * Index of the one period on which a rising or falling verdict hangs: leaving it out changes the slope's sign or lifts p to 0.05
 * or more. Null when the verdict stands without any one period, or there is none.
 */
export function decisivePeriod(series: Series): number | null {
  const whole = trend(series);
  if (whole.verdict === 'no clear trend') return null;
  let decisive: { index: number; p: number } | null = null;
  for (const index of series.counts.keys()) {
    const rest = judgedWithout(series, index);
    const flips = Math.sign(rest.slope) !== Math.sign(whole.slope) || rest.p >= 1 - LIKELY;
    if (flips && (decisive === null || rest.p > decisive.p)) decisive = { index, p: rest.p };
  }
  return decisive?.index ?? null;
}

export interface FittedNext {
  readonly mean: number;
  /** Variance of the linear predictor, before dispersion. */
  readonly etaVariance: number;
  readonly phi: number;
  readonly df: number;
}

/** The fitted mean of the period after the last, season included. */
export function fittedNext(series: Series, nextPersonYears: number): FittedNext {
  assertPositive(nextPersonYears, 'person-years');
  const { fit, row } = fitSeries(series);
  const next = row(series.counts.length);
  const eta = dot(next, fit.coefficients) + Math.log(nextPersonYears);
  const etaVariance = dot(
    next,
    fit.covariance.map((line) => dot(line, next)),
  );
  return { mean: Math.exp(eta), etaVariance, phi: fit.phi, df: fit.df };
}

function fitSeries(series: Series): { fit: PoissonFit; row: (index: number) => number[] } {
  const { counts, personYears } = series;
  if (counts.length !== personYears.length) throw new RangeError('every count needs person-years');
  const row = designRow(counts.length, series.season ?? counts.length >= SEASON_FROM);
  const kept = counts.map((_, index) => index);
  return { fit: fitRows(series, kept, row), row };
}

function fitRows(series: Series, kept: readonly number[], row: (index: number) => number[]): PoissonFit {
  const design = kept.map(row);
  if (kept.length <= (design[0]?.length ?? 0)) throw new RangeError('too few periods for a trend');
  const offset = kept.map((index) => {
    const years = series.personYears[index] ?? 0;
    assertPositive(years, 'person-years');
    return Math.log(years);
  });
  return poissonRegression(
    kept.map((index) => series.counts[index] ?? 0),
    design,
    offset,
  );
}

/** Constant, centred time, and -0.5 or +0.5 for the half of the year. */
function designRow(length: number, season: boolean): (index: number) => number[] {
  const middle = (length - 1) / 2;
  return (index) => [1, index - middle, ...(season ? [index % 2 === 0 ? -0.5 : 0.5] : [])];
}

function judgedWithout(series: Series, left: number): { readonly slope: number; readonly p: number } {
  const season = series.season ?? series.counts.length >= SEASON_FROM;
  const kept = [...series.counts.keys()].filter((index) => index !== left);
  const fit = fitRows(series, kept, designRow(series.counts.length, season));
  const slope = fit.coefficients[1] ?? 0;
  const error = Math.sqrt(fit.covariance[1]?.[1] ?? 0);
  const poissonP = 2 * normalCdf(-Math.abs(slope / error));
  const quasiP = 2 * tCdf(-Math.abs(slope / (error * Math.sqrt(fit.phi))), fit.df);
  return { slope, p: Math.max(poissonP, quasiP) };
}

/**
 * Quantiles and tails from @stdlib. The only module that may import it: the build bundles this file, so that an
 * installed package carries the handful of functions and not their 230 packages (docs/dependencies.md).
 */

import gammalnStdlib from '@stdlib/math-base-special-gammaln';
import betaQuantileStdlib from '@stdlib/stats-base-dists-beta-quantile';
import binomialQuantile from '@stdlib/stats-base-dists-binomial-quantile';
import chisquareQuantileStdlib from '@stdlib/stats-base-dists-chisquare-quantile';
import negativeBinomialQuantile from '@stdlib/stats-base-dists-negative-binomial-quantile';
import normalCdfStdlib from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantileStdlib from '@stdlib/stats-base-dists-normal-quantile';
import poissonQuantile from '@stdlib/stats-base-dists-poisson-quantile';
import tCdfStdlib from '@stdlib/stats-base-dists-t-cdf';
import tQuantileStdlib from '@stdlib/stats-base-dists-t-quantile';

/** Natural logarithm of the gamma function at x > 0. */
export function logGamma(x: number): number {
  return gammalnStdlib(x);
}

/** Standard normal quantile: the z below which the share p lies. */
export function normalQuantile(p: number): number {
  return normalQuantileStdlib(p, 0, 1);
}

/** Standard normal distribution function P(Z <= z). */
export function normalCdf(z: number): number {
  return normalCdfStdlib(z, 0, 1);
}

/** Student's t distribution function P(T <= t) with `df` degrees of freedom. */
export function tCdf(t: number, df: number): number {
  return tCdfStdlib(t, df);
}

/** Student's t quantile with `df` degrees of freedom. */
export function tQuantile(p: number, df: number): number {
  return tQuantileStdlib(p, df);
}

/** Beta quantile with shapes a and b, both above 0. */
export function betaQuantile(p: number, a: number, b: number): number {
  return betaQuantileStdlib(p, a, b);
}

/** Chi-square quantile for few degrees of freedom; callers use `chisqQuantile`, which guards the many. */
export function chisqQuantileFewDf(p: number, df: number): number {
  return chisquareQuantileStdlib(p, df);
}

/** Poisson quantile for a mean that is not too large; callers use `poissonQuantile` of quantiles.ts, which guards the rest. */
export function poissonQuantileFewEvents(p: number, mean: number): number {
  return poissonQuantile(p, mean);
}

/** Binomial quantile of n trials with a chance each. */
export function binomialQuantileStdlib(p: number, n: number, chance: number): number {
  return binomialQuantile(p, n, chance);
}

/** Quantile of the failures before `size` successes with this chance of success. */
export function negativeBinomialQuantileStdlib(p: number, size: number, chance: number): number {
  return negativeBinomialQuantile(p, size, chance);
}

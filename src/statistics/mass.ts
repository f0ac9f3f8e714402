import { logGamma } from './distributions.js';

/**
 * Probability masses by the saddle-point expansion (Loader 2000, "Fast and accurate computation of binomial
 * probabilities"): full precision where a difference of log-factorials loses digits.
 */

const STIRLING_EXACT_BELOW = 16;
const stirlingTable = Array.from({ length: STIRLING_EXACT_BELOW }, (_, n) =>
  n === 0 ? 0 : logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - 0.5 * Math.log(2 * Math.PI),
);

/** log(n!) minus Stirling's approximation sqrt(2 pi n)(n/e)^n, for n >= 0. */
function stirlingError(n: number): number {
  if (n < STIRLING_EXACT_BELOW) {
    const exact = stirlingTable[n];
    if (exact !== undefined) return exact;
    return logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - 0.5 * Math.log(2 * Math.PI);
  }
  const square = n * n;
  const tail = 1 / 1680 - (1 / 1188 - 691 / 360360 / square) / square;
  return (1 / 12 - (1 / 360 - (1 / 1260 - tail / square) / square) / square) / n;
}

/** Deviance part x log(x/mean) + mean - x without cancellation when x is near the mean. */
function devianceTerm(x: number, mean: number): number {
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const v = (x - mean) / (x + mean);
  let sum = (x - mean) * v;
  let power = 2 * x * v;
  for (let j = 1; j < 1000; j += 1) {
    power *= v * v;
    const next = sum + power / (2 * j + 1);
    if (next === sum) return next;
    sum = next;
  }
  return sum;
}

/** Poisson mass P(X = x) for a mean >= 0; x may be fractional (then the gamma-density form is meant). */
export function poissonMass(x: number, mean: number): number {
  if (mean === 0) return x === 0 ? 1 : 0;
  if (x < 0) return 0;
  if (x === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(x) - devianceTerm(x, mean)) / Math.sqrt(2 * Math.PI * x);
}

/** Binomial mass P(X = x) of n trials with chance p; x and n may be fractional as in a beta density. */
export function binomialMass(x: number, n: number, p: number): number {
  if (x < 0 || x > n) return 0;
  const q = 1 - p;
  if (p === 0) return x === 0 ? 1 : 0;
  if (q === 0) return x === n ? 1 : 0;
  if (x === 0) return Math.exp(n * Math.log1p(-p));
  if (x === n) return Math.exp(n * Math.log(p));
  const log =
    stirlingError(n) -
    stirlingError(x) -
    stirlingError(n - x) -
    devianceTerm(x, n * p) -
    devianceTerm(n - x, n * q);
  return Math.exp(log) * Math.sqrt(n / (2 * Math.PI * x * (n - x)));
}

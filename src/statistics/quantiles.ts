import { poissonCdf } from './binomialTails.js';
import {
  binomialQuantileStdlib,
  negativeBinomialQuantileStdlib,
  normalQuantile,
  poissonQuantileFewEvents,
} from './distributions.js';
import { poissonMass } from './mass.js';

/** stdlib's Poisson quantile is one short at the median from a mean of about 2,500 up; below this it agrees everywhere. */
const STDLIB_POISSON_BELOW = 1000;

/** Slack by which R's discrete quantiles forgive rounding in a sum that should equal p. */
const FUZZ = 64 * Number.EPSILON;

function assertShare(p: number): void {
  if (!(p >= 0 && p < 1)) throw new RangeError('a discrete quantile needs p from 0 up to, not including, 1');
}

/** stdlib gives -0 for some noughts, which would be printed with its sign. */
function unsigned(count: number): number {
  return count === 0 ? 0 : count;
}

/** Smallest k with P(X <= k) >= p for X ~ Poisson(mean). */
export function poissonQuantile(p: number, mean: number): number {
  assertShare(p);
  if (mean === 0) return 0;
  return unsigned(mean < STDLIB_POISSON_BELOW ? poissonQuantileFewEvents(p, mean) : manyEvents(p, mean));
}

/** Smallest k with P(X <= k) >= p for X ~ Bin(n, chance). */
export function binomialQuantile(p: number, n: number, chance: number): number {
  assertShare(p);
  return n === 0 ? 0 : unsigned(binomialQuantileStdlib(p, n, chance));
}

/** Smallest k with P(X <= k) >= p for a negative binomial with this mean and size (variance mean + mean^2/size). */
export function negativeBinomialQuantile(p: number, mean: number, size: number): number {
  assertShare(p);
  return mean === 0 ? 0 : unsigned(negativeBinomialQuantileStdlib(p, size, size / (size + mean)));
}

/** Walks from the normal guess to the smallest value that reaches p. */
function manyEvents(p: number, mean: number): number {
  let k = Math.max(0, Math.floor(mean + normalQuantile(p) * Math.sqrt(mean)));
  const target = p * (1 - FUZZ);
  let reached = poissonCdf(k, mean);
  while (reached < target) {
    k += 1;
    reached += poissonMass(k, mean);
  }
  while (k > 0 && reached - poissonMass(k, mean) >= target) {
    reached -= poissonMass(k, mean);
    k -= 1;
  }
  return k;
}

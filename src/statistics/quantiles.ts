import { binomCdf, poissonCdf } from './binomialTails.js';
import { normalQuantile } from './distributions.js';
import { binomialMass, negativeBinomialMass, poissonMass } from './mass.js';

/** Slack by which R's discrete quantiles forgive rounding in a sum that should equal p. */
const FUZZ = 64 * Number.EPSILON;

const NEGLIGIBLE = 1e-18;

/** Smallest k with P(X <= k) >= p for X ~ Poisson(mean). */
export function poissonQuantile(p: number, mean: number): number {
  if (mean === 0) return 0;
  const start = Math.max(0, Math.floor(mean + normalQuantile(p) * Math.sqrt(mean)));
  return walk(p, start, poissonCdf(start, mean), (k) => poissonMass(k, mean));
}

/** Smallest k with P(X <= k) >= p for X ~ Bin(n, chance). */
export function binomialQuantile(p: number, n: number, chance: number): number {
  if (n === 0 || chance === 0) return 0;
  if (chance === 1) return n;
  const guess = n * chance + normalQuantile(p) * Math.sqrt(n * chance * (1 - chance));
  const start = Math.min(n, Math.max(0, Math.floor(guess)));
  return Math.min(
    n,
    walk(p, start, binomCdf(start, n, chance), (k) => binomialMass(k, n, chance)),
  );
}

/** Smallest k with P(X <= k) >= p for a negative binomial with this mean and size (variance mean + mean^2/size). */
export function negativeBinomialQuantile(p: number, mean: number, size: number): number {
  if (mean === 0) return 0;
  const massAt = (k: number) => negativeBinomialMass(k, mean, size);
  // From the bulk, not from 0: beyond a mean of about 1,000 the mass at 0 is too small for a floating-point number.
  const start = Math.max(0, Math.floor(mean + normalQuantile(p) * Math.sqrt(mean + (mean * mean) / size)));
  return walk(p, start, sumDown(start, mean, massAt), massAt);
}

/** P(X <= k), summed downwards from k until, below the mean, the masses stop mattering. */
function sumDown(k: number, mean: number, massAt: (k: number) => number): number {
  let sum = 0;
  for (let at = k; at >= 0; at -= 1) {
    const mass = massAt(at);
    sum += mass;
    if (at < mean && mass < sum * NEGLIGIBLE) break;
  }
  return sum;
}

/** Walks from k with cumulative probability `cdf` to the smallest value that reaches p. */
function walk(p: number, k: number, cdf: number, massAt: (k: number) => number): number {
  if (!(p >= 0 && p < 1)) throw new RangeError('a discrete quantile needs p from 0 up to, not including, 1');
  const target = p * (1 - FUZZ);
  let at = k;
  let reached = cdf;
  while (reached < target) {
    at += 1;
    const mass = massAt(at);
    reached += mass;
    if (mass === 0 && at > k + 10) break;
  }
  while (at > 0) {
    const below = reached - massAt(at);
    if (below < target) break;
    reached = below;
    at -= 1;
  }
  return at;
}

import { binomialMass, poissonMass } from './mass.js';

export interface CountTails {
  /** P(X < x). */
  readonly below: number;
  /** P(X = x). */
  readonly at: number;
  /** P(X > x). */
  readonly above: number;
}

const NEGLIGIBLE = 1e-18;

/**
 * P(X < x), P(X = x) and P(X > x) for X ~ Bin(n, p). The tail away from the mean is summed from its masses until they
 * stop mattering; the other is what is left, so the small one is never a difference of nearly equal numbers.
 */
export function binomialTails(x: number, n: number, p: number): CountTails {
  const at = binomialMass(x, n, p);
  if (p <= 0 || p >= 1) {
    const mean = p <= 0 ? 0 : n;
    return { below: x > mean ? 1 : 0, at, above: x < mean ? 1 : 0 };
  }
  if (x >= n * p) {
    const above = sumBinomial(at, x, n, p, 1 - p, (k) => binomialMass(k, n, p));
    return { below: Math.max(0, 1 - at - above), at, above };
  }
  // What lies below is above when misses are counted in place of hits.
  const below = sumBinomial(at, n - x, n, 1 - p, p, (misses) => binomialMass(n - misses, n, p));
  return { below, at, above: Math.max(0, 1 - at - below) };
}

/** P(X < x), P(X = x) and P(X > x) for X ~ Poisson(mean). */
export function poissonTails(x: number, mean: number): CountTails {
  const at = poissonMass(x, mean);
  if (mean === 0) return { below: x > 0 ? 1 : 0, at, above: 0 };
  const restart = (k: number) => poissonMass(k, mean);
  if (x >= mean) {
    const above = sumOutward(at, x, (k) => mean / (k + 1), 1, Number.POSITIVE_INFINITY, restart);
    return { below: Math.max(0, 1 - at - above), at, above };
  }
  const below = sumOutward(at, x, (k) => k / mean, -1, 0, restart);
  return { below, at, above: Math.max(0, 1 - at - below) };
}

/** P(X <= k) for X ~ Bin(n, p). */
export function binomCdf(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  if (k >= n) return 1;
  const tails = binomialTails(Math.floor(k), n, p);
  return tails.below + tails.at;
}

/** P(X <= k) for X ~ Poisson(mean). */
export function poissonCdf(k: number, mean: number): number {
  if (k < 0) return 0;
  const tails = poissonTails(Math.floor(k), mean);
  return tails.below + tails.at;
}

/** Adds the masses above `x`, each from the last; `p` and `q` are the shares of hits and misses. Called a million times a profile, so without a function for the ratio. */
function sumBinomial(
  first: number,
  x: number,
  n: number,
  p: number,
  q: number,
  massAt: (k: number) => number,
): number {
  let mass = first;
  let sum = 0;
  for (let k = x; k < n; ) {
    mass = mass > 0 ? mass * ((((n - k) / (k + 1)) * p) / q) : massAt(k + 1);
    k += 1;
    sum += mass;
    if (mass <= sum * NEGLIGIBLE) break;
  }
  return sum;
}

/** Adds the masses beyond `x` in one direction, each from the last by a ratio. */
function sumOutward(
  first: number,
  x: number,
  ratio: (k: number) => number,
  step: 1 | -1,
  end: number,
  massAt: (k: number) => number,
): number {
  let k = x;
  let mass = first;
  let sum = 0;
  while (step === 1 ? k < end : k > end) {
    mass = mass > 0 ? mass * ratio(k) : massAt(k + step);
    k += step;
    sum += mass;
    if (mass <= sum * NEGLIGIBLE) break;
  }
  return sum;
}

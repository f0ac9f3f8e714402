import { binomialTails } from './binomialTails.js';
import { betaQuantile } from './distributions.js';
import type { Interval } from './interval.js';
import { binomialMass } from './mass.js';

/** Relative slack within which two outcomes count as equally likely (as in R's `binom.test`). */
const TIE = 1 + 1e-7;

/** Doubled mid-P of x successes in n trials when the chance is p: ties count by half. */
export function midP(x: number, n: number, p: number): number {
  const tails = binomialTails(x, n, p);
  return Math.min(1, 2 * Math.min(tails.above + 0.5 * tails.at, tails.below + 0.5 * tails.at));
}

/** Doubled exact ("central") p of x successes in n trials when the chance is p. */
export function centralP(x: number, n: number, p: number): number {
  const tails = binomialTails(x, n, p);
  return Math.min(1, 2 * Math.min(tails.above + tails.at, tails.below + tails.at));
}

/** Exact p by minimum likelihood: all outcomes no likelier than x (R's `binom.test` and `poisson.test`). */
export function minimumLikelihoodP(x: number, n: number, p: number): number {
  const limit = binomialMass(x, n, p) * TIE;
  let sum = 0;
  for (let k = 0; k <= n; k += 1) {
    const mass = binomialMass(k, n, p);
    if (mass <= limit) sum += mass;
  }
  return Math.min(1, sum);
}

/** Clopper and Pearson's exact limits of the chance, x of n. */
export function clopperPearson(x: number, n: number, confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  return {
    lower: x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    upper: x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x),
  };
}

/**
 * Mid-P limits of the chance, x of n: where P(X > x) + P(X = x)/2 falls to the tail, and its mirror image
 * (Rothman; OpenEpi). The limits are 0 and 1 at the ends.
 */
export function midPLimits(x: number, n: number, confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  return {
    lower: x === 0 ? 0 : solveUpperMid(x, n, tail),
    upper: x === n ? 1 : 1 - solveUpperMid(n - x, n, tail),
  };
}

/**
 * The chance p at which P(X > x) + P(X = x)/2 equals `tail`. Newton's steps on the known slope, kept inside a bracket
 * that every evaluation narrows, so that it ends even where a step would leave it.
 */
function solveUpperMid(x: number, n: number, tail: number): number {
  let low = 0;
  let high = 1;
  let p = Math.max(1e-12, (x / n) * 0.5);
  for (let step = 0; step < 200; step += 1) {
    const tails = binomialTails(x, n, p);
    const gap = tails.above + 0.5 * tails.at - tail;
    if (gap > 0) high = p;
    else low = p;
    const slope = 0.5 * tails.at * ((n - x) / (1 - p) + x / p);
    const newton = p - gap / slope;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - p) <= 1e-15 * p || high - low <= 1e-16) return next;
    p = next;
  }
  return p;
}

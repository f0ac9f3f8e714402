import { poissonMass } from './mass.js';

export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

const MOST_TERMS = 100_000;

/**
 * Both tails of the gamma distribution with shape `a` and rate 1 at `x`: the regularised incomplete gamma functions.
 * Series below the mean, Lentz's continued fraction above it, so the smaller tail keeps its digits. Ours because
 * stdlib's upper tail is wrong in the third digit from shape 855 up.
 */
export function gammaTails(x: number, a: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  if (x < a + 1) {
    let term = 1;
    let sum = 1;
    for (let n = 1; n < MOST_TERMS && term > sum * 1e-17; n += 1) {
      term *= x / (a + n);
      sum += term;
    }
    const lower = Math.min(1, poissonMass(a, x) * sum);
    return { lower, upper: 1 - lower };
  }
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / nonZero(an * d + b, tiny);
    c = nonZero(b + an / c, tiny);
    const factor = d * c;
    fraction *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  const upper = Math.min(1, poissonMass(a, x) * a * fraction);
  return { lower: 1 - upper, upper };
}

function nonZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

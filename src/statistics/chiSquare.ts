import { chisqQuantileFewDf, normalQuantile } from './distributions.js';
import { gammaTails } from './gammaTails.js';
import { poissonMass } from './mass.js';

/** stdlib's chi-square quantile is right to 1e-14 below this and wrong in the fourth digit from 1,710 up. */
const MANY_DF = 1000;

/** Upper tail P(X > x) of chi-square with `df` degrees of freedom. */
export function chisqUpperTail(x: number, df: number): number {
  return gammaTails(x / 2, df / 2).upper;
}

/** Chi-square quantile for any df > 0 and p in [0, 1]. */
export function chisqQuantile(p: number, df: number): number {
  if (!(df > 0)) throw new RangeError('degrees of freedom must be above 0');
  return df < MANY_DF ? chisqQuantileFewDf(p, df) : 2 * gammaQuantileLargeShape(p, df / 2);
}

/** Wilson and Hilferty's start, then Newton steps on the smaller tail. */
function gammaQuantileLargeShape(p: number, shape: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return Number.POSITIVE_INFINITY;
  const z = normalQuantile(p);
  let x = shape * (1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3;
  for (let step = 0; step < 20; step += 1) {
    const tails = gammaTails(x, shape);
    const density = (poissonMass(shape, x) * shape) / x;
    const gap = p < 0.5 ? tails.lower - p : 1 - p - tails.upper;
    const next = Math.max(x / 2, x - gap / density);
    if (Math.abs(next - x) <= 1e-15 * x) return next;
    x = next;
  }
  return x;
}

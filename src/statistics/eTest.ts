import { assertCount, assertPositive } from './interval.js';
import { poissonMass } from './mass.js';

/** Masses below this cannot reach the last digits of the p-value. */
const NEGLIGIBLE = 1e-20;

/** Relative slack within which two statistics are tied: they are ratios of whole numbers, compared in floating point. */
const TIE = 1 - 1e-12;

/**
 * E-test of two Poisson counts k1 over n1 and k2 over n2 (Krishnamoorthy and Thomson 2004): how often, at the pooled rate,
 * the studentised difference is at least as large as seen. A cross-check of mid-P; it has no interval of its own.
 * @throws RangeError for counts that are not whole or exposures that are not positive.
 */
export function eTest(k1: number, k2: number, n1 = 1, n2 = 1): number {
  assertCount(k1, 'the first count');
  assertCount(k2, 'the second count');
  assertPositive(n1, 'the first exposure');
  assertPositive(n2, 'the second exposure');
  if (k1 + k2 === 0) return 1;
  const pooled = (k1 + k2) / (n1 + n2);
  const first = massesAround(pooled * n1);
  const second = massesAround(pooled * n2);
  const squared = (x1: number, x2: number) => (x1 * n2 - x2 * n1) ** 2 / (x1 * n2 * n2 + x2 * n1 * n1);
  const seen = squared(k1, k2) * TIE;
  let p = 0;
  for (const [x1, mass1] of first) {
    let inner = 0;
    for (const [x2, mass2] of second) if (x1 + x2 > 0 && squared(x1, x2) >= seen) inner += mass2;
    p += mass1 * inner;
  }
  return Math.min(1, p);
}

/** The outcomes of a Poisson count that matter, with their masses, from the smallest up. */
function massesAround(mean: number): readonly (readonly [number, number])[] {
  const masses: (readonly [number, number])[] = [];
  const reach = 12 * Math.sqrt(mean) + 60;
  for (let x = Math.max(0, Math.floor(mean - reach)); x <= mean + reach; x += 1) {
    const mass = poissonMass(x, mean);
    if (mass > NEGLIGIBLE) masses.push([x, mass]);
  }
  return masses;
}

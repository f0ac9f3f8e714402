import { assertCount } from './interval.js';
import { binomialMass } from './mass.js';

/** Relative slack within which two tables count as equally likely (as in R). */
const TIE = 1 + 1e-7;

/** Fisher's exact two-sided p for x1 of n1 against x2 of n2: all tables no likelier than the one seen. */
export function fisherExact(x1: number, n1: number, x2: number, n2: number): number {
  for (const count of [x1, n1 - x1, x2, n2 - x2]) assertCount(count, 'a cell of the table');
  const successes = x1 + x2;
  const share = successes / (n1 + n2);
  const whole = binomialMass(successes, n1 + n2, share);
  const mass = (k: number) => (binomialMass(k, n1, share) * binomialMass(successes - k, n2, share)) / whole;
  const seen = mass(x1) * TIE;
  let p = 0;
  for (let k = Math.max(0, successes - n2); k <= Math.min(n1, successes); k += 1) {
    const at = mass(k);
    if (at <= seen) p += at;
  }
  return Math.min(1, p);
}

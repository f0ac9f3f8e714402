import { poissonCdf } from './binomialTails.js';
import { poissonMass } from './mass.js';

/**
 * Naus's approximation (1982) to the chance that somewhere in `length` time units some window of `width` units holds `n`
 * or more events, when `mean` events are expected per time unit and come independently.
 * @throws RangeError unless the window fits at least twice and n is at least 2.
 */
export function scanWindow(length: number, width: number, mean: number, n: number): number {
  if (!(length >= 2 * width) || !Number.isInteger(n) || n < 2) {
    throw new RangeError('the window must fit at least twice, and n be a whole number of at least 2');
  }
  const psi = mean * width;
  const p = (k: number) => (k < 0 ? 0 : poissonMass(k, psi));
  const F = (k: number) => poissonCdf(k, psi);
  const twoWindows = F(n - 1) ** 2 - (n - 1) * p(n) * p(n - 2) - (n - 1 - psi) * p(n) * F(n - 3);
  const a1 = 2 * p(n) * F(n - 1) * ((n - 1) * F(n - 2) - psi * F(n - 3));
  const a2 =
    0.5 * p(n) ** 2 * ((n - 1) * (n - 2) * F(n - 3) - 2 * (n - 2) * psi * F(n - 4) + psi ** 2 * F(n - 5));
  let a3 = 0;
  let a4 = 0;
  for (let r = 1; r < n; r += 1) {
    a3 += p(2 * n - r) * F(r - 1) ** 2;
    if (r >= 2) a4 += p(2 * n - r) * p(r) * ((r - 1) * F(r - 2) - psi * F(r - 3));
  }
  const threeWindows = F(n - 1) ** 3 - a1 + a2 + a3 - a4;
  return 1 - twoWindows * (threeWindows / twoWindows) ** (length / width - 2);
}

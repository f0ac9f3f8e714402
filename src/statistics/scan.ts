import { poissonCdf } from './binomialTails.js';
import { poissonMass } from './mass.js';

/**
 * Naus's approximation (1982) to the chance that somewhere in a time as long as `windows` windows some window holds `n` or more
 * events, when `mean` events are expected per window and come independently. Naus extends from `step` windows (2); ptools
 * lets that be 1. The last sum ends at n - 2 as in the worked example of Aberdein and Spiegelhalter (2013).
 * @throws RangeError unless there are at least two windows and n is a whole number of at least 2.
 */
export function scanWindow(windows: number, step: number, mean: number, n: number): number {
  if (!(windows >= 2) || !Number.isInteger(n) || n < 2) {
    throw new RangeError('there must be two windows or more, and n be a whole number of at least 2');
  }
  const p = (k: number) => (k < 0 ? 0 : poissonMass(k, mean));
  const F = (k: number) => poissonCdf(k, mean);
  const twoWindows = F(n - 1) ** 2 - (n - 1) * p(n) * p(n - 2) - (n - 1 - mean) * p(n) * F(n - 3);
  const a1 = 2 * p(n) * F(n - 1) * ((n - 1) * F(n - 2) - mean * F(n - 3));
  const a2 =
    0.5 * p(n) ** 2 * ((n - 1) * (n - 2) * F(n - 3) - 2 * (n - 2) * mean * F(n - 4) + mean ** 2 * F(n - 5));
  let a3 = 0;
  let a4 = 0;
  for (let r = 1; r < n; r += 1) {
    a3 += p(2 * n - r) * F(r - 1) ** 2;
    if (r <= n - 2) a4 += p(2 * n - r) * p(r) * ((r - 1) * F(r - 2) - mean * F(r - 3));
  }
  const threeWindows = F(n - 1) ** 3 - a1 + a2 + a3 - a4;
  return 1 - twoWindows * (threeWindows / twoWindows) ** (windows - step);
}

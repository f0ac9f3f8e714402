import { type Interval, LIKELY, zFor } from './interval.js';

/**
 * Wilson's score interval for x of n, as a share from 0 to 1. x may be fractional.
 * @throws RangeError when n is not above 0 or x lies outside 0 to n.
 */
export function wilson(x: number, n: number, confidence = LIKELY): Interval {
  return wilsonAt(x, n, zFor(confidence));
}

/** Wilson's interval at a given z, for sources that round it. */
export function wilsonAt(x: number, n: number, z: number): Interval {
  assertShare(x, n);
  const centre = 2 * x + z * z;
  const reach = z * Math.sqrt(z * z + 4 * x * (1 - x / n));
  const scale = 2 * (n + z * z);
  return {
    lower: x === 0 ? 0 : Math.max(0, (centre - reach) / scale),
    upper: x === n ? 1 : Math.min(1, (centre + reach) / scale),
  };
}

/** x of n as a percentage with its Wilson range, in percent. */
export function percentage(x: number, n: number, confidence = LIKELY): Interval & { readonly value: number } {
  const { lower, upper } = wilson(x, n, confidence);
  return { value: (100 * x) / n, lower: 100 * lower, upper: 100 * upper };
}

export interface Difference extends Interval {
  readonly difference: number;
}

/**
 * Difference x1/n1 - x2/n2 of two independent shares, with Newcombe's hybrid score interval (1998, method 10).
 * With the same people in both samples it is too wide, never too narrow.
 */
export function newcombe(x1: number, n1: number, x2: number, n2: number, confidence = LIKELY): Difference {
  const first = wilson(x1, n1, confidence);
  const second = wilson(x2, n2, confidence);
  const p1 = x1 / n1;
  const p2 = x2 / n2;
  const difference = p1 - p2;
  return {
    difference,
    lower: difference - Math.hypot(p1 - first.lower, second.upper - p2),
    upper: difference + Math.hypot(first.upper - p1, p2 - second.lower),
  };
}

function assertShare(x: number, n: number): void {
  if (!(n > 0)) throw new RangeError('a share needs a denominator above 0');
  if (!(x >= 0 && x <= n)) throw new RangeError('a share needs 0 <= numerator <= denominator');
}

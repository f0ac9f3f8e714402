import { normalQuantile } from './distributions.js';

/** A range with its two limits in the estimate's own unit. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** Confidence of the range that the report prints ("likely between"). */
export const LIKELY = 0.95;

/** Confidence that a difference must also survive to be called clear. */
export const CLEAR = 0.998;

const remembered = new Map<number, number>();

/** The z of a two-sided interval: 1.959964 for 0.95. Remembered, since only two or three levels are ever used. */
export function zFor(confidence: number): number {
  let z = remembered.get(confidence);
  if (z === undefined) {
    if (!(confidence > 0 && confidence < 1)) throw new RangeError('confidence must be between 0 and 1');
    z = normalQuantile(1 - (1 - confidence) / 2);
    remembered.set(confidence, z);
  }
  return z;
}

/** Throws unless `value` is a whole number of at least 0. */
export function assertCount(value: number, what: string): void {
  if (!Number.isInteger(value) || value < 0)
    throw new RangeError(`${what} must be a whole number, 0 or more`);
}

/** Throws unless `value` is finite and above 0. */
export function assertPositive(value: number, what: string): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) throw new RangeError(`${what} must be above 0`);
}

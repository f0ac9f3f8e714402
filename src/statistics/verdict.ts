import type { Interval } from './interval.js';

/** The four words that a comparison may end in; `too few to say` is not `no clear change`. */
export type RatioVerdict = 'higher' | 'lower' | 'no clear change' | 'too few to say';

/** Fewer events than this in both sides together: one re-coded record would change the answer. */
export const FEWEST_EVENTS = 10;

/**
 * Verdict of a ratio's interval. "No clear change" is earned by ruling out both a doubling and a halving.
 * An interval that could not be calculated (NaN) is too few to say, never no change.
 */
export function verdictOf(lower: number, upper: number): RatioVerdict {
  if (lower > 1) return 'higher';
  if (upper < 1) return 'lower';
  return lower > 0.5 && upper < 2 ? 'no clear change' : 'too few to say';
}

/** The same rule after the gate on the number of events in both sides together. */
export function gatedVerdict(events: number, interval: Interval): RatioVerdict {
  return events < FEWEST_EVENTS ? 'too few to say' : verdictOf(interval.lower, interval.upper);
}

/** True when the interval lies wholly on one side of no change. */
export function excludesOne(interval: Interval): boolean {
  return interval.lower > 1 || interval.upper < 1;
}

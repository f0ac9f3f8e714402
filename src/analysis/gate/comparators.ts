import { rateRatio } from '../../statistics/rateRatio.js';
import { judgeShares } from './changes.js';

/** What is known of a comparator and of our own figure, before any number is looked at. */
export interface Likeness {
  readonly definition: string;
  readonly ownDefinition: string;
  readonly countingUnit: string;
  readonly ownCountingUnit: string;
  /** Half-year or reporting year of the comparator, and our half-year. */
  readonly period: string;
  readonly ownPeriod: string;
}

/** Why two figures may not be compared (counting rule 18), or null when they may. */
export function unlike(likeness: Likeness): string | null {
  if (likeness.definition !== likeness.ownDefinition)
    return `another definition (${likeness.definition}, ours is ${likeness.ownDefinition})`;
  if (likeness.countingUnit !== likeness.ownCountingUnit)
    return `another counting unit (${likeness.countingUnit}, ours is ${likeness.ownCountingUnit})`;
  if (likeness.period !== likeness.ownPeriod) return `another period (${likeness.period})`;
  return null;
}

export type Against = 'higher' | 'lower' | 'no clear difference' | 'too few to say';

/** Fewer events than this in both together: nothing is said. */
const FEWEST = 10;

/**
 * Our share or rate against a published one of the same definition, unit and period: Newcombe's interval for shares, the exact conditional
 * test (mid-P) for rates.
 *
 * @param minimumBase smallest base of a share
 */
export function judgeAgainst(
  kind: 'share' | 'rate',
  own: { readonly part: number; readonly whole: number },
  other: { readonly part: number; readonly whole: number },
  minimumBase: number,
): Against {
  if (kind === 'share') return words(judgeShares(other, own, minimumBase).verdict);
  if (own.part + other.part < FEWEST) return 'too few to say';
  return words(
    rateRatio({
      before: other.part,
      after: own.part,
      exposureBefore: other.whole,
      exposureAfter: own.whole,
    }).verdict,
  );
}

function words(verdict: string): Against {
  if (verdict === 'higher' || verdict === 'lower') return verdict;
  return verdict === 'no clear change' ? 'no clear difference' : 'too few to say';
}

export type AgainstExpected =
  | 'fewer than expected'
  | 'more than expected'
  | 'about as expected'
  | 'too few to say';

/** Points of percentage within which an observed share counts as about as expected. */
const NARROW = 10;

/**
 * A share of those recorded against the share that they have of all children: said only when the 95% range leaves the expected share out.
 * A wide range that holds it says nothing.
 */
export function judgeExpected(
  range: { readonly lower: number; readonly upper: number },
  expected: number,
): AgainstExpected {
  if (range.upper < expected) return 'fewer than expected';
  if (range.lower > expected) return 'more than expected';
  return range.upper - range.lower <= 2 * NARROW ? 'about as expected' : 'too few to say';
}

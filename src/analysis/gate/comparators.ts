import { rateRatio } from '../../statistics/rateRatio.js';
import { type Judged, judgeShares } from './changes.js';

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

/** What the gate lets through about two published figures, with how it was found. */
export interface JudgedAgainst extends Omit<Judged, 'p'> {
  readonly method: 'newcombe' | 'mid-p' | 'wilson' | 'none';
}

/** Fewer events than this in both together: nothing is said. */
const FEWEST = 10;

/**
 * Our share or rate against a published one of the same definition, unit and period: Newcombe's interval for shares (difference in points),
 * the exact conditional test (mid-P) for rates (ratio of ours to theirs).
 *
 * @param minimumBase smallest base of a share
 */
export function judgeAgainst(
  kind: 'share' | 'rate',
  own: { readonly part: number; readonly whole: number },
  other: { readonly part: number; readonly whole: number },
  minimumBase: number,
): JudgedAgainst {
  if (kind === 'share') {
    const { p: _, ...judged } = judgeShares(other, own, minimumBase);
    return { ...judged, method: judged.estimate === null ? 'none' : 'newcombe' };
  }
  if (own.part + other.part < FEWEST) return NOTHING_SAID;
  const found = rateRatio({
    before: other.part,
    after: own.part,
    exposureBefore: other.whole,
    exposureAfter: own.whole,
  });
  return {
    verdict: found.verdict,
    clearly: found.clearly,
    refusal: null,
    estimate: found.ratio,
    lower: found.lower95,
    upper: found.upper95,
    method: 'mid-p',
  };
}

const NOTHING_SAID: JudgedAgainst = {
  verdict: 'too few to say',
  clearly: false,
  refusal: 'Fewer than ten in both together.',
  estimate: null,
  lower: null,
  upper: null,
  method: 'none',
};

/** Points of percentage within which an observed share counts as about as expected. */
const NARROW = 10;

/**
 * A share of those recorded against the share that they have of all children: said only when the 95% range leaves the expected share out.
 * A wide range that holds it says nothing. The estimate is the difference in points.
 */
export function judgeExpected(
  own: { readonly share: number; readonly lower: number; readonly upper: number },
  expected: number,
): JudgedAgainst {
  const narrow = own.upper - own.lower <= 2 * NARROW;
  const around = narrow ? 'no clear change' : 'too few to say';
  return {
    verdict: own.upper < expected ? 'lower' : own.lower > expected ? 'higher' : around,
    clearly: false,
    refusal: null,
    estimate: own.share - expected,
    lower: own.lower - expected,
    upper: own.upper - expected,
    method: 'wilson',
  };
}

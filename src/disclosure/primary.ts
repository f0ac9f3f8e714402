import type { Observation } from '../analysis/model.js';
import type { Room } from './cells.js';

/** Why a count is hidden for what it is, and not for its neighbours' sake. */
export interface PrimaryRules {
  /** Counts from 1 to `threshold - 1` are hidden. */
  readonly threshold: number;
  /**
   * A count of events is hidden where the child with the second most of them could work out those of the child with the most to within so many in a hundred; 0 for
   * never. Readers are not told the number.
   */
  readonly pPercent: number;
  /** Whether "all of them" is hidden where it would tell something about each of a group. */
  readonly allOfThem: 'hidden' | 'shown';
  /** Whether counts of none are printed, or hidden as small ones are, so that nothing tells them apart. */
  readonly zeros: 'shown' | 'protected';
}

/** What applies unless an edition says otherwise. */
export const USUAL_RULES = { pPercent: 10, allOfThem: 'hidden', zeros: 'shown' } as const;

const HUNDRED = 100;

/**
 * The p % rule for events of people: whoever knows the second most of them takes these from the total and has the most, give or take all the others. Where these are fewer than p in a hundred
 * of the most, the total is to be kept, and readers must be left in doubt up to a total at which they would be as many.
 * @returns null where the rule does not apply
 * @see Handbook on Statistical Disclosure Control, chapter 4 (concentration rules)
 */
export function roomOfFew(
  { numerator, people, largest }: Pick<Observation, 'numerator' | 'people' | 'largest'>,
  pPercent: number,
): Room | null {
  if (numerator === null || people === null || largest === undefined || numerator <= people) return null;
  const [most, next] = largest;
  const enough = most + next + Math.ceil((most * pPercent) / HUNDRED);
  return numerator < enough ? [numerator, enough] : null;
}

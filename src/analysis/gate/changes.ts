import { type EpisodeChange, episodeChange } from '../../statistics/episodeChange.js';
import { pairedPeople } from '../../statistics/pairedPeople.js';
import { newcombe } from '../../statistics/proportions.js';
import { rateRatio } from '../../statistics/rateRatio.js';
import type { RatioVerdict } from '../../statistics/verdict.js';
import type { Pairing } from '../catalogue/record.js';

/** Fewer than this in both sides together: one record coded otherwise would change the answer. */
export const FEWEST = 10;

/** A change of fewer than this many is never called higher or lower (counting rule 15). */
export const LEAST_CHANGE = 10;

/** Fewer children or episodes than this in the two periods together: no verdict on episodes. */
const FEWEST_CHILDREN = 10;
const FEWEST_EPISODES = 20;

/** Confidence behind "clearly". */
const CLEAR = 0.998;

/** Points of percentage within which a difference of shares counts as ruled out. */
const POINTS = 10;

/** Each person's number of events in two periods; people without any are left out. */
export interface BeforeAndAfter {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** What the gate lets through: a verdict with the numbers behind it, or a refusal. */
export interface Judged {
  readonly verdict: RatioVerdict | 'not comparable';
  readonly clearly: boolean;
  readonly refusal: string | null;
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly p: number | null;
}

function refuse(verdict: 'too few to say' | 'not comparable', refusal: string): Judged {
  return { verdict, clearly: false, refusal, estimate: null, lower: null, upper: null, p: null };
}

type Compared = Pick<EpisodeChange, 'ratio' | 'lower95' | 'upper95' | 'midp' | 'verdict' | 'clearly'>;

/**
 * Judges the change of a count between two periods that were counted alike, in order: too few in
 * both; the records do not name the children; then the test that the indicator declares; then the least change.
 *
 * @param days lengths of the two periods
 * @param pairs the children of both periods; asked for only where the test follows them
 */
export function judgeCounts(
  change: Pairing,
  { n1, n2 }: { readonly n1: number; readonly n2: number },
  days: { readonly before: number; readonly after: number },
  pairs: BeforeAndAfter | undefined,
): Judged {
  if (n1 + n2 < FEWEST) return refuse('too few to say', 'Fewer than ten in both together.');
  const found = compare(change, { n1, n2 }, days, pairs);
  if (found === null) return refuse('not comparable', 'The records do not name the children.');
  if (change === 'period-swap' && pairs !== undefined) {
    if (pairs.before.length < FEWEST_CHILDREN || n1 + n2 < FEWEST_EPISODES) {
      return refuse('too few to say', 'Fewer than ten children or twenty episodes in both together.');
    }
  }
  const { ratio, lower95, upper95, midp } = found;
  const judged = { refusal: null, estimate: ratio, lower: lower95, upper: upper95, p: midp };
  const directed = found.verdict === 'higher' || found.verdict === 'lower';
  if (directed && Math.abs(n2 - n1) < LEAST_CHANGE) {
    const verdict = lower95 > 0.5 && upper95 < 2 ? 'no clear change' : 'too few to say';
    return { ...judged, verdict, clearly: false };
  }
  return { ...judged, verdict: found.verdict, clearly: found.clearly };
}

function compare(
  change: Pairing,
  { n1, n2 }: { readonly n1: number; readonly n2: number },
  days: { readonly before: number; readonly after: number },
  pairs: BeforeAndAfter | undefined,
): Compared | null {
  if (change === 'mid-p') {
    return rateRatio({ before: n1, after: n2, exposureBefore: days.before, exposureAfter: days.after });
  }
  if (pairs === undefined) return null;
  if (change === 'period-swap') return episodeChange(pairs.before, pairs.after);
  const seen = (counts: readonly number[], others: readonly number[], both: boolean): number =>
    counts.filter((count, i) => count > 0 && (others[i] ?? 0) > 0 === both).length;
  return pairedPeople({
    onlyBefore: seen(pairs.before, pairs.after, false),
    onlyAfter: seen(pairs.after, pairs.before, false),
    both: seen(pairs.before, pairs.after, true),
  });
}

/** Judges the difference of two shares in points of percentage. */
export function judgeShares(
  earlier: { readonly part: number; readonly whole: number },
  later: { readonly part: number; readonly whole: number },
  minimumBase: number,
): Judged {
  if (Math.min(earlier.whole, later.whole) < minimumBase) {
    return refuse('too few to say', `Fewer than ${minimumBase} on one of the two sides.`);
  }
  const likely = newcombe(later.part, later.whole, earlier.part, earlier.whole);
  const clear = newcombe(later.part, later.whole, earlier.part, earlier.whole, CLEAR);
  const direction = likely.lower > 0 ? 'higher' : likely.upper < 0 ? 'lower' : null;
  const narrow = Math.max(Math.abs(likely.lower), Math.abs(likely.upper)) * 100 < POINTS;
  return {
    verdict: direction ?? (narrow ? 'no clear change' : 'too few to say'),
    clearly: direction !== null && (clear.lower > 0 || clear.upper < 0),
    refusal: null,
    estimate: likely.difference * 100,
    lower: likely.lower * 100,
    upper: likely.upper * 100,
    p: null,
  };
}

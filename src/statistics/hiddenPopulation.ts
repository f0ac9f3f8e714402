import { assertCount, type Interval, LIKELY, zFor } from './interval.js';

/** Fewer people on both lists than this, and no estimate is given (Seber's rule). */
export const FEWEST_SHARED = 7;

export interface TwoLists {
  /** People on at least one list. */
  readonly known: number;
  readonly lincolnPetersen: number;
  readonly chapman: number;
  readonly standardError: number;
  /** Log-normal range of the unseen added to the known: never below the known. */
  readonly range: Interval;
  /** Symmetric range, which can fall below the known: for comparison only. */
  readonly normalRange: Interval;
  readonly chaoLower: number;
  /** Enough people on both lists for an estimate. */
  readonly reliable: boolean;
}

/**
 * People on neither of two independent lists (Chapman 1951, Seber's variance, log-normal range after Chao 1987). Lists that
 * share referrals make it too low, so it is a floor under a stated assumption, never the number.
 * @throws RangeError when more are shared than either list holds.
 */
export function chapman(n1: number, n2: number, both: number): TwoLists {
  for (const count of [n1, n2, both]) assertCount(count, 'a list’s count');
  if (both > Math.min(n1, n2)) throw new RangeError('no more people can be on both lists than on either');
  const known = n1 + n2 - both;
  const estimate = ((n1 + 1) * (n2 + 1)) / (both + 1) - 1;
  const variance = ((n1 + 1) * (n2 + 1) * (n1 - both) * (n2 - both)) / ((both + 1) ** 2 * (both + 2));
  const standardError = Math.sqrt(variance);
  const reach = zFor(LIKELY) * standardError;
  return {
    known,
    lincolnPetersen: (n1 * n2) / both,
    chapman: estimate,
    standardError,
    range: logNormalRange(known, estimate - known, variance),
    normalRange: { lower: estimate - reach, upper: estimate + reach },
    chaoLower: chaoLowerBound(known, n1 + n2 - 2 * both, both, 2),
    reliable: both >= FEWEST_SHARED,
  };
}

/**
 * Chao's lower bound from those on one list (f1) and on two (f2): M + (t-1)/t f1^2/(2 f2), or without the factor when
 * `lists` is null. A lower bound only where being on one list makes another likelier. Infinity when nobody is on two.
 */
export function chaoLowerBound(known: number, f1: number, f2: number, lists: number | null): number {
  const factor = lists === null ? 1 : (lists - 1) / lists;
  return known + (factor * f1 * f1) / (2 * f2);
}

/**
 * Total by independent lists from each list's size: the N at which the chance of being on none is the product of the lists' own
 * (the Poisson log-linear model of main effects).
 * @throws RangeError when no two lists share anyone.
 */
export function mainEffectsTotal(known: number, listSizes: readonly number[]): number {
  if (listSizes.reduce((sum, size) => sum + size, 0) <= known)
    throw new RangeError('no two lists share anyone');
  const excess = (total: number) =>
    listSizes.reduce((product, size) => product * (1 - size / total), 1) - (1 - known / total);
  let low = known;
  let high = 2 * known;
  while (excess(high) > 0 && high < 1e15) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step += 1) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function logNormalRange(known: number, unseen: number, variance: number): Interval {
  if (unseen <= 0) return { lower: known, upper: known };
  const spread = Math.exp(zFor(LIKELY) * Math.sqrt(Math.log(1 + variance / (unseen * unseen))));
  return { lower: known + unseen / spread, upper: known + unseen * spread };
}

import { normalCdf } from './distributions.js';

export interface MannKendall {
  /** Pairs that rise minus pairs that fall. */
  readonly S: number;
  readonly variance: number;
  readonly tau: number;
  readonly p: number;
  /** Median of the slopes of all pairs, per period. */
  readonly senSlope: number;
  /** Exact null distribution (no ties) or the normal one with tie correction and continuity. */
  readonly exact: boolean;
}

/** From this many values up the normal approximation serves even without ties. */
const EXACT_BELOW = 50;

/**
 * Mann-Kendall test for a monotone trend, with Sen's slope: a cross-check that assumes no model.
 * @throws RangeError for fewer than two values.
 */
export function mannKendall(values: readonly number[]): MannKendall {
  const n = values.length;
  if (n < 2) throw new RangeError('a trend needs two or more values');
  let S = 0;
  const slopes: number[] = [];
  for (let i = 0; i < n; i += 1) {
    for (let j = i + 1; j < n; j += 1) {
      const step = (values[j] ?? 0) - (values[i] ?? 0);
      S += Math.sign(step);
      slopes.push(step / (j - i));
    }
  }
  const ties = tieSizes(values);
  const spread = (k: number) => k * (k - 1) * (2 * k + 5);
  const variance = (spread(n) - ties.reduce((sum, size) => sum + spread(size), 0)) / 18;
  const exact = ties.length === 0 && n < EXACT_BELOW;
  return {
    S,
    variance,
    tau: S / ((n * (n - 1)) / 2),
    p: exact ? exactP(n, S) : normalP(S, variance),
    senSlope: median(slopes),
    exact,
  };
}

/** Sizes of the groups of equal values, of two or more. */
function tieSizes(values: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()].filter((size) => size > 1);
}

/** Doubled tail of the number of rising pairs over all orders, by adding one value at a time. */
function exactP(n: number, S: number): number {
  const pairs = (n * (n - 1)) / 2;
  let chance = [1];
  for (let size = 2; size <= n; size += 1) {
    const next = new Array<number>(chance.length + size - 1).fill(0);
    for (const [k, share] of chance.entries()) {
      for (let rising = 0; rising < size; rising += 1)
        next[k + rising] = (next[k + rising] ?? 0) + share / size;
    }
    chance = next;
  }
  const rising = (pairs + Math.abs(S)) / 2;
  const tail = chance.slice(rising).reduce((sum, share) => sum + share, 0);
  return Math.min(1, 2 * tail);
}

function normalP(S: number, variance: number): number {
  if (variance === 0 || S === 0) return 1;
  return 2 * normalCdf(-(Math.abs(S) - 1) / Math.sqrt(variance));
}

/** Middle value, or the mean of the two middle ones; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

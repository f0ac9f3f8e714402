import { mean, movingRanges } from './controlChart.js';
import { partOfSevenOneSide, partOfSevenTrend, partOfTwoInThree } from './specialCause.js';

/** Distance of the process limits from the mean, in mean moving ranges. */
const LIMIT = 2.66;

/** Moving ranges at or beyond this many mean ranges are left out once when screening. */
const SCREEN = 3.267;

export type SpecialCause =
  | 'none'
  | 'above limit'
  | 'below limit'
  | 'rising trend'
  | 'falling trend'
  | 'two in three high'
  | 'two in three low'
  | 'seven high'
  | 'seven low';

export interface XmrPoint {
  readonly value: number;
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** 1 above the mean, -1 below, 0 on it. */
  readonly side: number;
  readonly cause: SpecialCause;
}

export interface XmrChart {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  readonly points: readonly XmrPoint[];
}

export interface XmrOptions {
  /** Number of first points that fix the mean and limits; all when absent. */
  readonly freeze?: number;
  /** Leave out moving ranges at or beyond 3.267 mean ranges once (default); the NHS Excel tool does not. */
  readonly screen?: boolean;
}

/**
 * XmR chart with the four NHS "Making data count" rules: outside the limits, seven in a row moving one way, two of three near
 * one limit, seven on one side. Of several the first in that order is named. About one unchanged 24-month chart in five
 * shows a flag by chance.
 */
export function xmr(values: readonly number[], options: XmrOptions = {}): XmrChart {
  const baseline = values.slice(0, options.freeze ?? values.length);
  const centre = mean(baseline);
  const ranges = movingRanges(baseline);
  const average = mean(ranges);
  const screen = options.screen ?? true;
  const range = screen ? mean(ranges.filter((each) => each < SCREEN * average)) : average;
  const reach = ranges.every((each) => each === 0) ? 0 : LIMIT * range;
  const lower = centre - reach;
  const upper = centre + reach;
  const sides = values.map((value) => Math.sign(value - centre));
  const outside = values.map((value) => value > upper || value < lower);
  const near = values.map((value, i) => outside[i] !== true && Math.abs(value - centre) > (2 * reach) / 3);
  const trend = partOfSevenTrend(values);
  const oneSide = partOfSevenOneSide(sides);
  const twoInThree = partOfTwoInThree(near, sides);
  const points = values.map((value, i): XmrPoint => {
    const side = sides[i] ?? 0;
    const cause = firstCause(
      side,
      outside[i] ?? false,
      trend[i] ?? 0,
      twoInThree[i] ?? false,
      oneSide[i] ?? false,
    );
    return { value, mean: centre, lower, upper, side, cause };
  });
  return { mean: centre, lower, upper, points };
}

/**
 * The same where a recording change or an agreed step begins new limits: `starts` are the indexes (from 0) of the first
 * point of each later part. A part is judged alone.
 */
export function xmrInParts(
  values: readonly number[],
  starts: readonly number[],
  options: XmrOptions = {},
): readonly XmrChart[] {
  const edges = [0, ...[...starts].sort((a, b) => a - b), values.length];
  return edges.slice(1).flatMap((end, i) => {
    const part = values.slice(edges[i], end);
    return part.length > 0 ? [xmr(part, options)] : [];
  });
}

function firstCause(
  side: number,
  outside: boolean,
  trend: number,
  twoInThree: boolean,
  oneSide: boolean,
): SpecialCause {
  if (outside) return side > 0 ? 'above limit' : 'below limit';
  if (trend !== 0) return trend > 0 ? 'rising trend' : 'falling trend';
  if (twoInThree) return side > 0 ? 'two in three high' : 'two in three low';
  if (oneSide) return side > 0 ? 'seven high' : 'seven low';
  return 'none';
}

import { type Runs, runsAnalysis } from './anhoej.js';

/** A chart of values over time against a centre line and limits that may step from point to point. */
export interface ControlChart {
  readonly values: readonly number[];
  readonly centre: number;
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Indexes (from 0) of the points strictly outside the limits. */
  readonly outside: readonly number[];
  readonly runs: Runs;
}

export interface Baseline {
  /** Indexes (from 0) left out of the centre line, the limits and the runs. */
  readonly exclude?: readonly number[];
  /** Number of first points that fix the centre line and the limits; all when absent. */
  readonly freeze?: number;
}

/** Indexes of the points that fix the centre line and the limits. */
export function baselineIndexes(length: number, baseline: Baseline): number[] {
  const left = new Set(baseline.exclude ?? []);
  const end = Math.min(length, baseline.freeze ?? length);
  return Array.from({ length: end }, (_, i) => i).filter((i) => !left.has(i));
}

/** Puts a chart together: which points are outside, and the runs analysis without the excluded ones. */
export function chartOf(
  values: readonly number[],
  centre: number,
  limits: (index: number) => { readonly lower: number; readonly upper: number },
  baseline: Baseline = {},
): ControlChart {
  const each = values.map((_, i) => limits(i));
  const left = new Set(baseline.exclude ?? []);
  const outside = [...values.keys()].filter((i) => {
    const value = values[i] ?? Number.NaN;
    return value > (each[i]?.upper ?? Number.NaN) || value < (each[i]?.lower ?? Number.NaN);
  });
  return {
    values,
    centre,
    lower: each.map(({ lower }) => lower),
    upper: each.map(({ upper }) => upper),
    outside,
    runs: runsAnalysis(
      values.filter((_, i) => !left.has(i)),
      centre,
    ),
  };
}

/** Mean of the numbers; NaN of none. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Absolute differences of neighbours. */
export function movingRanges(values: readonly number[]): number[] {
  return values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? 0)));
}

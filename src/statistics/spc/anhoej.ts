import { median } from '../mannKendall.js';
import { binomialQuantile } from '../quantiles.js';

export interface RunsLimits {
  /** A run longer than this is a shift. */
  readonly longestRunMax: number;
  /** Fewer crossings of the centre than this is a shift. */
  readonly crossingsMin: number;
}

export interface Runs extends RunsLimits {
  /** Points not on the centre line. */
  readonly useful: number;
  readonly longestRun: number;
  readonly crossings: number;
  readonly signal: boolean;
}

/** Fewer useful points than this say nothing about runs. */
export const FEWEST_USEFUL = 10;

/** Anhoej's limits for a number of useful points: round(log2 n) + 3, and the 5% quantile of the crossings by chance. */
export function runsLimits(useful: number): RunsLimits {
  if (useful < 1) return { longestRunMax: 3, crossingsMin: 0 };
  return {
    longestRunMax: Math.round(Math.log2(useful)) + 3,
    crossingsMin: binomialQuantile(0.05, useful - 1, 0.5),
  };
}

/**
 * Runs analysis about a centre line: an unusually long run on one side, or unusually few crossings. Points on the line are
 * dropped. Needs no assumption about the values' distribution.
 */
export function runsAnalysis(values: readonly number[], centre: number): Runs {
  const sides = values.map((value) => Math.sign(value - centre)).filter((side) => side !== 0);
  let longestRun = 0;
  let crossings = 0;
  let run = 0;
  for (const [i, side] of sides.entries()) {
    if (i > 0 && side !== sides[i - 1]) {
      crossings += 1;
      run = 0;
    }
    run += 1;
    longestRun = Math.max(longestRun, run);
  }
  const limits = runsLimits(sides.length);
  const signal = longestRun > limits.longestRunMax || crossings < limits.crossingsMin;
  return { ...limits, useful: sides.length, longestRun, crossings, signal };
}

/** Runs analysis about the values' own median. */
export function runsAboutMedian(values: readonly number[]): Runs & { readonly median: number } {
  const centre = median(values);
  return { ...runsAnalysis(values, centre), median: centre };
}

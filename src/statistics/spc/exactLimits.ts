import type { Interval } from '../interval.js';
import { poissonQuantile } from '../quantiles.js';
import { type Baseline, type ControlChart, chartOf } from './controlChart.js';
import { ratesOver } from './uChart.js';

/** The tail that three sigma leave on either side of a normal value. */
const TAIL = 0.00135;

/** Exact Poisson limits of a count around its mean: a month is unusual when strictly outside. */
export function exactCountLimits(mean: number): Interval {
  return { lower: poissonQuantile(TAIL, mean), upper: poissonQuantile(1 - TAIL, mean) };
}

/**
 * Chart of counts with exact limits, which keep their promise for small means where three sigma do not. The limits step with
 * the exposure (days, children); the values and the centre are counts per unit of exposure.
 */
export function exactCountChart(
  counts: readonly number[],
  exposures: readonly number[],
  baseline: Baseline = {},
): ControlChart {
  const { values, centre } = ratesOver(counts, exposures, baseline);
  return chartOf(
    values,
    centre,
    (i) => {
      const exposure = exposures[i] ?? Number.NaN;
      const { lower, upper } = exactCountLimits(centre * exposure);
      return { lower: lower / exposure, upper: upper / exposure };
    },
    baseline,
  );
}

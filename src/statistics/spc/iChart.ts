import {
  type Baseline,
  baselineIndexes,
  type ControlChart,
  chartOf,
  mean,
  movingRanges,
} from './controlChart.js';

/** Mean moving range of two neighbours over the standard deviation of normal values (d2). */
export const RANGE_TO_SIGMA = 1.128;

/** I chart of single values: limits three mean moving ranges over d2 from the baseline's mean, unscreened. */
export function iChart(values: readonly number[], baseline: Baseline = {}): ControlChart {
  const kept = baselineIndexes(values.length, baseline).map((i) => values[i] ?? 0);
  const centre = mean(kept);
  const reach = (3 * mean(movingRanges(kept))) / RANGE_TO_SIGMA;
  const limits = { lower: centre - reach, upper: centre + reach };
  return chartOf(values, centre, () => limits, baseline);
}

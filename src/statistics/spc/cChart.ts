import { type Baseline, baselineIndexes, type ControlChart, chartOf, mean } from './controlChart.js';

/** c chart of counts with three-sigma limits; for small means prefer `exactCountChart`. */
export function cChart(counts: readonly number[], baseline: Baseline = {}): ControlChart {
  const centre = mean(baselineIndexes(counts.length, baseline).map((i) => counts[i] ?? 0));
  const reach = 3 * Math.sqrt(centre);
  const limits = { lower: Math.max(0, centre - reach), upper: centre + reach };
  return chartOf(counts, centre, () => limits, baseline);
}

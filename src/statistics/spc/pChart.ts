import { type Baseline, type ControlChart, chartOf } from './controlChart.js';
import { ratesOver } from './uChart.js';

/** p chart of shares (counts of sizes) with three-sigma limits within 0 and 1. */
export function pChart(
  counts: readonly number[],
  sizes: readonly number[],
  baseline: Baseline = {},
): ControlChart {
  const { values, centre } = ratesOver(counts, sizes, baseline);
  return chartOf(
    values,
    centre,
    (i) => {
      const reach = 3 * Math.sqrt((centre * (1 - centre)) / (sizes[i] ?? Number.NaN));
      return { lower: Math.max(0, centre - reach), upper: Math.min(1, centre + reach) };
    },
    baseline,
  );
}

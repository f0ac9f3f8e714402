import { type Baseline, baselineIndexes, type ControlChart, chartOf } from './controlChart.js';

/** u chart of counts over denominators with three-sigma limits that step with the denominator. */
export function uChart(
  counts: readonly number[],
  denominators: readonly number[],
  baseline: Baseline = {},
): ControlChart {
  const { values, centre } = ratesOver(counts, denominators, baseline);
  return chartOf(
    values,
    centre,
    (i) => {
      const reach = 3 * Math.sqrt(centre / (denominators[i] ?? Number.NaN));
      return { lower: Math.max(0, centre - reach), upper: centre + reach };
    },
    baseline,
  );
}

/**
 * Counts over denominators, and the baseline's pooled rate.
 * @throws RangeError for unlike lengths.
 */
export function ratesOver(
  counts: readonly number[],
  denominators: readonly number[],
  baseline: Baseline,
): { readonly values: readonly number[]; readonly centre: number } {
  if (counts.length !== denominators.length) throw new RangeError('every count needs a denominator');
  const kept = baselineIndexes(counts.length, baseline);
  const events = kept.reduce((sum, i) => sum + (counts[i] ?? 0), 0);
  const exposure = kept.reduce((sum, i) => sum + (denominators[i] ?? 0), 0);
  return {
    values: counts.map((count, i) => count / (denominators[i] ?? Number.NaN)),
    centre: events / exposure,
  };
}

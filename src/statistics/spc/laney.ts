import {
  type Baseline,
  baselineIndexes,
  type ControlChart,
  chartOf,
  mean,
  movingRanges,
} from './controlChart.js';
import { RANGE_TO_SIGMA } from './iChart.js';
import { ratesOver } from './uChart.js';

/** Moving ranges of z-scores at or beyond this many mean ranges are left out once. */
const SCREEN = 3.267;

export interface LaneyChart extends ControlChart {
  /** How much more the rates vary from point to point than chance: 1 when no more. */
  readonly sigmaZ: number;
}

/** Laney's u' chart: a u chart whose limits are widened (or narrowed) by how much the rates really vary. */
export function laneyUChart(
  counts: readonly number[],
  denominators: readonly number[],
  baseline: Baseline = {},
): LaneyChart {
  const { values, centre } = ratesOver(counts, denominators, baseline);
  const sigma = (i: number) => Math.sqrt(centre / (denominators[i] ?? Number.NaN));
  const scores = baselineIndexes(counts.length, baseline).map((i) => ((values[i] ?? 0) - centre) / sigma(i));
  const ranges = movingRanges(scores);
  const average = mean(ranges);
  const sigmaZ = mean(ranges.filter((range) => range < SCREEN * average)) / RANGE_TO_SIGMA;
  const chart = chartOf(
    values,
    centre,
    (i) => {
      const reach = 3 * sigma(i) * sigmaZ;
      return { lower: Math.max(0, centre - reach), upper: centre + reach };
    },
    baseline,
  );
  return { ...chart, sigmaZ };
}

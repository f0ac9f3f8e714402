import { type Baseline, type ControlChart, chartOf } from './controlChart.js';
import { iChart } from './iChart.js';

/** Makes exponential waiting times nearly normal (Nelson 1994). */
const POWER = 3.6;

/** t chart of times between rare events: an I chart of time^(1/3.6), turned back. The lower limit is at least 0. */
export function tChart(times: readonly number[], baseline: Baseline = {}): ControlChart {
  const even = iChart(
    times.map((time) => time ** (1 / POWER)),
    baseline,
  );
  const back = (value: number) => Math.max(0, value) ** POWER;
  const limits = { lower: back(even.lower[0] ?? 0), upper: back(even.upper[0] ?? Number.NaN) };
  return chartOf(times, back(even.centre), () => limits, baseline);
}

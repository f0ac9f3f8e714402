import { runsAboutMedian, runsLimits } from '../spc/anhoej.js';
import { cChart } from '../spc/cChart.js';
import type { Baseline, ControlChart } from '../spc/controlChart.js';
import { indexOfDispersion } from '../spc/dispersion.js';
import { exactCountLimits } from '../spc/exactLimits.js';
import { iChart } from '../spc/iChart.js';
import { laneyUChart } from '../spc/laney.js';
import { pChart } from '../spc/pChart.js';
import { tChart } from '../spc/tChart.js';
import { uChart } from '../spc/uChart.js';
import { type SpecialCause, type XmrPoint, xmr, xmrInParts } from '../spc/xmr.js';
import type { Adapter, VectorInput, VectorResult } from './input.js';

const PER = 10_000;

/** The source's names of the rules. */
const CAUSE_NAMES: Readonly<Record<SpecialCause, string>> = {
  none: 'Common Cause',
  'above limit': 'Above UCL',
  'below limit': 'Below LCL',
  'rising trend': '7 Point Trend (Increasing)',
  'falling trend': '7 Point Trend (Decreasing)',
  'two in three high': '2 in 3 Above CL',
  'two in three low': '2 in 3 Below CL',
  'seven high': '7 Points Above CL',
  'seven low': '7 Points Below CL',
};

const xmrAdapter: Adapter = (input) => {
  const options = {
    ...(input.has('fix_after_n_points') ? { freeze: input.number('fix_after_n_points') } : {}),
    screen: input.flag('screen_outliers', true),
  };
  const values = input.numbers('values');
  const starts = input.numbers('rebase', []).map((position) => position - 1);
  const charts = starts.length > 0 ? xmrInParts(values, starts, options) : [xmr(values, options)];
  const points = charts.flatMap((chart) => chart.points);
  const each = (of: (chart: { mean: number; lower: number; upper: number }) => number) =>
    charts.length === 1 ? charts.map(of)[0] : points.map(of);
  const direction = input.text('improvement_direction', 'increase');
  return {
    mean: each((chart) => chart.mean),
    lpl: each((chart) => chart.lower),
    upl: each((chart) => chart.upper),
    special_cause_type: points.map(({ cause }) => CAUSE_NAMES[cause]),
    point_type: points.map((point) => pointType(point, direction)),
  };
};

function pointType({ cause, side }: XmrPoint, improvement: string): string {
  if (cause === 'none') return 'common_cause';
  if (improvement === 'neutral') return `special_cause_neutral_${side > 0 ? 'high' : 'low'}`;
  return (improvement === 'increase') === side > 0 ? 'special_cause_improvement' : 'special_cause_concern';
}

/** Positions in the vectors count from 1. */
function baselineOf(input: VectorInput): Baseline {
  return {
    exclude: input.numbers('exclude', []).map((position) => position - 1),
    ...(input.has('freeze') ? { freeze: input.number('freeze') } : {}),
  };
}

function charted(chart: ControlChart): VectorResult {
  const { runs } = chart;
  const first = (limits: readonly number[]) => limits[0] ?? Number.NaN;
  const last = (limits: readonly number[]) => limits[limits.length - 1] ?? Number.NaN;
  return {
    cl: chart.centre,
    lcl: first(chart.lower),
    ucl: first(chart.upper),
    cl_per_10000: PER * chart.centre,
    lcl_first_per_10000: PER * first(chart.lower),
    ucl_first_per_10000: PER * first(chart.upper),
    lcl_last_per_10000: PER * last(chart.lower),
    ucl_last_per_10000: PER * last(chart.upper),
    sigma_signal_at: chart.outside.map((index) => index + 1),
    runs_signal: runs.signal,
    n_useful: runs.useful,
    longest_run: runs.longestRun,
    longest_run_max: runs.longestRunMax,
    crossings: runs.crossings,
    crossings_min: runs.crossingsMin,
  };
}

export const chartAdapters: Readonly<Record<string, Adapter>> = {
  xmr: xmrAdapter,
  cChart: (input) => charted(cChart(input.numbers('counts'), baselineOf(input))),
  uChart: (input) =>
    charted(uChart(input.numbers('counts'), input.numbers('denominators'), baselineOf(input))),
  uPrimeChart: (input) =>
    charted(laneyUChart(input.numbers('counts'), input.numbers('denominators'), baselineOf(input))),
  pChart: (input) => charted(pChart(input.numbers('counts'), input.numbers('sizes'), baselineOf(input))),
  iChart: (input) => charted(iChart(input.numbers('values'), baselineOf(input))),
  tChart: (input) => charted(tChart(input.numbers('times'), baselineOf(input))),
  anhoejRuns: (input) => {
    const runs = runsAboutMedian(input.numbers('values'));
    return {
      median: runs.median,
      n_useful: runs.useful,
      longest_run: runs.longestRun,
      longest_run_max: runs.longestRunMax,
      crossings: runs.crossings,
      crossings_min: runs.crossingsMin,
      signal: runs.signal,
    };
  },
  anhoejLimits: (input) => {
    const { longestRunMax, crossingsMin } = runsLimits(input.number('n_useful'));
    return { longest_run_max: longestRunMax, crossings_min: crossingsMin };
  },
  exactCLimits: (input) => {
    const { lower, upper } = exactCountLimits(input.number('mean'));
    return { lo: lower, hi: upper };
  },
  indexOfDispersion: (input) => ({ ...indexOfDispersion(input.numbers('counts')) }),
};

import { type FunnelLimits, widenedLimits } from '../../statistics/funnel.js';
import type { Chart } from '../chart.js';
import { formatNumber } from '../numbers.js';
import { type Drawing, type Layer, layered } from './drawing.js';
import { numberOf } from './figures.js';
import { scaleFromZero, tickText } from './scale.js';
import { type ChartWidth, COLOUR, SMALL, WIDE } from './theme.js';

export type FunnelChart = Extract<Chart, { kind: 'funnel' }>;

/** Points along each line. */
const STEPS = 40;

/** The limits at a size, as rates: the centre times the widened ratio, never below nought. */
export function limitsAt(chart: FunnelChart, size: number): FunnelLimits | null {
  const [centre, spread] = [numberOf(chart.centre), numberOf(chart.spread)];
  if (centre === null || spread === null || size <= 0) return null;
  const { likely, clear } = widenedLimits((centre * size) / chart.per, spread, 'root');
  // The lines are straight on the scale of square roots; a rate is the square.
  const scaled = ({ lower, upper }: FunnelLimits['likely']) => ({
    lower: centre * Math.max(0, lower) ** 2,
    upper: centre * upper ** 2,
  });
  return { likely: scaled(likely), clear: scaled(clear) };
}

/** Places as points between widened funnel lines; only those outside the inner lines are named in the drawing. */
export function funnel(chart: FunnelChart, width: ChartWidth): Drawing {
  const wide = width === WIDE;
  const points = chart.points.flatMap(({ name, size, value }) => {
    const [x, y] = [numberOf(size), numberOf(value)];
    return x === null || y === null
      ? []
      : [{ name, size: x, value: y, hover: `${name}: ${formatNumber(y, chart.unit)}` }];
  });
  const largest = Math.max(1, ...points.map(({ size }) => size)) * 1.05;
  const smallest = Math.min(largest, ...points.map(({ size }) => size)) * 0.8;
  const lines = Array.from({ length: STEPS + 1 }, (_, i) => {
    const size = smallest + ((largest - smallest) * i) / STEPS;
    const limits = limitsAt(chart, size);
    return limits === null
      ? []
      : [
          {
            size,
            low: limits.likely.lower,
            high: limits.likely.upper,
            lowest: limits.clear.lower,
            highest: limits.clear.upper,
          },
        ];
  }).flat();
  const scale = scaleFromZero(
    [...points.map(({ value }) => value), ...lines.map(({ high }) => high)],
    chart.unit,
  );
  const ticks = scale.ticks.map((tick) => tickText(tick, scale.step, chart.unit));
  const x: object = {
    field: 'size',
    type: 'quantitative',
    scale: { domain: [smallest, largest], nice: false, zero: false },
    axis: { title: chart.sizeTitle, tickCount: wide ? 6 : 4, labelExpr: "format(datum.value, ',')" },
  };
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    scale: { domain: [0, scale.end], nice: false, clamp: true },
    axis: {
      title: null,
      values: scale.ticks,
      labelExpr: `${JSON.stringify(ticks)}[round(datum.value/${scale.step})]`,
    },
  });
  const centre = numberOf(chart.centre);
  const outside = points.filter(({ size, value }) => {
    const limits = limitsAt(chart, size);
    return limits !== null && (value < limits.likely.lower || value > limits.likely.upper);
  });
  return layered({ width, height: wide ? 340 : 300 }, { top: 10, right: 20, bottom: 5 }, [
    {
      data: { values: lines },
      mark: { type: 'area', fill: COLOUR.band },
      encoding: { x, y: y('low'), y2: { field: 'high' } },
    },
    ...(['lowest', 'highest'] as const).map(
      (field): Layer => ({
        // A line that leaves the picture ends there: a clip would need a shape that the tidied picture does not keep.
        data: { values: lines.filter((line) => line[field] <= scale.end) },
        mark: { type: 'line', stroke: COLOUR.ink2, strokeWidth: 1.25, strokeDash: [4, 3] },
        encoding: { x, y: y(field) },
      }),
    ),
    {
      data: { values: centre === null ? [] : [{ value: centre }] },
      mark: { type: 'rule', stroke: COLOUR.navy, strokeWidth: 1.5 },
      encoding: { y: y('value') },
    },
    {
      data: { values: points },
      mark: {
        type: 'point',
        shape: 'circle',
        filled: true,
        fill: COLOUR.navy,
        stroke: COLOUR.white,
        size: 90,
        opacity: 1,
        aria: true,
      },
      encoding: { x, y: y('value'), description: { field: 'hover', type: 'nominal' } },
    },
    {
      data: { values: outside },
      mark: { type: 'text', fontSize: SMALL, fill: COLOUR.ink, baseline: 'bottom', dy: -7 },
      encoding: { x, y: y('value'), text: { field: 'name', type: 'nominal' } },
    },
  ]);
}

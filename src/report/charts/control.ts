import type { Chart } from '../chart.js';
import { formatFigure, formatNumber } from '../numbers.js';
import { type Drawing, type Layer, layered } from './drawing.js';
import { isSymbol, numberOf, numbersOf } from './figures.js';
import { scaleFromZero, tickText } from './scale.js';
import { type ChartWidth, COLOUR, SMALL, VERDICT, WIDE } from './theme.js';

export type ControlChart = Extract<Chart, { kind: 'control' }>;

/** Labels under the time axis stand at least so far apart. */
const LABEL_EVERY = { wide: 3, narrow: 6 } as const;

function axesOf(
  chart: ControlChart,
  end: number,
  ticks: readonly number[],
  step: number,
  wide: boolean,
): { readonly x: (field: string) => object; readonly y: (field: string) => object } {
  const labels = chart.points.map(({ label }) => label);
  const every = wide ? LABEL_EVERY.wide : LABEL_EVERY.narrow;
  const last = labels.length - 1;
  const positions = labels.flatMap((_, i) => ((last - i) % every === 0 ? [i] : []));
  return {
    x: (field: string) => ({
      field,
      type: 'quantitative',
      scale: { domain: [-0.5, labels.length - 0.5], nice: false, zero: false },
      axis: {
        title: 'Month',
        values: positions,
        labelExpr: `${JSON.stringify(labels)}[datum.value]`,
        labelFlush: false,
        labelOverlap: false,
      },
    }),
    y: (field: string) => ({
      field,
      type: 'quantitative',
      scale: { domain: [0, end], nice: false },
      axis: {
        title: null,
        values: ticks,
        labelExpr: `${JSON.stringify(ticks.map((tick) => tickText(tick, step, chart.unit)))}[round(datum.value/${step})]`,
      },
    }),
  };
}

/**
 * Months against their usual range: a grey band from its lower to its upper limit since counting last changed, a dashed line for the
 * average, and the newest month marked by its verdict.
 */
export function control(chart: ControlChart, width: ChartWidth): Drawing {
  const wide = width === WIDE;
  const size = { width, height: wide ? 280 : 230 };
  const scale = scaleFromZero(
    [...numbersOf(chart.points.map(({ value }) => value)), ...numbersOf([chart.upper])],
    chart.unit,
  );
  const axes = axesOf(chart, scale.end, scale.ticks, scale.step, wide);
  const last = chart.points.length - 1;
  const from = chart.points.findIndex(({ inRange }) => inRange);
  const band =
    from < 0 || isSymbol(chart.lower) || isSymbol(chart.upper) || isSymbol(chart.centre)
      ? []
      : [
          {
            from: from - 0.5,
            to: last + 0.5,
            lower: numberOf(chart.lower),
            upper: numberOf(chart.upper),
            centre: numberOf(chart.centre),
          },
        ];
  const shown = chart.points.flatMap(({ label, value, inRange }, position) => {
    const number = numberOf(value);
    return number === null
      ? []
      : [
          {
            position,
            value: number,
            stretch: inRange ? 1 : 0,
            hover: `${label}: ${formatNumber(number, chart.unit)}`,
          },
        ];
  });
  const gaps = chart.points.flatMap(({ value }, position) =>
    isSymbol(value) ? [{ position, zero: 0, text: formatFigure(value, chart.unit) }] : [],
  );
  const newest = shown.filter(({ position }) => position === last);
  const look = VERDICT[chart.mark];
  const layers: Layer[] = [
    {
      data: { values: band },
      mark: { type: 'rect', fill: COLOUR.band, stroke: null, opacity: 1 },
      encoding: { x: axes.x('from'), x2: { field: 'to' }, y: axes.y('lower'), y2: { field: 'upper' } },
    },
    {
      data: { values: band },
      mark: { type: 'rule', stroke: COLOUR.ink2, strokeDash: [4, 3] },
      encoding: { x: axes.x('from'), x2: { field: 'to' }, y: axes.y('centre') },
    },
    {
      data: { values: shown },
      mark: { type: 'line', stroke: COLOUR.navy, strokeWidth: 2 },
      encoding: {
        x: axes.x('position'),
        y: axes.y('value'),
        detail: { field: 'stretch', type: 'nominal' },
      },
    },
    {
      data: { values: shown },
      mark: {
        type: 'point',
        shape: 'circle',
        filled: true,
        fill: COLOUR.navy,
        size: 26,
        opacity: 1,
        aria: true,
      },
      encoding: {
        x: axes.x('position'),
        y: axes.y('value'),
        description: { field: 'hover', type: 'nominal' },
      },
    },
    {
      data: { values: newest },
      mark: {
        type: 'point',
        shape: look.shape,
        filled: true,
        fill: look.fill,
        stroke: look.stroke,
        strokeWidth: 1.5,
        size: 130,
        opacity: 1,
      },
      encoding: { x: axes.x('position'), y: axes.y('value') },
    },
    {
      data: { values: newest.map((point) => ({ ...point, text: formatNumber(point.value, chart.unit) })) },
      mark: {
        type: 'text',
        align: 'left',
        baseline: 'middle',
        dx: 11,
        fontSize: 17,
        fontWeight: 700,
        fill: COLOUR.navy,
      },
      encoding: { x: axes.x('position'), y: axes.y('value'), text: { field: 'text', type: 'nominal' } },
    },
    {
      data: { values: gaps },
      mark: { type: 'text', fontSize: SMALL, fill: COLOUR.ink2, baseline: 'bottom', dy: -4 },
      encoding: { x: axes.x('position'), y: axes.y('zero'), text: { field: 'text', type: 'nominal' } },
    },
  ];
  return layered(size, { top: 12, right: 44, bottom: 5 }, layers);
}

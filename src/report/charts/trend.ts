import { formatFigure, formatNumber } from '../numbers.js';
import { type Drawing, type Layer, layered } from './drawing.js';
import { isSymbol, numbersOf } from './figures.js';
import { type Scale, scaleFromZero, tickText } from './scale.js';
import { type ChartWidth, COLOUR, LABEL, type SeriesLook, SMALL, seriesLook, WIDE } from './theme.js';
import {
  breakLetter,
  labelledPositions,
  pointsOf,
  shownBreaks,
  spread,
  type TrendChart,
  type TrendPoint,
} from './trendPoints.js';

const HALF_STEP = 0.5;
const END_LABEL_SIZE = { wide: 22, narrow: 17 } as const;

interface Axes {
  readonly x: (field: string) => object;
  readonly y: (field: string) => object;
}

function axesOf(
  labels: readonly string[],
  scale: Scale,
  { unit, timeTitle = 'Half-year ending' }: TrendChart,
  plotWidth: number,
): Axes {
  const positions = labelledPositions(labels, plotWidth);
  const ticks = scale.ticks.map((tick) => tickText(tick, scale.step, unit));
  return {
    x: (field) => ({
      field,
      type: 'quantitative',
      scale: { domain: [-0.4, labels.length - 0.6], nice: false, zero: false },
      axis: {
        title: timeTitle,
        values: positions,
        labelExpr: `${JSON.stringify(labels)}[datum.value]`,
        labelFlush: false,
        labelOverlap: false,
      },
    }),
    y: (field) => ({
      field,
      type: 'quantitative',
      scale: { domain: [0, scale.end], nice: false },
      axis: {
        title: null,
        values: scale.ticks,
        labelExpr: `${JSON.stringify(ticks)}[round(datum.value/${scale.step})]`,
      },
    }),
  };
}

/** Symbols at the foot of the chart where a line has a gap, one above the other in the order of the lines. */
function gapLayers(chart: TrendChart, axes: Axes): Layer[] {
  return chart.series.map((series, index): Layer => {
    const missing = series.points.flatMap((point, position) =>
      isSymbol(point.value) ? [{ position, zero: 0, text: formatFigure(point.value, chart.unit) }] : [],
    );
    const fill = chart.series.length > 1 ? seriesLook(index, chart.series.length).text : COLOUR.ink2;
    return {
      data: { values: missing },
      mark: { type: 'text', fontSize: SMALL, fill, baseline: 'bottom', dy: -4 - 16 * index },
      encoding: { x: axes.x('position'), y: axes.y('zero'), text: { field: 'text', type: 'nominal' } },
    };
  });
}

function breakLayers(chart: TrendChart, axes: Axes, labels: readonly string[]): Layer[] {
  const marks = shownBreaks(chart).map((gap, index) => ({
    position: labels.indexOf(gap.beforeLabel) - HALF_STEP,
    letter: breakLetter(index),
  }));
  const x = axes.x('position');
  return [
    {
      data: { values: marks },
      mark: { type: 'rule', stroke: COLOUR.ink2, strokeDash: [2, 3] },
      encoding: { x },
    },
    {
      data: { values: marks },
      mark: {
        type: 'point',
        shape: 'circle',
        filled: true,
        fill: COLOUR.ink2,
        size: 300,
        opacity: 1,
        y: -10,
      },
      encoding: { x },
    },
    {
      data: { values: marks },
      mark: {
        type: 'text',
        fontSize: SMALL,
        fontWeight: 700,
        fill: COLOUR.white,
        y: -10,
        dy: 0.5,
        baseline: 'middle',
      },
      encoding: { x, text: { field: 'letter', type: 'nominal' } },
    },
  ];
}

function standardLayers(chart: TrendChart, axes: Axes): Layer[] {
  if (chart.standard === undefined) return [];
  const values = [{ position: -0.4, value: chart.standard.value, text: chart.standard.label }];
  return [
    {
      data: { values },
      mark: { type: 'rule', stroke: COLOUR.signal, strokeDash: [5, 4], strokeWidth: 1.5 },
      encoding: { y: axes.y('value') },
    },
    {
      data: { values },
      mark: { type: 'text', fill: COLOUR.signal, align: 'left', baseline: 'bottom', dx: 4, dy: -4 },
      encoding: { x: axes.x('position'), y: axes.y('value'), text: { field: 'text', type: 'nominal' } },
    },
  ];
}

function seriesLayers(points: readonly TrendPoint[], look: SeriesLook, wide: boolean, axes: Axes): Layer[] {
  const x = axes.x('position');
  const hover = { field: 'hover', type: 'nominal' } as const;
  return [
    {
      data: { values: points.filter((point) => point.lower !== null) },
      mark: { type: 'rule', stroke: look.fill, strokeWidth: 1.5 },
      encoding: { x, y: axes.y('lower'), y2: { field: 'upper' } },
    },
    {
      data: { values: [...points] },
      mark: { type: 'line', stroke: look.fill, strokeWidth: 3 },
      encoding: { x, y: axes.y('value'), detail: { field: 'stretch', type: 'nominal' } },
    },
    {
      data: { values: [...points] },
      mark: {
        type: 'point',
        shape: look.shape,
        filled: true,
        fill: look.fill,
        stroke: COLOUR.white,
        strokeWidth: 1,
        opacity: 1,
        size: wide ? 90 : 64,
        aria: true,
      },
      encoding: { x, y: axes.y('value'), description: hover },
    },
  ];
}

/** The latest value of each series at the end of its line, and at the wide width the name of the series under it. */
function endLayers(
  chart: TrendChart,
  lines: readonly (readonly TrendPoint[])[],
  scale: Scale,
  plotHeight: number,
  wide: boolean,
  axes: Axes,
): Layer[] {
  const size = wide ? END_LABEL_SIZE.wide : END_LABEL_SIZE.narrow;
  const named = wide && chart.series.length > 1;
  const last = lines.map((points) => points.at(-1));
  const gap = ((size + (named ? LABEL + 8 : 2)) / plotHeight) * scale.end;
  const heights = spread(
    last.map((point) => point?.value ?? 0),
    gap,
  );
  const layers: Layer[] = [];
  for (const [index, point] of last.entries()) {
    if (point === undefined) continue;
    const look = seriesLook(index, chart.series.length);
    const values = [
      {
        position: point.position,
        height: heights[index] ?? point.value,
        value: formatNumber(point.value, chart.unit),
        name: chart.series[index]?.name ?? '',
      },
    ];
    const place = { x: axes.x('position'), y: axes.y('height') };
    layers.push({
      data: { values },
      mark: {
        type: 'text',
        align: 'left',
        baseline: 'middle',
        dx: 12,
        dy: named ? -8 : 0,
        fontSize: size,
        fontWeight: 700,
        fill: look.text,
      },
      encoding: { ...place, text: { field: 'value', type: 'nominal' } },
    });
    if (!named) continue;
    layers.push({
      data: { values },
      mark: {
        type: 'text',
        align: 'left',
        baseline: 'middle',
        dx: 12,
        dy: 11,
        fontWeight: 700,
        fill: look.text,
      },
      encoding: { ...place, text: { field: 'name', type: 'nominal' } },
    });
  }
  return layers;
}

/**
 * A series over half-years: lines that stop at gaps and breaks, 95% ranges as upright rules, the latest value at the end.
 *
 * @param width 820 for the text column, 392 for half a column and phones
 */
export function trend(chart: TrendChart, width: ChartWidth): Drawing {
  const wide = width === WIDE;
  const height = (wide ? 330 : 280) + (shownBreaks(chart).length > 0 ? 8 : 0);
  const labels = chart.series[0]?.points.map((point) => point.label) ?? [];
  const figures = chart.series.flatMap((line) => line.points.flatMap((point) => [point.value, point.upper]));
  const scale = scaleFromZero([...numbersOf(figures), chart.standard?.value ?? 0], chart.unit);
  const axes = axesOf(labels, scale, chart, width - (wide ? 150 : 90));
  const lines = chart.series.map((line) => pointsOf(line, chart));
  return layered({ width, height }, { top: shownBreaks(chart).length > 0 ? 22 : 12, right: 4, bottom: 5 }, [
    ...standardLayers(chart, axes),
    ...breakLayers(chart, axes, labels),
    ...lines.flatMap((points, index) => seriesLayers(points, seriesLook(index, lines.length), wide, axes)),
    ...endLayers(chart, lines, scale, height - 80, wide, axes),
    ...gapLayers(chart, axes),
  ]);
}

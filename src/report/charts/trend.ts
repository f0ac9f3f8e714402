import { formatFigure, formatNumber } from '../numbers.js';
import type { Drawing } from './drawing.js';
import { isSymbol, numbersOf } from './figures.js';
import { textWidth, widest } from './fontMetrics.js';
import { type Scale, scaleFromZero, tickText } from './scale.js';
import { type Dot, type Label, type Rule, type SceneLayer, type Shape, scene } from './scene.js';
import { type ChartWidth, COLOUR, LABEL, type SeriesLook, SMALL, seriesLook, WIDE } from './theme.js';
import { axes, BESIDE, type Plot, plotOf } from './trendPlot.js';
import {
  breakLetter,
  pointsOf,
  shownBreaks,
  spread,
  type TrendChart,
  type TrendPoint,
} from './trendPoints.js';

const HALF_STEP = 0.5;
const END_LABEL_SIZE = { wide: 22, narrow: 17 } as const;

function standard({ left, right, y }: Plot, chart: TrendChart): readonly SceneLayer[] {
  if (chart.standard === undefined) return [];
  const at = y(chart.standard.value);
  const rule: Rule = {
    x: left,
    x2: right,
    y: at,
    y2: at,
    stroke: COLOUR.signal,
    strokeWidth: 1.5,
    dash: [5, 4],
  };
  // Above the line, or under it where there is no room.
  const fits = at - 4 - LABEL >= 0;
  const label: Label = {
    x: left + 4,
    y: fits ? at - 4 : at + 4,
    text: chart.standard.label,
    baseline: fits ? 'bottom' : 'top',
    fill: COLOUR.signal,
  };
  return [
    { mark: 'rule', items: [rule] },
    { mark: 'label', items: [label] },
  ];
}

/** A dotted line where recording changed, with the letter that the key explains. */
function breaks(
  { top, bottom, x }: Plot,
  chart: TrendChart,
  labels: readonly string[],
): readonly SceneLayer[] {
  const at = shownBreaks(chart).map((gap) => x(labels.indexOf(gap.beforeLabel) - HALF_STEP));
  const y = top - 10;
  return [
    {
      mark: 'rule',
      items: at.map((place) => ({
        x: place,
        x2: place,
        y: top,
        y2: bottom,
        stroke: COLOUR.ink2,
        dash: [2, 3],
      })),
    },
    {
      mark: 'dot',
      items: at.map((place) => ({ x: place, y, size: 300, shape: 'circle', fill: COLOUR.ink2 })),
    },
    {
      mark: 'label',
      items: at.map((place, index) => ({
        x: place,
        y: y + 0.5,
        text: breakLetter(index),
        size: SMALL,
        bold: true,
        fill: COLOUR.white,
        align: 'center',
      })),
    },
  ];
}

/** The points of one unbroken stretch after the other as one path. */
function pathOf(points: readonly TrendPoint[], { x, y }: Plot): string {
  return points
    .map(({ position, value, stretch }, index) => {
      const goesOn = points[index - 1]?.stretch === stretch;
      return `${goesOn ? 'L' : 'M'}${x(position).toFixed(1)},${y(value).toFixed(1)}`;
    })
    .join('');
}

function line(
  points: readonly TrendPoint[],
  look: SeriesLook,
  wide: boolean,
  plot: Plot,
): readonly SceneLayer[] {
  const ranges = points.flatMap(({ position, lower, upper }): Rule[] =>
    lower === null || upper === null
      ? []
      : [
          {
            x: plot.x(position),
            x2: plot.x(position),
            y: plot.y(lower),
            y2: plot.y(upper),
            stroke: look.fill,
            strokeWidth: 1.5,
          },
        ],
  );
  const path: Shape = { path: pathOf(points, plot), stroke: look.fill, strokeWidth: 3, round: true };
  const dots = points.map(
    ({ position, value, hover }): Dot => ({
      x: plot.x(position),
      y: plot.y(value),
      size: wide ? 90 : 64,
      shape: look.shape,
      fill: look.fill,
      stroke: COLOUR.white,
      strokeWidth: 1,
      hover,
    }),
  );
  return [
    { mark: 'rule', items: ranges },
    { mark: 'shape', items: path.path.includes('L') ? [path] : [] },
    { mark: 'dot', items: dots },
  ];
}

/** What stands at the end of a line: its latest value, and at the wide width the name of the series under it. */
interface End {
  readonly point: TrendPoint;
  readonly look: SeriesLook;
  readonly value: string;
  readonly name: string | null;
}

function endsOf(chart: TrendChart, lines: readonly (readonly TrendPoint[])[], wide: boolean): readonly End[] {
  return lines.flatMap((points, index) => {
    const point = points.at(-1);
    if (point === undefined) return [];
    return {
      point,
      look: seriesLook(index, chart.series.length),
      value: formatNumber(point.value, chart.unit),
      name: wide && chart.series.length > 1 ? (chart.series[index]?.name ?? '') : null,
    };
  });
}

function endLabels(
  ends: readonly End[],
  { x, y, top, bottom }: Plot,
  size: number,
  scale: Scale,
): readonly Label[] {
  const named = ends.some(({ name }) => name !== null);
  const gap = ((size + (named ? LABEL + 8 : 2)) / (bottom - top)) * scale.end;
  const heights = spread(
    ends.map(({ point }) => point.value),
    gap,
  );
  return ends.flatMap(({ point, look, value, name }, index): Label[] => {
    const place = { x: x(point.position) + BESIDE, bold: true, fill: look.text } as const;
    const at = y(heights[index] ?? point.value);
    return [
      { ...place, y: at + (name === null ? 0 : -8), text: value, size },
      ...(name === null ? [] : [{ ...place, y: at + 11, text: name }]),
    ];
  });
}

/** Symbols at the foot of the chart where a line has a gap, one above the other in the order of the lines. */
function gapLabels(chart: TrendChart, { x, bottom }: Plot): readonly Label[] {
  return chart.series.flatMap((series, index) => {
    const fill = chart.series.length > 1 ? seriesLook(index, chart.series.length).text : COLOUR.ink2;
    return series.points.flatMap((point, position): Label[] =>
      isSymbol(point.value)
        ? [
            {
              x: x(position),
              y: bottom - 4 - 16 * index,
              text: formatFigure(point.value, chart.unit),
              size: SMALL,
              fill,
              align: 'center',
              baseline: 'bottom',
            },
          ]
        : [],
    );
  });
}

/**
 * A series over half-years: lines that stop at gaps and breaks, 95% ranges as upright rules, the latest value at the end.
 *
 * @param width 820 for the text column, 392 for half a column and phones
 */
export function trend(chart: TrendChart, width: ChartWidth): Drawing {
  const wide = width === WIDE;
  const broken = shownBreaks(chart).length > 0;
  const height = (wide ? 330 : 225) + (broken ? 8 : 0);
  const labels = chart.series[0]?.points.map((point) => point.label) ?? [];
  const figures = chart.series.flatMap((one) => one.points.flatMap((point) => [point.value, point.upper]));
  const scale = scaleFromZero([...numbersOf(figures), chart.standard?.value ?? 0], chart.unit);
  const lines = chart.series.map((one) => pointsOf(one, chart));
  const ends = endsOf(chart, lines, wide);
  const size = wide ? END_LABEL_SIZE.wide : END_LABEL_SIZE.narrow;
  const beside = {
    last: textWidth(labels.at(-1) ?? '', LABEL),
    axis: widest(
      scale.ticks.map((tick) => tickText(tick, scale.step, chart.unit)),
      LABEL,
    ),
    ends: Math.max(
      0,
      ...ends.map(({ value, name }) =>
        Math.max(textWidth(value, size, 700), name === null ? 0 : textWidth(name, LABEL, 700)),
      ),
    ),
  };
  const place = (top: number): Plot => plotOf({ width, height, top }, labels.length, scale, beside);
  const top = broken ? 22 : 12;
  // Labels that were moved apart may need more room above the plot.
  const above = endLabels(ends, place(top), size, scale).map((label) => label.y - (label.size ?? LABEL) / 2);
  const plot = place(top + Math.ceil(Math.max(0, ...above.map((y) => 2 - y))));
  return scene(width, height, [
    ...axes(plot, labels, scale, chart),
    ...standard(plot, chart),
    ...breaks(plot, chart, labels),
    ...lines.flatMap((points, index) => line(points, seriesLook(index, lines.length), wide, plot)),
    { mark: 'label', items: [...endLabels(ends, plot, size, scale), ...gapLabels(chart, plot)] },
  ]);
}

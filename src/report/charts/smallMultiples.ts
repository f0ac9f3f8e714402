import type { Chart } from '../chart.js';
import { formatFigure, formatNumber } from '../numbers.js';
import type { Drawing } from './drawing.js';
import { isSymbol, numberOf, numbersOf } from './figures.js';
import { widest, wrapText } from './fontMetrics.js';
import { type Scale, scaleFromZero, tickText } from './scale.js';
import { type Dot, type Label, type Rule, type SceneLayer, type Shape, scene } from './scene.js';
import { type ChartWidth, COLOUR, LINE_HEIGHT, SMALL, WIDE } from './theme.js';

type SmallMultiplesChart = Extract<Chart, { kind: 'small-multiples' }>;
type Panel = SmallMultiplesChart['panels'][number];

/** Where one panel's plot stands, in pixels. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

interface Parts {
  readonly bands: Shape[];
  readonly lines: Shape[];
  readonly rules: Rule[];
  readonly dots: Dot[];
  readonly labels: Label[];
}

const path = (spots: readonly { readonly x: number; readonly y: number }[]): string =>
  spots.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)},${y.toFixed(1)}`).join('');

/** Unbroken stretches of published points, and the middle of each stretch of hidden ones with its symbol. */
function stretchesOf(panel: Panel, place: Place, scale: Scale, unit: SmallMultiplesChart['unit']) {
  const step = place.width / Math.max(1, panel.points.length);
  const yOf = (value: number): number => place.y + place.height * (1 - value / scale.end);
  const shown: Spot[][] = [];
  const hidden: { first: number; last: number; text: string }[] = [];
  let previous: 'shown' | 'hidden' | null = null;
  for (const [index, point] of panel.points.entries()) {
    const x = place.x + step * (index + 0.5);
    const value = numberOf(point.value);
    if (value === null) {
      const run = hidden.at(-1);
      const text = formatFigure(point.value, unit);
      if (previous === 'hidden' && run !== undefined && run.text === text) run.last = x;
      else hidden.push({ first: x, last: x, text });
      previous = 'hidden';
      continue;
    }
    const [lower, upper] = [numberOf(point.lower), numberOf(point.upper)];
    const spot: Spot = {
      x,
      y: yOf(value),
      lower: lower === null ? null : yOf(lower),
      upper: upper === null ? null : yOf(upper),
    };
    const run = shown.at(-1);
    if (previous === 'shown' && run !== undefined) run.push(spot);
    else shown.push([spot]);
    previous = 'shown';
  }
  return { shown, hidden };
}

function drawPanel(chart: SmallMultiplesChart, panel: Panel, place: Place, scale: Scale, parts: Parts): void {
  const { shown, hidden } = stretchesOf(panel, place, scale, chart.unit);
  for (const run of shown) {
    const ranged = run.flatMap(({ x, lower, upper }) =>
      lower === null || upper === null ? [] : [{ x, lower, upper }],
    );
    if (ranged.length > 1) {
      const upper = ranged.map(({ x, upper: y }) => ({ x, y }));
      const lower = ranged.map(({ x, lower: y }) => ({ x, y })).reverse();
      parts.bands.push({ path: `${path([...upper, ...lower])}Z`, fill: COLOUR.band });
    }
    if (run.length > 1) parts.lines.push({ path: path(run), stroke: COLOUR.navy, strokeWidth: 2 });
    const [only] = run;
    if (run.length === 1 && only !== undefined) {
      parts.dots.push({ x: only.x, y: only.y, size: 30, shape: 'circle', fill: COLOUR.navy });
    }
  }
  for (const run of hidden) {
    parts.labels.push({
      x: (run.first + run.last) / 2,
      y: place.y + place.height - 9,
      text: run.text,
      size: SMALL,
      align: 'center',
      fill: COLOUR.ink2,
    });
  }
  const last = shown.at(-1)?.at(-1);
  const value = panel.points.map((point) => numberOf(point.value)).findLast((number) => number !== null);
  if (
    last === undefined ||
    value === undefined ||
    value === null ||
    isSymbol(panel.points.at(-1)?.value ?? { symbol: 'x' })
  )
    return;
  parts.dots.push({
    x: last.x,
    y: last.y,
    size: 42,
    shape: 'circle',
    fill: COLOUR.navy,
    hover: `${panel.name}: ${formatNumber(value, chart.unit)}`,
  });
  parts.labels.push({
    x: place.x + place.width,
    y: Math.max(place.y + 2, Math.min(last.y, last.upper ?? last.y) - 10),
    text: formatNumber(value, chart.unit),
    size: SMALL,
    bold: true,
    align: 'right',
    fill: COLOUR.navy,
  });
}

/**
 * One small line chart a place, all on one scale, with 95% bands. The first and last half-year are named under each
 * column; a stretch of hidden values is a gap with one symbol in it.
 */
export function smallMultiples(chart: SmallMultiplesChart, width: ChartWidth): Drawing {
  const columns = width === WIDE ? 5 : 3;
  const gap = width === WIDE ? 22 : 14;
  const scale = scaleFromZero(
    numbersOf(chart.panels.flatMap((panel) => panel.points.flatMap((point) => [point.value, point.upper]))),
    chart.unit,
    3,
  );
  const ticks = scale.ticks.map((tick) => tickText(tick, scale.step, chart.unit));
  const axis = Math.ceil(widest(ticks, SMALL)) + 6;
  const plotWidth = (width - axis - gap * (columns - 1)) / columns;
  const plotHeight = width === WIDE ? 84 : 74;
  const names = chart.panels.map((panel) => wrapText(panel.name, plotWidth + gap - 6, SMALL, 700));
  const head = Math.max(1, ...names.map((lines) => lines.length)) * LINE_HEIGHT + 12;
  const foot = 22;
  const rowHeight = head + plotHeight + foot + 8;
  const parts: Parts = { bands: [], lines: [], rules: [], dots: [], labels: [] };
  for (const [index, panel] of chart.panels.entries()) {
    const column = index % columns;
    const top = Math.floor(index / columns) * rowHeight;
    const place: Place = {
      x: axis + column * (plotWidth + gap),
      y: top + head,
      width: plotWidth,
      height: plotHeight,
    };
    for (const [line, text] of (names[index] ?? []).entries()) {
      parts.labels.push({ x: place.x, y: top + 9 + line * LINE_HEIGHT, text, size: SMALL, bold: true });
    }
    for (const [tickIndex, tick] of scale.ticks.entries()) {
      const y = place.y + plotHeight * (1 - tick / scale.end);
      parts.rules.push({
        x: place.x,
        x2: place.x + plotWidth,
        y,
        y2: y,
        stroke: tick === 0 ? COLOUR.mid : COLOUR.grid,
      });
      if (column === 0) {
        parts.labels.push({
          x: axis - 6,
          y,
          text: ticks[tickIndex] ?? '',
          size: SMALL,
          align: 'right',
          fill: COLOUR.ink2,
        });
      }
    }
    drawPanel(chart, panel, place, scale, parts);
    if (index + columns < chart.panels.length) continue;
    const y = place.y + plotHeight + 13;
    const [first, last] = [panel.points[0]?.label ?? '', panel.points.at(-1)?.label ?? ''];
    parts.labels.push({ x: place.x, y, text: first, size: SMALL, fill: COLOUR.ink2 });
    parts.labels.push({
      x: place.x + plotWidth,
      y,
      text: last,
      size: SMALL,
      align: 'right',
      fill: COLOUR.ink2,
    });
  }
  const layers: readonly SceneLayer[] = [
    { mark: 'shape', items: parts.bands },
    { mark: 'rule', items: parts.rules },
    { mark: 'shape', items: parts.lines },
    { mark: 'dot', items: parts.dots },
    { mark: 'label', items: parts.labels },
  ];
  return scene(width, Math.ceil(chart.panels.length / columns) * rowHeight - 8, layers);
}

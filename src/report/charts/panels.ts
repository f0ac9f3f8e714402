import type { Figure } from '../../disclosure/model.js';
import type { Chart } from '../chart.js';
import { formatFigure } from '../numbers.js';
import type { Drawing } from './drawing.js';
import { numberOf, numbersOf } from './figures.js';
import { wrapText } from './fontMetrics.js';
import { scaleFromZero } from './scale.js';
import { type Dot, type Label, type Rule, type Shape, scene } from './scene.js';
import { COLOUR, LINE_HEIGHT, NARROW, SMALL } from './theme.js';

type PanelsChart = Extract<Chart, { kind: 'panels' }>;
type Panel = PanelsChart['panels'][number];

const COLUMNS = 3;
const GAP = 18;
const PLOT_HEIGHT = 52;
/** Half-years in a year: the hollow mark is the same half a year before the last point. */
const YEAR = 2;

interface Parts {
  readonly lines: Shape[];
  readonly rules: Rule[];
  readonly dots: Dot[];
  readonly labels: Label[];
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Stretches of published points as paths; a hidden point leaves a gap. */
function pathOf(values: readonly (number | null)[], at: (index: number) => string): string {
  let open = false;
  let path = '';
  for (const [index, value] of values.entries()) {
    if (value !== null) path += `${open ? 'L' : 'M'}${at(index)}`;
    open = value !== null;
  }
  return path;
}

function mark(x: number, y: number, hover: string, hollow: boolean): Dot {
  return hollow
    ? { x, y, size: 44, shape: 'circle', fill: COLOUR.white, stroke: COLOUR.ink2, strokeWidth: 1.5, hover }
    : { x, y, size: 50, shape: 'circle', fill: COLOUR.navy, hover };
}

function drawPanel(panel: Panel, { x, y, width }: Place, parts: Parts): void {
  const figures: readonly Figure[] = panel.points.map((point) => point.value);
  const values = figures.map(numberOf);
  const { end } = scaleFromZero(numbersOf(figures), panel.unit, 3);
  const step = width / Math.max(1, figures.length);
  const xOf = (index: number): number => x + step * (index + 0.5);
  const yOf = (value: number): number => y + PLOT_HEIGHT * (1 - value / end);
  parts.rules.push({ x, x2: x + width, y: y + PLOT_HEIGHT, y2: y + PLOT_HEIGHT, stroke: COLOUR.mid });
  const path = pathOf(values, (index) => `${xOf(index).toFixed(1)},${yOf(values[index] ?? 0).toFixed(1)}`);
  if (path.includes('L')) parts.lines.push({ path, stroke: COLOUR.navy, strokeWidth: 2 });
  const last = figures.length - 1;
  for (const index of [last - YEAR, last]) {
    const point = panel.points[index];
    const value = point === undefined ? null : numberOf(point.value);
    if (point === undefined || value === null) continue;
    const hover = `${point.label}: ${formatFigure(point.value, panel.unit)}`;
    parts.dots.push(mark(xOf(index), yOf(value), hover, index !== last));
  }
}

/**
 * One small line a measure, three beside each other, each on a scale of its own from nought: the shape of the series, with
 * the latest value written in the heading. A hollow mark is the same half-year a year before. Hidden values leave gaps.
 */
export function panels(chart: PanelsChart): Drawing {
  const width = (NARROW - GAP * (COLUMNS - 1)) / COLUMNS;
  const names = chart.panels.map((panel) => wrapText(panel.name, width, SMALL));
  const rows = Math.ceil(chart.panels.length / COLUMNS);
  const parts: Parts = { lines: [], rules: [], dots: [], labels: [] };
  let top = 0;
  for (let row = 0; row < rows; row++) {
    const inRow = [...chart.panels.entries()].slice(row * COLUMNS, (row + 1) * COLUMNS);
    const tallest = Math.max(1, ...inRow.map(([index]) => names[index]?.length ?? 1));
    const head = tallest * LINE_HEIGHT;
    for (const [index, panel] of inRow) {
      const x = (index - row * COLUMNS) * (width + GAP);
      for (const [line, text] of (names[index] ?? []).entries())
        parts.labels.push({ x, y: top + 9 + line * LINE_HEIGHT, text, size: SMALL, fill: COLOUR.ink2 });
      const latest = panel.points.at(-1)?.value;
      const value = latest === undefined ? '' : formatFigure(latest, panel.unit);
      parts.labels.push({ x, y: top + head + 12, text: value, size: 18, bold: true, fill: COLOUR.navy });
      drawPanel(panel, { x, y: top + head + 32, width }, parts);
    }
    top += head + 32 + PLOT_HEIGHT + (row === rows - 1 ? 0 : 18);
  }
  const ends = [chart.panels[0]?.points[0]?.label ?? '', chart.panels[0]?.points.at(-1)?.label ?? ''];
  parts.labels.push({ x: 0, y: top + 14, text: ends[0] ?? '', size: SMALL, fill: COLOUR.ink2 });
  parts.labels.push({
    x: width,
    y: top + 14,
    text: ends[1] ?? '',
    size: SMALL,
    align: 'right',
    fill: COLOUR.ink2,
  });
  return scene(NARROW, top + 24, [
    { mark: 'rule', items: parts.rules },
    { mark: 'shape', items: parts.lines },
    { mark: 'dot', items: parts.dots },
    { mark: 'label', items: parts.labels },
  ]);
}

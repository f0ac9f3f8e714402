import type { Chart } from '../chart.js';
import { formatFigure } from '../numbers.js';
import type { Drawing } from './drawing.js';
import { numberOf, numbersOf } from './figures.js';
import { shortened, widest, wrapText } from './fontMetrics.js';
import { type Box, type Dot, type Label, type Rule, scene } from './scene.js';
import { type ChartWidth, COLOUR, LABEL, LINE_HEIGHT, SMALL, WIDE } from './theme.js';

type OverlapChart = Extract<Chart, { kind: 'overlap' }>;
type Pattern = OverlapChart['patterns'][number];

/** Layers of the chart while it is being built. */
interface Parts {
  readonly boxes: Box[];
  readonly rules: Rule[];
  readonly dots: Dot[];
  readonly labels: Label[];
}

/** Pixels that the name of an agency may take. */
const LONGEST_NAME = 260;
/** Pixels of a line, and lines, of a name that stands upright over its column. */
const UPRIGHT = 120;
const MOST_LINES = 2;

const EMPTY_DOT = { fill: COLOUR.white, stroke: '#b8bcc0', strokeWidth: 1.25 } as const;

function colourOf(pattern: Pattern): string {
  return pattern.members.length === 1 ? COLOUR.orange : COLOUR.navy;
}

function hoverOf(chart: OverlapChart, pattern: Pattern): string {
  const names = pattern.members.map((member) => chart.sets[member] ?? '').join(' and ');
  return `${names}: ${formatFigure(pattern.value, 'count')}`;
}

function drawnFrom({ boxes, rules, dots, labels }: Parts, width: number, height: number): Drawing {
  return scene(width, height, [
    { mark: 'box', items: boxes },
    { mark: 'rule', items: rules },
    { mark: 'dot', items: dots },
    { mark: 'label', items: labels },
  ]);
}

/** Bars above, one column of dots a pattern below them, set names at the left. */
function columns(chart: OverlapChart): Drawing {
  const parts: Parts = { boxes: [], rules: [], dots: [], labels: [] };
  const left = Math.ceil(widest(chart.sets, LABEL)) + 20;
  const step = (WIDE - left) / Math.max(1, chart.patterns.length);
  const bar = Math.min(40, step * 0.62);
  const [head, plot, row] = [24, 150, 34];
  const dotsTop = head + plot + 12;
  const highest = Math.max(1, ...numbersOf(chart.patterns.map((pattern) => pattern.value)));
  const yOf = (set: number): number => dotsTop + row * (set + 0.5);
  for (const [set, name] of chart.sets.entries()) {
    if (set % 2 === 0)
      parts.boxes.push({ x: 0, y: dotsTop + row * set, width: WIDE, height: row, fill: COLOUR.tint });
    parts.labels.push({ x: 8, y: yOf(set), text: name });
  }
  for (const [index, pattern] of chart.patterns.entries()) {
    const x = left + step * (index + 0.5);
    const value = numberOf(pattern.value);
    const height = value === null ? 0 : (value / highest) * plot;
    const y = head + plot - height;
    if (value !== null)
      parts.boxes.push({
        x: x - bar / 2,
        y,
        width: bar,
        height,
        fill: colourOf(pattern),
        hover: hoverOf(chart, pattern),
      });
    parts.labels.push({
      x,
      y: y - 11,
      text: formatFigure(pattern.value, 'count'),
      bold: value !== null,
      align: 'center',
    });
    const [first, last] = [Math.min(...pattern.members), Math.max(...pattern.members)];
    if (last > first)
      parts.rules.push({ x, x2: x, y: yOf(first), y2: yOf(last), stroke: COLOUR.navy, strokeWidth: 3 });
    for (const set of chart.sets.keys()) {
      const member = pattern.members.includes(set);
      parts.dots.push({
        x,
        y: yOf(set),
        shape: 'circle',
        size: member ? 170 : 120,
        ...(member ? { fill: colourOf(pattern) } : EMPTY_DOT),
      });
    }
  }
  return drawnFrom(parts, WIDE, dotsTop + row * chart.sets.length);
}

/** A name in two lines at most. */
function upright(name: string): readonly string[] {
  const [first = '', ...rest] = wrapText(name, UPRIGHT, SMALL);
  const lines = rest.length < MOST_LINES ? [first, ...rest] : [first, rest.join(' ')];
  return lines.map((line) => shortened(line, UPRIGHT + 20, SMALL));
}

/** One row a pattern: its dots at the left under slanting set names, its bar at the right. */
function rows(chart: OverlapChart, total: ChartWidth): Drawing {
  const parts: Parts = { boxes: [], rules: [], dots: [], labels: [] };
  const [column, row] = [28, 31];
  const names = chart.sets.map((name) => upright(name));
  const head = Math.max(...names.map((lines) => widest(lines, SMALL))) + 12;
  const left = column * chart.sets.length + 14;
  const texts = chart.patterns.map((pattern) => formatFigure(pattern.value, 'count'));
  const room = total - left - widest(texts, LABEL, 700) - 8;
  const highest = Math.max(1, ...numbersOf(chart.patterns.map((pattern) => pattern.value)));
  const xOf = (set: number): number => column * (set + 0.5);
  for (const [set, lines] of names.entries()) {
    for (const [line, text] of lines.entries()) {
      const x = xOf(set) + (line - (lines.length - 1) / 2) * (LINE_HEIGHT - 3);
      parts.labels.push({ x, y: head - 6, text, size: SMALL, angle: -90 });
    }
  }
  for (const [index, pattern] of chart.patterns.entries()) {
    const y = head + row * (index + 0.5);
    if (index % 2 === 0)
      parts.boxes.push({
        x: 0,
        y: y - row / 2,
        width: column * chart.sets.length,
        height: row,
        fill: COLOUR.tint,
      });
    const value = numberOf(pattern.value);
    const width = value === null ? 0 : (value / highest) * room;
    if (value !== null)
      parts.boxes.push({
        x: left,
        y: y - 11,
        width,
        height: 22,
        fill: colourOf(pattern),
        hover: hoverOf(chart, pattern),
      });
    parts.labels.push({ x: left + width + 7, y, text: texts[index] ?? '', bold: value !== null });
    const [first, last] = [Math.min(...pattern.members), Math.max(...pattern.members)];
    if (last > first)
      parts.rules.push({ x: xOf(first), x2: xOf(last), y, y2: y, stroke: COLOUR.navy, strokeWidth: 3 });
    for (const set of chart.sets.keys()) {
      const member = pattern.members.includes(set);
      parts.dots.push({
        x: xOf(set),
        y,
        shape: 'circle',
        size: member ? 130 : 80,
        ...(member ? { fill: colourOf(pattern) } : EMPTY_DOT),
      });
    }
  }
  return drawnFrom(parts, total, head + row * chart.patterns.length);
}

/**
 * How agencies' lists overlap: each pattern of agencies with the number of children that exactly these agencies hold.
 * Dots joined by a line name the agencies of a pattern; orange stands for one agency only.
 */
export function overlap(chart: OverlapChart, width: ChartWidth): Drawing {
  const values = widest(
    chart.patterns.map((pattern) => formatFigure(pattern.value, 'count')),
    LABEL,
    700,
  );
  // The text beside the chart and its table have every name in full.
  const named = { ...chart, sets: chart.sets.map((name) => shortened(name, LONGEST_NAME, LABEL)) };
  const step = (WIDE - widest(named.sets, LABEL) - 20) / Math.max(1, chart.patterns.length);
  return width === WIDE && step > values + 6 ? columns(named) : rows(named, width);
}

import type { Chart } from '../chart.js';
import { formatFigure } from '../numbers.js';
import type { Drawing } from './drawing.js';
import { isSymbol, numberOf, numbersOf } from './figures.js';
import { textWidth, wrapText } from './fontMetrics.js';
import { type Box, type Label, type Shape, scene } from './scene.js';
import { type ChartWidth, COLOUR, LABEL, LINE_HEIGHT, NARROW, WIDE } from './theme.js';

type StagesChart = Extract<Chart, { kind: 'stages' }>;
type Stage = StagesChart['rows'][number];

const VALUE_SIZE = 22;
const HIDDEN_HEIGHT = 30;

function hoverOf(stage: Stage): string {
  const share = isSymbol(stage.shareOfPrevious)
    ? ''
    : ` (${formatFigure(stage.shareOfPrevious, 'percent')} of the stage before)`;
  return `${stage.name}: ${formatFigure(stage.value, 'count')}${share}`;
}

/** Columns from left to right, joined by a pale band that carries the share of the stage before. */
function across(chart: StagesChart): Drawing {
  const highest = Math.max(1, ...numbersOf(chart.rows.map((row) => row.value)));
  const step = WIDE / chart.rows.length;
  const bar = Math.min(64, step * 0.42);
  const top = 34;
  const plot = 190;
  const base = top + plot;
  const boxes: Box[] = [];
  const bands: Shape[] = [];
  const labels: Label[] = [];
  let most = 1;
  let before: { readonly end: number; readonly height: number } | null = null;
  for (const [index, stage] of chart.rows.entries()) {
    const centre = step * (index + 0.5);
    const value = numberOf(stage.value);
    const height = value === null ? HIDDEN_HEIGHT : Math.max(2, (value / highest) * plot);
    const place = { x: centre - bar / 2, y: base - height, width: bar, height, hover: hoverOf(stage) };
    boxes.push(
      value === null
        ? { ...place, fill: COLOUR.white, stroke: COLOUR.mid, strokeWidth: 1.5, dash: [4, 3] }
        : { ...place, fill: stage.muted === true ? COLOUR.minor : COLOUR.navy },
    );
    labels.push({
      x: centre,
      y: base - height - 16,
      text: formatFigure(stage.value, 'count'),
      size: VALUE_SIZE,
      bold: true,
      align: 'center',
    });
    const name = wrapText(stage.name, step - 10, LABEL);
    most = Math.max(most, name.length);
    for (const [line, text] of name.entries()) {
      labels.push({ x: centre, y: base + 20 + line * LINE_HEIGHT, text, align: 'center' });
    }
    if (before !== null && stage.muted !== true && value !== null) {
      const start = before.end;
      const end = centre - bar / 2;
      bands.push({
        path: `M${start},${base - before.height}L${end},${base - height}L${end},${base}L${start},${base}Z`,
        fill: COLOUR.band,
      });
    }
    if (before !== null && numberOf(stage.shareOfPrevious) !== null) {
      const middle = (before.end + centre - bar / 2) / 2;
      labels.push({
        x: middle,
        y: base - 14,
        text: formatFigure(stage.shareOfPrevious, 'percent'),
        align: 'center',
        bold: true,
        fill: COLOUR.navy,
      });
    }
    before = value === null || stage.muted === true ? null : { end: centre + bar / 2, height };
  }
  return scene(WIDE, base + 20 + most * LINE_HEIGHT, [
    { mark: 'shape', items: bands },
    { mark: 'box', items: boxes },
    { mark: 'label', items: labels },
  ]);
}

/** Bars from top to bottom, the name above each, the value and the share at its end. */
function down(chart: StagesChart): Drawing {
  const highest = Math.max(1, ...numbersOf(chart.rows.map((row) => row.value)));
  const texts = chart.rows.map((stage) => {
    const count = formatFigure(stage.value, 'count');
    return isSymbol(stage.shareOfPrevious)
      ? count
      : `${count} (${formatFigure(stage.shareOfPrevious, 'percent')})`;
  });
  const room = NARROW - 10 - Math.max(...texts.map((text) => textWidth(text, LABEL, 700)));
  const boxes: Box[] = [];
  const labels: Label[] = [];
  let y = 0;
  for (const [index, stage] of chart.rows.entries()) {
    const value = numberOf(stage.value);
    const width = value === null ? HIDDEN_HEIGHT : Math.max(2, (value / highest) * room);
    const name = wrapText(stage.name, NARROW, LABEL);
    for (const text of name) {
      labels.push({ x: 0, y: y + LINE_HEIGHT / 2, text });
      y += LINE_HEIGHT;
    }
    const place = { x: 0, y: y + 3, width, height: 22, hover: hoverOf(stage) };
    boxes.push(
      value === null
        ? { ...place, x: 1, fill: COLOUR.white, stroke: COLOUR.mid, strokeWidth: 1.5, dash: [4, 3] }
        : { ...place, fill: stage.muted === true ? COLOUR.minor : COLOUR.navy },
    );
    labels.push({ x: width + 8, y: y + 14, text: texts[index] ?? '', bold: true });
    y += 38;
  }
  return scene(NARROW, y - 10, [
    { mark: 'box', items: boxes },
    { mark: 'label', items: labels },
  ]);
}

/**
 * Stages of a pathway with the count at each and its share of the stage before. A muted stage is a way out of the
 * pathway: it is not joined to its neighbours.
 */
export function stages(chart: StagesChart, width: ChartWidth): Drawing {
  return width === WIDE && chart.rows.length <= 9 ? across(chart) : down(chart);
}

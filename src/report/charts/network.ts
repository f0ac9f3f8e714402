import type { Chart } from '../chart.js';
import type { Drawing } from './drawing.js';
import { wrapText } from './fontMetrics.js';
import { type Dot, type Label, type Shape, scene } from './scene.js';
import { type ChartWidth, COLOUR, LABEL, SMALL, WIDE } from './theme.js';

type NetworkChart = Extract<Chart, { kind: 'network' }>;

const ROW = 30;
const HEAD = 34;
const NODE = 520;

/** A path from one point to another that leaves and arrives level. */
function level(x1: number, y1: number, x2: number, y2: number): string {
  const middle = (x1 + x2) / 2;
  return `M${x1},${y1}C${middle},${y1} ${middle},${y2} ${x2},${y2}`;
}

/** A bow to the right between two nodes of one column, wider the farther apart they are. */
function bow(x: number, y1: number, y2: number, room: number): string {
  const reach = Math.min(room, 16 + Math.abs(y2 - y1) / 3);
  return `M${x},${y1}C${x + reach},${y1} ${x + reach},${y2} ${x},${y2}`;
}

/** Rows of a column spread over the height, so that short columns stand beside long ones. */
function spreadRows(count: number, height: number): (row: number) => number {
  const step = count === 0 ? 0 : (height - HEAD) / count;
  return (row) => Math.round((HEAD + step * (row + 0.5)) * 10) / 10;
}

/**
 * Groups in the middle, the places they reach at the left, suspects and places that several of them share at the right. The layout follows
 * from the order of the rows alone: the same map is drawn alike every time, and a new group leaves the others where they were.
 */
export function network(chart: NetworkChart, width: ChartWidth): Drawing {
  const wide = width === WIDE;
  const size = wide ? LABEL : SMALL;
  const rows = Math.max(chart.groups.length, chart.places.length, chart.shared.length, 1);
  const height = HEAD + ROW * rows;
  const names = chart.places.map((name) => wrapText(name, wide ? 185 : 112, size));
  const [left, middle, right] = wide ? [200, 430, 700] : [128, 228, 352];
  const placeAt = spreadRows(chart.places.length, height);
  const groupAt = spreadRows(chart.groups.length, height);
  const sharedAt = spreadRows(chart.shared.length, height);
  const lines: Shape[] = [];
  chart.groups.forEach(({ places }, row) => {
    places.forEach((place, n) => {
      lines.push({
        path: level(left + 8, placeAt(place), middle - 13, groupAt(row)),
        stroke: n === 0 ? COLOUR.navy : COLOUR.orangeText,
        strokeWidth: n === 0 ? 2 : 1.25,
        ...(n === 0 ? {} : { dash: [5, 3] }),
      });
    });
  });
  for (const { from, to, weak } of chart.between) {
    lines.push({
      path: bow(middle + 13, groupAt(from), groupAt(to), right - middle - 60),
      stroke: COLOUR.ink2,
      strokeWidth: 2,
      ...(weak ? { dash: [2, 3] } : {}),
    });
  }
  chart.shared.forEach(({ groups }, row) => {
    for (const group of groups)
      lines.push({
        path: level(middle + 13, groupAt(group), right - 8, sharedAt(row)),
        stroke: COLOUR.signal,
        strokeWidth: 1.5,
      });
  });
  const dots: Dot[] = [
    ...chart.places.map(
      (_, row): Dot => ({ x: left, y: placeAt(row), size: 60, shape: 'square', fill: COLOUR.ink2 }),
    ),
    ...chart.groups.map(
      ({ shape, hover }, row): Dot => ({
        x: middle,
        y: groupAt(row),
        size: NODE,
        shape,
        fill: shape === 'circle' ? COLOUR.navy : COLOUR.ink2,
        stroke: COLOUR.white,
        strokeWidth: 1.5,
        hover,
      }),
    ),
    ...chart.shared.map(
      ({ shape }, row): Dot => ({ x: right, y: sharedAt(row), size: 110, shape, fill: COLOUR.signal }),
    ),
  ];
  const labels: Label[] = [
    { x: left, y: 10, text: 'Districts', bold: true, align: 'right', size },
    { x: middle, y: 10, text: 'Groups', bold: true, align: 'center', size },
    ...(chart.shared.length === 0
      ? []
      : [{ x: right, y: 10, text: 'In common', bold: true, align: 'center' as const, size }]),
    ...names.map((text, row): Label => ({ x: left - 10, y: placeAt(row), text, align: 'right', size })),
    ...chart.groups.map(
      ({ label }, row): Label => ({
        x: middle,
        y: groupAt(row),
        text: label.slice(1),
        align: 'center',
        bold: true,
        size: SMALL,
        fill: COLOUR.white,
      }),
    ),
    ...chart.shared.map(({ label }, row): Label => ({ x: right + 12, y: sharedAt(row), text: label, size })),
  ];
  return scene(width, height, [
    { mark: 'shape', items: lines },
    { mark: 'dot', items: dots },
    { mark: 'label', items: labels },
  ]);
}

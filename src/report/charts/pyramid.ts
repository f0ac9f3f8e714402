import type { Figure } from '../../disclosure/model.js';
import type { Chart } from '../chart.js';
import { formatFigure } from '../numbers.js';
import type { Drawing } from './drawing.js';
import { numberOf, numbersOf } from './figures.js';
import { widest } from './fontMetrics.js';
import { scaleFromZero, tickText } from './scale.js';
import { type Box, type Label, type Rule, scene } from './scene.js';
import { type ChartWidth, COLOUR, LABEL, SMALL } from './theme.js';

type PyramidChart = Extract<Chart, { kind: 'pyramid' }>;

const ROW = 27;
const BAR = 21;
const HEAD = 26;
const FOOT = 28;
const VALUE_ROOM = 40;

interface Side {
  /** Where the side's axis stands and which way its bars grow. */
  readonly axis: number;
  readonly direction: 1 | -1;
  readonly colour: string;
  readonly textColour: string;
  readonly name: string;
}

/**
 * Ages down the middle, one group to the left and one to the right, on one scale for both sides.
 */
export function pyramid(chart: PyramidChart, width: ChartWidth): Drawing {
  const middle =
    Math.ceil(
      widest(
        chart.rows.map((row) => row.name),
        LABEL,
        700,
      ),
    ) + 24;
  const room = (width - middle) / 2 - VALUE_ROOM;
  const scale = scaleFromZero(numbersOf(chart.rows.flatMap((row) => [row.left, row.right])), 'count', 4);
  const bottom = HEAD + ROW * chart.rows.length;
  const boxes: Box[] = [];
  const rules: Rule[] = [];
  const labels: Label[] = chart.rows.map((row, index) => ({
    x: width / 2,
    y: HEAD + ROW * (index + 0.5),
    text: row.name,
    bold: true,
    align: 'center',
  }));
  const sides: readonly [Side, (row: PyramidChart['rows'][number]) => Figure][] = [
    [
      {
        axis: (width - middle) / 2,
        direction: -1,
        colour: COLOUR.teal,
        textColour: COLOUR.tealText,
        name: chart.left,
      },
      (row) => row.left,
    ],
    [
      {
        axis: (width + middle) / 2,
        direction: 1,
        colour: COLOUR.navy,
        textColour: COLOUR.navy,
        name: chart.right,
      },
      (row) => row.right,
    ],
  ];
  for (const [side, pick] of sides) {
    const align = side.direction === 1 ? 'left' : 'right';
    const at = (value: number): number => side.axis + side.direction * (value / scale.end) * room;
    labels.push({ x: side.axis, y: 10, text: side.name, bold: true, align, fill: side.textColour });
    for (const tick of scale.ticks) {
      rules.push({ x: at(tick), x2: at(tick), y: HEAD, y2: bottom, stroke: COLOUR.grid });
      labels.push({
        x: at(tick),
        y: bottom + 15,
        text: tickText(tick, scale.step, 'count'),
        size: SMALL,
        align: 'center',
        fill: COLOUR.ink2,
      });
    }
    for (const [index, row] of chart.rows.entries()) {
      const figure = pick(row);
      const value = numberOf(figure);
      const y = HEAD + ROW * (index + 0.5);
      const text = formatFigure(figure, 'count');
      const end = at(value ?? 0);
      if (value !== null && value > 0) {
        boxes.push({
          x: Math.min(side.axis, end),
          y: y - BAR / 2,
          width: Math.abs(end - side.axis),
          height: BAR,
          fill: side.colour,
          hover: `${row.name}, ${side.name}: ${text}`,
        });
      }
      labels.push({
        x: end + side.direction * 6,
        y,
        text,
        size: SMALL,
        align,
        fill: value === null ? COLOUR.ink2 : COLOUR.ink,
      });
    }
  }
  return scene(width, bottom + FOOT, [
    { mark: 'rule', items: rules },
    { mark: 'box', items: boxes },
    { mark: 'label', items: labels },
  ]);
}

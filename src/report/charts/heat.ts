import type { Figure } from '../../disclosure/model.js';
import type { Chart } from '../chart.js';
import { formatFigure } from '../numbers.js';
import type { Drawing } from './drawing.js';
import { numberOf, numbersOf } from './figures.js';
import { widest, wrapText } from './fontMetrics.js';
import { scaleFromZero } from './scale.js';
import { type Box, type Label, scene } from './scene.js';
import { type ChartWidth, COLOUR, inkOn, LABEL, LINE_HEIGHT, SEQUENCE, SMALL, WIDE } from './theme.js';

type HeatChart = Extract<Chart, { kind: 'heat' }>;

interface Grid {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly values: readonly Figure[] }[];
}

const CELL_HEIGHT = 34;
const GAP = 2;

function turned(chart: HeatChart): Grid {
  return {
    columns: chart.rows.map((row) => row.name),
    rows: chart.columns.map((name, index) => ({
      name,
      values: chart.rows.map((row) => row.values[index] ?? { symbol: 'x' }),
    })),
  };
}

/** Height that upright column heads need: names that cannot be wrapped into a cell are written from bottom to top. */
function columnHeads(
  columns: readonly string[],
  cell: number,
): { readonly upright: boolean; readonly height: number } {
  const wrapped = columns.map((name) => wrapText(name, cell - 4, SMALL));
  const upright = wrapped.some((lines) => widest(lines, SMALL) > cell);
  const lines = wrapped.reduce((most, name) => Math.max(most, name.length), 1);
  return { upright, height: upright ? widest(columns, SMALL) + 10 : lines * LINE_HEIGHT + 6 };
}

/**
 * Rows by columns, darker for more, with the value in every cell and `[c]` on grey where it is hidden. At the narrow
 * width a chart with more columns than rows is turned, so that cells stay wide enough for their values.
 */
export function heat(chart: HeatChart, width: ChartWidth): Drawing {
  const grid: Grid = width === WIDE || chart.columns.length <= chart.rows.length ? chart : turned(chart);
  const limit = width === WIDE ? 240 : 120;
  const names = grid.rows.map((row) => wrapText(row.name, limit, LABEL));
  const left = Math.ceil(widest(names.flat(), LABEL)) + 12;
  const cell = (width - left) / Math.max(1, grid.columns.length);
  const heads = columnHeads(grid.columns, cell);
  const height = Math.max(CELL_HEIGHT, ...names.map((lines) => lines.length * LINE_HEIGHT + 8));
  const { end } = scaleFromZero(numbersOf(grid.rows.flatMap((row) => row.values)), chart.unit);
  const boxes: Box[] = [];
  const labels: Label[] = [];
  for (const [index, name] of grid.columns.entries()) {
    const x = left + cell * (index + 0.5);
    if (heads.upright) {
      labels.push({ x, y: heads.height - 6, text: name, size: SMALL, fill: COLOUR.ink2, angle: -90 });
      continue;
    }
    const lines = wrapText(name, cell - 4, SMALL);
    for (const [line, text] of lines.entries()) {
      const y = heads.height - 10 - (lines.length - 1 - line) * LINE_HEIGHT;
      labels.push({ x, y, text, size: SMALL, fill: COLOUR.ink2, align: 'center' });
    }
  }
  for (const [rowIndex, row] of grid.rows.entries()) {
    const top = heads.height + height * rowIndex;
    const lines = names[rowIndex] ?? [];
    for (const [line, text] of lines.entries()) {
      labels.push({ x: 0, y: top + height / 2 + (line - (lines.length - 1) / 2) * LINE_HEIGHT, text });
    }
    for (const [index, figure] of row.values.entries()) {
      const value = numberOf(figure);
      const step =
        value === null ? 0 : Math.min(SEQUENCE.length - 1, Math.floor((value / end) * SEQUENCE.length));
      const fill = value === null ? COLOUR.tint : (SEQUENCE[step] ?? SEQUENCE[0]);
      const x = left + cell * index;
      const text = formatFigure(figure, chart.unit);
      boxes.push({
        x: x + GAP / 2,
        y: top + GAP / 2,
        width: cell - GAP,
        height: height - GAP,
        fill,
        hover: `${row.name}, ${grid.columns[index] ?? ''}: ${text}`,
      });
      labels.push({
        x: x + cell / 2,
        y: top + height / 2,
        text,
        size: SMALL,
        align: 'center',
        fill: value === null ? COLOUR.ink2 : inkOn(fill),
      });
    }
  }
  return scene(width, heads.height + height * grid.rows.length, [
    { mark: 'box', items: boxes },
    { mark: 'label', items: labels },
  ]);
}

import type { Chart } from '../chart.js';
import { formatFigure } from '../numbers.js';
import { type Drawing, type Layer, layered } from './drawing.js';
import { numberOf, numbersOf } from './figures.js';
import { rowAxis, rowLabels, rowNames } from './rowAxis.js';
import { scaleFromZero } from './scale.js';
import { type ChartWidth, COLOUR, VERDICT, WIDE } from './theme.js';
import { valueAxis } from './valueAxis.js';
import { valueColumn } from './valueColumn.js';

type DumbbellChart = Extract<Chart, { kind: 'dumbbell' }>;

/**
 * Two periods a row: a hollow circle for the earlier, a filled mark for the later (its shape is the verdict), a line
 * between them when both are published, and both values written at the end.
 */
export function dumbbell(chart: DumbbellChart, width: ChartWidth): Drawing {
  const labels = rowLabels(
    chart.rows.map((row) => row.name),
    width === WIDE ? 300 : 140,
    28,
  );
  const y = rowAxis(labels, 0.1);
  const scale = scaleFromZero(
    numbersOf(chart.rows.flatMap((row) => [row.from, row.to])),
    chart.unit,
    width === WIDE ? 6 : 3,
  );
  const x = valueAxis(scale, chart.unit, []);
  const rows = chart.rows.map((row, index) => {
    const text = `${formatFigure(row.from, chart.unit)} to ${formatFigure(row.to, chart.unit)}`;
    return {
      row: `r${index}`,
      text,
      hover: `${row.name}: ${text}`,
      mark: row.mark,
      from: numberOf(row.from),
      to: numberOf(row.to),
    };
  });
  const description = { field: 'hover', type: 'nominal' } as const;
  const later = (['higher', 'lower', 'similar', 'unknown'] as const).map((mark): Layer => {
    const look = mark === 'unknown' ? VERDICT.similar : VERDICT[mark];
    return {
      data: { values: rows.filter((row) => row.to !== null && row.mark === mark) },
      mark: {
        type: 'point',
        shape: look.shape,
        filled: true,
        fill: look.fill,
        stroke: look.stroke,
        strokeWidth: 1,
        size: look.size,
        opacity: 1,
        aria: true,
      },
      encoding: { y, x: x('to'), description },
    };
  });
  const height = labels.rowHeight * chart.rows.length + 40;
  return layered({ width, height }, { top: 4, right: 2, bottom: 5 }, [
    ...rowNames(labels, y),
    valueColumn(rows, y),
    {
      data: { values: rows.filter((row) => row.from !== null && row.to !== null) },
      mark: { type: 'rule', stroke: COLOUR.minor, strokeWidth: 2.5 },
      encoding: { y, x: x('from'), x2: { field: 'to' } },
    },
    {
      data: { values: rows.filter((row) => row.from !== null) },
      mark: {
        type: 'point',
        shape: 'circle',
        filled: true,
        fill: COLOUR.white,
        stroke: COLOUR.ink2,
        strokeWidth: 1.5,
        size: 80,
        opacity: 1,
        aria: true,
      },
      encoding: { y, x: x('from'), description },
    },
    ...later,
  ]);
}

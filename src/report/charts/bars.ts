import type { Chart } from '../chart.js';
import { formatFigure } from '../numbers.js';
import { type Drawing, layered } from './drawing.js';
import { END_GAP, endWithLabels } from './endLabels.js';
import { numberOf } from './figures.js';
import { rowAxis, rowLabels, rowNames } from './rowAxis.js';
import { type ChartWidth, COLOUR, LABEL, WIDE } from './theme.js';

type BarsChart = Extract<Chart, { kind: 'bars' }>;

/**
 * Horizontal bars in the given order with the value at the end of each. The values are written, so there is no value
 * axis; a row without a published value shows its symbol where its bar would start.
 */
export function bars(chart: BarsChart, width: ChartWidth): Drawing {
  const labels = rowLabels(
    chart.rows.map((row) => row.name),
    width === WIDE ? 300 : 160,
    32,
  );
  const y = rowAxis(labels, 0.28);
  const highlighted = chart.rows.some((row) => row.highlight === true);
  const rows = chart.rows.map((row, index) => ({
    row: `r${index}`,
    value: numberOf(row.value),
    end: numberOf(row.value) ?? 0,
    text: row.label ?? formatFigure(row.value, chart.unit),
    hover: `${row.name}: ${row.label ?? formatFigure(row.value, chart.unit)}`,
    fill: highlighted && row.highlight !== true ? COLOUR.minor : COLOUR.navy,
  }));
  const end = endWithLabels(rows, width - labels.room - 4, LABEL);
  const x = (field: string): object => ({
    field,
    type: 'quantitative',
    scale: { domain: [0, end], nice: false },
    axis: null,
  });
  const height = labels.rowHeight * chart.rows.length + 8;
  return layered({ width, height }, { top: 2, right: 2, bottom: 5 }, [
    ...rowNames(labels, y),
    {
      data: { values: rows.filter((row) => row.value !== null) },
      mark: { type: 'bar', aria: true },
      encoding: {
        y,
        x: x('value'),
        fill: { field: 'fill', type: 'nominal', scale: null },
        description: { field: 'hover', type: 'nominal' },
      },
    },
    {
      data: { values: rows },
      mark: {
        type: 'text',
        align: 'left',
        baseline: 'middle',
        dx: END_GAP,
        fontSize: LABEL,
        fontWeight: 700,
      },
      encoding: { y, x: x('end'), text: { field: 'text', type: 'nominal' } },
    },
  ]);
}

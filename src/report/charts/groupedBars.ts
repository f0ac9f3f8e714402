import type { Chart } from '../chart.js';
import { formatFigure } from '../numbers.js';
import { type Drawing, layered } from './drawing.js';
import { END_GAP, endWithLabels } from './endLabels.js';
import { numberOf } from './figures.js';
import { rowAxis, rowLabels, rowNames } from './rowAxis.js';
import { type ChartWidth, SMALL, seriesLook, WIDE } from './theme.js';

type GroupedBarsChart = Extract<Chart, { kind: 'grouped-bars' }>;

const BAR_STEP = 20;

/**
 * Two or three bars a row side by side (two periods, or observed and expected), each with its value at the end.
 */
export function groupedBars(chart: GroupedBarsChart, width: ChartWidth): Drawing {
  const labels = rowLabels(
    chart.rows.map((row) => row.name),
    width === WIDE ? 300 : 150,
    BAR_STEP * chart.series.length + 12,
  );
  const y = rowAxis(labels, 0.22);
  const series = chart.series.map((_, index) => `s${index}`);
  const yOffset: object = {
    field: 'series',
    type: 'nominal',
    sort: null,
    scale: { domain: series, paddingInner: 0.08 },
  };
  const cells = chart.rows.flatMap((row, rowIndex) =>
    row.values.map((figure, index) => ({
      row: `r${rowIndex}`,
      series: `s${index}`,
      value: numberOf(figure),
      end: numberOf(figure) ?? 0,
      text: formatFigure(figure, chart.unit),
      hover: `${row.name}, ${chart.series[index] ?? ''}: ${formatFigure(figure, chart.unit)}`,
      fill: seriesLook(index, chart.series.length).fill,
    })),
  );
  const end = endWithLabels(cells, width - labels.room - 4, SMALL);
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
      data: { values: cells.filter((cell) => cell.value !== null) },
      mark: { type: 'bar', aria: true },
      encoding: {
        y,
        yOffset,
        x: x('value'),
        fill: { field: 'fill', type: 'nominal', scale: null },
        description: { field: 'hover', type: 'nominal' },
      },
    },
    {
      data: { values: cells },
      mark: {
        type: 'text',
        align: 'left',
        baseline: 'middle',
        dx: END_GAP,
        fontSize: SMALL,
        fontWeight: 700,
      },
      encoding: { y, yOffset, x: x('end'), text: { field: 'text', type: 'nominal' } },
    },
  ]);
}

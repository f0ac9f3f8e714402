import type { Chart } from '../chart.js';
import { formatFigure } from '../numbers.js';
import { type Drawing, type Layer, layered } from './drawing.js';
import { hoverText, isSymbol, numberOf, numbersOf } from './figures.js';
import { wrapText } from './fontMetrics.js';
import { rowAxis, rowLabels, rowNames } from './rowAxis.js';
import { scaleFromZero } from './scale.js';
import { type ChartWidth, COLOUR, LABEL, SMALL, VERDICT, WIDE } from './theme.js';
import { valueAxis } from './valueAxis.js';
import { valueColumn } from './valueColumn.js';

type DotRangeChart = Extract<Chart, { kind: 'dot-range' }>;

function referenceLayers(chart: DotRangeChart, x: (field: string) => object): Layer[] {
  const value = chart.reference === null ? null : numberOf(chart.reference.value);
  if (chart.reference === null || value === null) return [];
  const values = [
    { value, text: `${chart.reference.label} ${formatFigure(chart.reference.value, chart.unit)}` },
  ];
  return [
    {
      data: { values },
      mark: { type: 'rule', stroke: COLOUR.ink2, strokeDash: [4, 3], strokeWidth: 1.5 },
      encoding: { x: x('value') },
    },
    {
      data: { values },
      mark: { type: 'text', y: -6, baseline: 'bottom', align: 'center', fontSize: SMALL, fontWeight: 700 },
      encoding: { x: x('value'), text: { field: 'text', type: 'nominal' } },
    },
  ];
}

/**
 * Places or groups with their 95% ranges, in the given order, against a dashed line for the whole area. A row without a
 * published value shows its symbol in the value column and nothing in the plot.
 */
export function dotRange(chart: DotRangeChart, width: ChartWidth): Drawing {
  const labels = rowLabels(
    chart.rows.map((row) => row.name),
    width === WIDE ? 300 : 140,
    28,
  );
  const y = rowAxis(labels, 0.1);
  const figures = chart.rows.flatMap((row) => [row.value, row.upper]);
  const reference = chart.reference === null ? [] : [chart.reference.value];
  const scale = scaleFromZero(numbersOf([...figures, ...reference]), chart.unit, width === WIDE ? 6 : 4);
  const title = chart.axisTitle === '' ? [] : wrapText(chart.axisTitle, width - labels.room - 4, LABEL);
  const x = valueAxis(scale, chart.unit, title);
  const rows = chart.rows.map((row, index) => ({
    row: `r${index}`,
    text: formatFigure(row.value, chart.unit),
    hover: hoverText(row.name, row, chart.unit),
    mark: row.mark,
    value: numberOf(row.value),
    lower: isSymbol(row.upper) ? null : numberOf(row.lower),
    upper: isSymbol(row.lower) ? null : numberOf(row.upper),
  }));
  const shown = rows.filter((row) => row.value !== null);
  const ranged = shown.filter((row) => row.lower !== null && row.upper !== null);
  const marks = (['higher', 'lower', 'similar', 'unknown'] as const).flatMap((mark): Layer[] => {
    const look = VERDICT[mark];
    const rangeColour = mark === 'higher' || mark === 'lower' ? look.fill : COLOUR.minor;
    return [
      {
        data: { values: ranged.filter((row) => row.mark === mark) },
        mark: { type: 'rule', stroke: rangeColour, strokeWidth: 2.5, strokeCap: 'round' },
        encoding: { y, x: x('lower'), x2: { field: 'upper' } },
      },
      {
        data: { values: shown.filter((row) => row.mark === mark) },
        mark: {
          type: 'point',
          shape: look.shape,
          filled: true,
          fill: look.fill,
          stroke: look.stroke,
          strokeWidth: mark === 'unknown' ? 1.5 : 1,
          size: look.size,
          opacity: 1,
          aria: true,
        },
        encoding: { y, x: x('value'), description: { field: 'hover', type: 'nominal' } },
      },
    ];
  });
  const height = labels.rowHeight * chart.rows.length + 58 + title.length * 20;
  return layered({ width, height }, { top: 22, right: 2, bottom: 5 }, [
    ...rowNames(labels, y),
    valueColumn(rows, y),
    ...referenceLayers(chart, x),
    ...marks,
  ]);
}

import type { Layer } from './drawing.js';
import { widest } from './fontMetrics.js';
import { COLOUR, LABEL } from './theme.js';

/**
 * A column of written values at the right of the rows, aligned right, so that every number (or symbol) can be read
 * without measuring the chart.
 */
export function valueColumn(
  rows: readonly { readonly row: string; readonly text: string }[],
  y: object,
): Layer {
  const room = widest(
    rows.map((row) => row.text),
    LABEL,
    700,
  );
  return {
    data: { values: [...rows] },
    mark: {
      type: 'text',
      align: 'right',
      baseline: 'middle',
      fontSize: LABEL,
      fontWeight: 700,
      fill: COLOUR.ink,
      dx: Math.ceil(room) + 12,
    },
    encoding: { y, x: { value: 'width' }, text: { field: 'text', type: 'nominal' } },
  };
}

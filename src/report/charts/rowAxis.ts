import { wrapText } from './fontMetrics.js';
import { COLOUR, LABEL, LINE_HEIGHT } from './theme.js';

/** Names of rows beside a chart, wrapped, and the height that one row then needs. */
export interface RowLabels {
  readonly ids: readonly string[];
  readonly lines: readonly (readonly string[])[];
  readonly rowHeight: number;
}

/**
 * Wraps row names to at most `limit` pixels.
 *
 * @param least height of a row whose name needs one line
 */
export function rowLabels(names: readonly string[], limit: number, least: number): RowLabels {
  const lines = names.map((name) => wrapText(name, limit, LABEL));
  const most = lines.reduce((count, wrapped) => Math.max(count, wrapped.length), 1);
  return {
    ids: names.map((_, index) => `r${index}`),
    lines,
    rowHeight: Math.max(least, most * LINE_HEIGHT + 8),
  };
}

/**
 * The Vega-Lite y channel of rows from top to bottom, in the given order; equal names stay separate rows.
 */
export function rowAxis(labels: RowLabels, paddingInner: number): object {
  const texts = JSON.stringify(
    Object.fromEntries(labels.ids.map((id, index) => [id, labels.lines[index] ?? []])),
  );
  return {
    field: 'row',
    type: 'ordinal',
    sort: null,
    scale: { domain: labels.ids, paddingInner, paddingOuter: paddingInner / 2 },
    axis: {
      title: null,
      domain: false,
      ticks: false,
      grid: false,
      labelColor: COLOUR.ink,
      labelPadding: 8,
      labelLineHeight: LINE_HEIGHT,
      labelExpr: `${texts}[datum.value]`,
    },
  };
}

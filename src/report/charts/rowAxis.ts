import type { Layer } from './drawing.js';
import { widest, wrapText } from './fontMetrics.js';
import { COLOUR, LABEL, LINE_HEIGHT } from './theme.js';

const NAME_GAP = 8;

/** Names of rows beside a chart, wrapped, and the height that one row then needs. */
export interface RowLabels {
  /** Pixels that the names take beside the plot, with the space between. */
  readonly room: number;
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
    room: Math.ceil(widest(lines.flat(), LABEL)) + NAME_GAP,
    ids: names.map((_, index) => `r${index}`),
    lines,
    rowHeight: Math.max(least, most * LINE_HEIGHT + 4),
  };
}

/**
 * The Vega-Lite y channel of rows from top to bottom, in the given order; equal names stay separate rows.
 */
export function rowAxis(labels: RowLabels, paddingInner: number): object {
  return {
    field: 'row',
    type: 'ordinal',
    sort: null,
    scale: { domain: labels.ids, paddingInner, paddingOuter: paddingInner / 2 },
    axis: null,
  };
}

/**
 * The names themselves, right-aligned at the left of the plot. Vega hangs a wrapped label from its first line, so each
 * line is placed on its own and the block stands level with its row.
 */
export function rowNames(labels: RowLabels, y: object): Layer[] {
  const byShift = new Map<number, { row: string; text: string }[]>();
  for (const [index, lines] of labels.lines.entries()) {
    for (const [line, text] of lines.entries()) {
      const shift = (line - (lines.length - 1) / 2) * LINE_HEIGHT;
      const placed = byShift.get(shift) ?? [];
      placed.push({ row: labels.ids[index] ?? '', text });
      byShift.set(shift, placed);
    }
  }
  return [...byShift].map(([shift, values]) => ({
    data: { values },
    mark: { type: 'text', align: 'right', baseline: 'middle', dx: -NAME_GAP, dy: shift, fill: COLOUR.ink },
    encoding: { y, x: { value: 0 }, text: { field: 'text', type: 'nominal' } },
  }));
}

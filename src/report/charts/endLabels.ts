import { textWidth } from './fontMetrics.js';

/** Space between the end of a bar and its value, in pixels. */
export const END_GAP = 6;

/**
 * End of a scale from zero on which every bar leaves room for the text after it.
 *
 * @param rows length of each bar in the chart's unit (nought where it is not published) and its text
 * @param plot width of the plot in pixels
 * @param size font size of the texts, which are bold
 */
export function endWithLabels(
  rows: readonly { readonly end: number; readonly text: string }[],
  plot: number,
  size: number,
): number {
  const ends = rows.map(({ end, text }) => {
    const room = plot - textWidth(text, size, 700) - END_GAP - 2;
    return (end * plot) / Math.max(room, plot / 10);
  });
  return Math.max(...ends) || 1;
}

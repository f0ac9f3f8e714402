import { escapeText } from '../html/markup.js';
import { FONT_STACK } from './theme.js';
import type { TidyChart } from './tidySvg.js';

/**
 * A drawing as one image of a page: screen readers get the label and nothing else, the keyboard passes it by.
 *
 * @param label what the chart is, what it shows and why it is here, in one sentence
 */
export function inlineSvg(chart: TidyChart, label: string): string {
  const size = `viewBox="0 0 ${chart.width} ${chart.height}" width="${chart.width}" height="${chart.height}"`;
  const role = `role="img" aria-label="${escapeText(label)}" focusable="false"`;
  return `<svg class="c" ${size} fill="none" font-family="${FONT_STACK}" ${role}>${chart.body}</svg>`;
}

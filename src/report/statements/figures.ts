import { difference } from '../../disclosure/derive.js';
import type { Figure, PublishedObservation } from '../../disclosure/model.js';
import { formatFigure, type NumberFormat } from '../numbers.js';

/** Whether the number is shown. */
export function isShown(
  figure: Figure | undefined,
): figure is { readonly number: NonNullable<Extract<Figure, { number: unknown }>['number']> } {
  return figure !== undefined && 'number' in figure;
}

/** "12.3 to 24.0", or the symbol when the range is not shown. */
export function rangeText(lower: Figure, upper: Figure, format: NumberFormat): string {
  if (!isShown(lower)) return formatFigure(lower, format);
  if (!isShown(upper)) return formatFigure(upper, format);
  return `${formatFigure(lower, format)} to ${formatFigure(upper, format)}`;
}

/** "likely between 12.3 and 24.0" (always a 95% range), or null when the range is not shown or narrower than the figures are written. */
export function likelyText(lower: Figure, upper: Figure, format: NumberFormat): string | null {
  if (!isShown(lower) || !isShown(upper)) return null;
  const [low, high] = [formatFigure(lower, format), formatFigure(upper, format)];
  return low === high ? null : `likely between ${low} and ${high}`;
}

/** "9 more", "4 fewer", "no difference"; null when either count is hidden. */
export function differenceText(earlier: Figure, later: Figure): string | null {
  const change = difference(earlier, later);
  if (!isShown(change)) return null;
  if (change.number === 0) return 'the same number';
  if (change.number > 0) return `${formatFigure(change, 'count')} more`;
  return `${formatFigure(difference(later, earlier), 'count')} fewer`;
}

/** "183 of 254", or null when either count is hidden or there is no denominator. */
export function ofText(o: PublishedObservation): string | null {
  if (!isShown(o.numerator) || !isShown(o.denominator) || o.populationBase) return null;
  return `${formatFigure(o.numerator, 'count')} of ${formatFigure(o.denominator, 'count')}`;
}

import type { Figure, PublishedNumber } from '../../disclosure/model.js';
import { formatFigure, type NumberFormat } from '../numbers.js';

/** The published number, or null where a symbol stands in its place. */
export function numberOf(figure: Figure): PublishedNumber | null {
  return 'symbol' in figure ? null : figure.number;
}

/** Whether a symbol stands in place of the number. */
export function isSymbol(figure: Figure): boolean {
  return 'symbol' in figure;
}

/** The numbers among figures; symbols are left out, so that nothing hidden can reach a scale. */
export function numbersOf(figures: readonly Figure[]): readonly PublishedNumber[] {
  return figures.flatMap((figure) => ('symbol' in figure ? [] : [figure.number]));
}

/** "12.3 (95% range 10.1 to 14.9)", or only the value where the range is not published: the text shown on hover. */
export function hoverText(
  name: string,
  point: { readonly value: Figure; readonly lower: Figure; readonly upper: Figure },
  format: NumberFormat,
): string {
  const value = `${name}: ${formatFigure(point.value, format)}`;
  if (isSymbol(point.lower) || isSymbol(point.upper)) return value;
  return `${value} (95% range ${formatFigure(point.lower, format)} to ${formatFigure(point.upper, format)})`;
}

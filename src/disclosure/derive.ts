import type { Figure, PublishedNumber, SuppressionSummary } from './model.js';
import { HIDDEN, shown, symbol } from './publish.js';

/**
 * Applies a function to published figures. A value computed from published numbers alone tells a reader nothing that
 * they could not work out themselves, so it may be published too. If any figure is a symbol,
 * the result is a symbol: confidential wins over the other symbols.
 *
 * @param compute gets the numbers in the order given; a result that is not finite becomes `[z]`, not applicable
 */
export function derived(figures: readonly Figure[], compute: (...numbers: number[]) => number): Figure {
  const numbers: PublishedNumber[] = [];
  let missing: Figure | null = null;
  for (const figure of figures) {
    if ('number' in figure) numbers.push(figure.number);
    else if (missing === null || figure.symbol === 'c') missing = figure;
  }
  if (missing !== null) return missing;
  const value = compute(...numbers);
  return Number.isFinite(value) ? shown(value) : symbol('z');
}

/** `later - earlier`, if both are published. */
export function difference(earlier: Figure, later: Figure): Figure {
  return derived([earlier, later], (a, b) => b - a);
}

/** The sum, if every part is published. */
export function total(parts: readonly Figure[]): Figure {
  return derived(parts, (...numbers) => numbers.reduce((sum, n) => sum + n, 0));
}

/** `part` as a percentage of `whole`, if both are published; `[z]` when `whole` is zero. */
export function percentage(part: Figure, whole: Figure): Figure {
  return derived([part, whole], (a, b) => (100 * a) / b);
}

/** Number of items in a list that is itself published in full (for example the rows of a printed table). */
export function lengthOf(published: readonly unknown[]): Figure {
  return shown(published.length);
}

/** The two numbers of the suppression summary, which are made to be printed. */
export function summaryFigures(summary: SuppressionSummary): {
  readonly counts: Figure;
  readonly suppressed: Figure;
} {
  return { counts: shown(summary.counts), suppressed: shown(summary.suppressed) };
}

/** The confidential symbol, for layouts that must show one where no figure exists to ask. */
export const confidential: Figure = HIDDEN;

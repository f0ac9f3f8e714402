import type { Figure, PublishedNumber, Symbol as Shorthand } from '../../src/disclosure/model.js';

/** For tests only: the product's one maker of published numbers is disclosure control. */
export function published(value: number): PublishedNumber {
  return value as PublishedNumber;
}

export function shown(value: number): Figure {
  return { number: published(value) };
}

/** A number as it was first published. */
export function asFirst(value: number): Figure {
  return { number: published(value), asFirst: true };
}

export function hidden(symbol: Shorthand = 'c'): Figure {
  return { symbol };
}

/** A number, or the symbol when a letter is given. */
export function figureOf(value: number | Shorthand): Figure {
  return typeof value === 'number' ? shown(value) : hidden(value);
}

/** A value with a range of a tenth either side; a symbol hides all three. */
export function ranged(value: number | Shorthand): { value: Figure; lower: Figure; upper: Figure } {
  if (typeof value !== 'number') return { value: hidden(value), lower: hidden(value), upper: hidden(value) };
  return { value: shown(value), lower: shown(value * 0.88), upper: shown(value * 1.13) };
}

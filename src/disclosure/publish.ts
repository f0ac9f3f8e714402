import type { Figure, PublishedNumber, Symbol as Shorthand } from './model.js';

/**
 * Marks a number as having passed disclosure control. Only files of this room may call it; a test reads every other
 * room's source for imports of this file.
 */
export function publish(value: number): PublishedNumber {
  if (!Number.isFinite(value)) throw new RangeError('Only finite numbers can be published.');
  // The brand has no value at run time: this is the one place where it is put on.
  return value as PublishedNumber;
}

/** A figure that shows its number. */
export function shown(value: number): Figure {
  return { number: publish(value) };
}

/** A figure that shows its number as it was first published. */
export function shownAsFirst(value: number): Figure {
  return { number: publish(value), asFirst: true };
}

const FIGURES: Readonly<Record<Shorthand, Figure>> = {
  c: { symbol: 'c' },
  x: { symbol: 'x' },
  z: { symbol: 'z' },
  w: { symbol: 'w' },
  u: { symbol: 'u' },
};

/** A figure that shows a symbol in place of a number. */
export function symbol(name: Shorthand): Figure {
  return FIGURES[name];
}

/** The figure of a hidden count and of everything computed from it. */
export const HIDDEN: Figure = FIGURES.c;

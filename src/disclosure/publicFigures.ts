import type { Comparator } from '../reference/comparators.js';
import type { PopulationFigure } from '../reference/populations.js';
import type { Figure, PublishedRevision } from './model.js';
import { HIDDEN, shown, symbol } from './publish.js';

/** Figures that somebody else has published already: they hide nothing, and only what comes from reference data gets in here. */
export function comparatorFigure(comparator: Comparator, per: 100 | 1000 | 10000): Figure {
  const value = (per * comparator.numerator) / comparator.denominator;
  return Number.isFinite(value) ? shown(value) : symbol('z');
}

/** Children resident, as the Office for National Statistics estimates them; `[x]` where there is no estimate. */
export function residentsFigure(found: PopulationFigure | null): Figure {
  return found === null ? symbol('x') : shown(found.population);
}

/** The share of one part of the residents, in percent; `[x]` where there is no estimate. */
export function residentShare(part: PopulationFigure | null, whole: PopulationFigure | null): Figure {
  return part === null || whole === null || whole.population === 0
    ? symbol('x')
    : shown((100 * part.population) / whole.population);
}

/**
 * A number that an earlier release of the same edition published, beside the figure as it is now; hidden where the two differ by fewer than
 * the threshold, and where they differ at all while the recounted earlier figures are hidden: their difference may be of few people.
 */
export function publishedBefore(
  number: number | undefined,
  { first, last, now }: Pick<PublishedRevision, 'first' | 'last' | 'now'>,
  threshold: number,
): Figure {
  if (number === undefined) return symbol('x');
  if (!('number' in now)) return HIDDEN;
  const difference = Math.abs(now.number - number);
  if (difference === 0) return shown(number);
  const fewPeople = [first, last].some((figure) => 'symbol' in figure && figure.symbol === 'c');
  return fewPeople || difference < threshold ? HIDDEN : shown(number);
}

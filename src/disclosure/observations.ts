import type { Observation } from '../analysis/model.js';
import { isShareOfAll } from './asPrinted.js';
import type { ObservationCells } from './figureCells.js';
import type { Figure, PublishedObservation } from './model.js';
import { HIDDEN, shown, shownAsFirst, symbol } from './publish.js';
import type { RoundedShare } from './roundedShare.js';
import type { Pattern } from './suppress.js';

/** Averages of fewer people or events than this are not shown. */
export const LEAST_FOR_AVERAGE = 8;

/** The number of a hidden count that is given as it was first published, by its cell; undefined for one that is not. */
export type Kept = (cell: number) => number | undefined;

const NONE_KEPT: Kept = () => undefined;

function count(
  value: number | null,
  cell: number | null,
  hidden: Pattern,
  missing: Observation['missing'],
  kept: Kept,
): Figure {
  if (value === null) return symbol(missing?.symbol ?? 'z');
  if (cell === null || !hidden[cell]) return shown(value);
  const old = kept(cell);
  return old === undefined ? HIDDEN : shownAsFirst(old);
}

/** An old number that its share contradicts, being more than all or less than a part, is not given there: it would be no share. */
function inKeeping(figure: Figure, isOff: boolean): Figure {
  return isOff && isAsFirst(figure) ? HIDDEN : figure;
}

function isMore(part: Figure, whole: Figure): boolean {
  return 'number' in part && 'number' in whole && part.number > whole.number;
}

function isAsFirst(figure: Figure): boolean {
  return 'number' in figure && figure.asFirst === true;
}

/** Why the value of an observation cannot be shown, or null when it can. */
function obstacle(o: Observation, numerator: Figure, denominator: Figure): Figure | null {
  for (const figure of [numerator, denominator]) {
    if ('symbol' in figure && figure.symbol === 'c') return HIDDEN;
  }
  if (o.missing !== null) return symbol(o.missing.symbol);
  if (o.method === 'median' || o.method === 'mean') {
    const base = o.denominator ?? o.numerator;
    // An average of unknown size cannot be judged, so it is not shown.
    if (base === null) return HIDDEN;
    if (base < LEAST_FOR_AVERAGE) return symbol(base === 0 ? 'z' : 'u');
  }
  if (o.value === null) return symbol(o.denominator === 0 ? 'z' : 'u');
  return null;
}

/**
 * One observation as the edition may show it: everything computed from a hidden count is hidden with it.
 *
 * @param o as the counts are now; where some are kept, worked out from the old numbers
 * @param instead whole percentages that may stand in for a share whose base is hidden; null for none
 */
export function publishObservation(
  o: Observation,
  cells: ObservationCells,
  hidden: Pattern,
  instead: RoundedShare | null = null,
  kept: Kept = NONE_KEPT,
): PublishedObservation {
  const part = count(o.numerator, cells.numerator, hidden, o.missing, kept);
  const whole = count(o.denominator, cells.denominator, hidden, o.missing, kept);
  const isOff = isShareOfAll(o.indicator) && isMore(part, whole);
  const [numerator, denominator] = [inKeeping(part, isOff), inKeeping(whole, isOff)];
  const stop = obstacle(o, numerator, denominator);
  const asFirst = isAsFirst(numerator) || isAsFirst(denominator);
  const show = asFirst ? shownAsFirst : shown;
  const worked = (value: number | null): Figure => stop ?? (value === null ? symbol('z') : show(value));
  // A base that is given after all needs no percentages to stand in for it, and beside an old one elsewhere they would tell of the new one.
  const rounded = asFirst || isOff ? null : instead;
  return {
    indicator: o.indicator,
    area: o.area,
    period: o.period,
    breakdown: o.breakdown,
    category: o.category,
    numerator,
    denominator,
    populationBase: o.populationBase,
    value: rounded === null ? worked(o.value) : shown(rounded.value),
    lower: rounded === null ? worked(o.lower) : shown(rounded.lower),
    upper: rounded === null ? worked(o.upper) : shown(rounded.upper),
    unknown: count(o.unknown, cells.unknown, hidden, null, kept),
    method: o.method,
    missingReason: o.missing?.reason ?? null,
    provisional: o.provisional,
    breakBefore: o.breakBefore,
  };
}

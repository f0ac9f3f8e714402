import type { Observation } from '../analysis/model.js';
import type { ObservationCells } from './figureCells.js';
import type { Figure, PublishedObservation } from './model.js';
import { HIDDEN, shown, symbol } from './publish.js';
import type { RoundedShare } from './roundedShare.js';
import type { Pattern } from './suppress.js';

/** Averages of fewer people or events than this are not shown. */
export const LEAST_FOR_AVERAGE = 8;

function count(
  value: number | null,
  cell: number | null,
  hidden: Pattern,
  missing: Observation['missing'],
): Figure {
  if (value === null) return symbol(missing?.symbol ?? 'z');
  return cell !== null && hidden[cell] ? HIDDEN : shown(value);
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
 * @param instead whole percentages that may stand in for a share whose base is hidden; null for none
 */
export function publishObservation(
  o: Observation,
  cells: ObservationCells,
  hidden: Pattern,
  instead: RoundedShare | null = null,
): PublishedObservation {
  const numerator = count(o.numerator, cells.numerator, hidden, o.missing);
  const denominator = count(o.denominator, cells.denominator, hidden, o.missing);
  const stop = obstacle(o, numerator, denominator);
  const part = (value: number | null): Figure => stop ?? (value === null ? symbol('z') : shown(value));
  return {
    indicator: o.indicator,
    area: o.area,
    period: o.period,
    breakdown: o.breakdown,
    category: o.category,
    numerator,
    denominator,
    populationBase: o.populationBase,
    value: instead === null ? part(o.value) : shown(instead.value),
    lower: instead === null ? part(o.lower) : shown(instead.lower),
    upper: instead === null ? part(o.upper) : shown(instead.upper),
    unknown: count(o.unknown, cells.unknown, hidden, null),
    method: o.method,
    missingReason: o.missing?.reason ?? null,
    provisional: o.provisional,
    breakBefore: o.breakBefore,
  };
}

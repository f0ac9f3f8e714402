import { findIndicator } from '../analysis/catalogue/index.js';
import { type Estimate, share } from '../analysis/intervals.js';
import type { Observation } from '../analysis/model.js';
import type { CellSystem } from './cells.js';
import type { ObservationCells } from './figureCells.js';
import type { Pattern } from './suppress.js';

/** Whole percentages of a share and its range. */
export interface RoundedShare {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** Finds "everyone" behind a known base and an unknown: the total of a sum with these two parts. */
export type FindEveryone = (base: number, unknown: number) => number | undefined;

export function everyoneIn(system: CellSystem): FindEveryone {
  const totals = new Map<string, number>();
  for (const { total, parts } of system.sums) {
    const [one, two] = parts;
    if (parts.length === 2 && one !== undefined && two !== undefined) totals.set(`${one}|${two}`, total);
  }
  return (base, unknown) => totals.get(`${base}|${unknown}`);
}

/**
 * A share whose base is hidden only so that a handful of unknown answers cannot be worked out (446 girls of 649 children,
 * of whom a few have no recorded sex). Everyone and the part are shown, so the base can take as many values as the
 * unknown: 1 to `threshold - 1`. If the share in whole percent is the same for every one of them, it tells nothing about
 * the unknown and may be shown without its base, with a range wide enough for all of them. Otherwise null.
 */
export function roundedShare(
  o: Observation,
  cells: ObservationCells,
  system: CellSystem,
  hidden: Pattern,
  threshold: number,
  everyoneOf: FindEveryone,
): RoundedShare | null {
  const { numerator, denominator, unknown } = cells;
  const indicator = findIndicator(o.indicator);
  if (indicator === undefined || o.method !== 'wilson' || o.numerator === null || o.unknown === null)
    return null;
  if (numerator === null || denominator === null || unknown === null) return null;
  if (hidden[numerator] || !hidden[denominator] || o.unknown < 1 || o.unknown >= threshold) return null;
  const everyone = everyoneOf(denominator, unknown);
  if (everyone === undefined || hidden[everyone]) return null;
  const all = system.values[everyone] ?? 0;
  const possible: Estimate[] = [];
  for (let few = 1; few < threshold; few++) {
    if (all - few < o.numerator) return null;
    possible.push(share(indicator, o.numerator, all - few));
  }
  return inCommon(possible);
}

/** The whole percentage that all have, with a range that holds the range of each; null when they do not agree. */
function inCommon(possible: readonly Estimate[]): RoundedShare | null {
  let common: RoundedShare | null = null;
  for (const { value, lower, upper } of possible) {
    if (value === null || lower === null || upper === null) return null;
    const here = { value: Math.round(value), lower: Math.floor(lower), upper: Math.ceil(upper) };
    if (common !== null && common.value !== here.value) return null;
    common =
      common === null
        ? here
        : {
            value: here.value,
            lower: Math.min(common.lower, here.lower),
            upper: Math.max(common.upper, here.upper),
          };
  }
  return common;
}

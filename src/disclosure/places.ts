import type { Observation } from '../analysis/model.js';

/** Where the observations of a result stand in its list, by what they are about: the same whatever is hidden. */
export interface Places {
  /** By `indicator|area|period|breakdown|category`. */
  readonly one: ReadonlyMap<string, number>;
  /** By `indicator|area|period|breakdown`, in the order of the result. */
  readonly inBreakdown: ReadonlyMap<string, readonly number[]>;
  readonly indicators: ReadonlySet<string>;
}

/** Places of the lists that were asked for: an edition's plans publish from the same ones again and again. */
const known = new WeakMap<readonly Observation[], Places>();

/** Where the observations of a list stand, worked out once for each list. */
export function placesOf(observations: readonly Observation[]): Places {
  const before = known.get(observations);
  if (before !== undefined) return before;
  const places = workedOut(observations);
  known.set(observations, places);
  return places;
}

function workedOut(observations: readonly Observation[]): Places {
  const one = new Map<string, number>();
  const inBreakdown = new Map<string, number[]>();
  observations.forEach(({ indicator, area, period, breakdown, category }, place) => {
    const split = `${indicator}|${area}|${period}|${breakdown}`;
    one.set(`${split}|${category}`, place);
    const beside = inBreakdown.get(split);
    if (beside === undefined) inBreakdown.set(split, [place]);
    else beside.push(place);
  });
  return { one, inBreakdown, indicators: new Set(observations.map(({ indicator }) => indicator)) };
}

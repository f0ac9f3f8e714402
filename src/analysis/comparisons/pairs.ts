import type { Tally } from '../catalogue/record.js';
import { eventsOf } from '../planner/events.js';
import type { Workbench } from '../planner/workbench.js';

/** Each person's number of events in two half-years, at one locality; people without any are left out. */
export interface Paired {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/**
 * Follows people from one half-year to another, at every locality on its own.
 * @param earlier and `later`: places of the half-years
 * @returns a look-up by place of the locality
 */
export function pairedEvents(
  bench: Workbench,
  tally: Tally,
  earlier: number,
  later: number,
): (area: number) => Paired {
  const events = eventsOf(bench, tally, 'person');
  const around = bench.localitiesOf(tally.extract, tally.area);
  const areas = bench.localities.map(() => ({ before: [] as number[], after: [] as number[], thing: -1 }));
  events.rows.forEach((row, event) => {
    const place = events.places[event];
    if ((place !== earlier && place !== later) || !events.named(event)) return;
    const thing = events.things[event] ?? -1;
    for (const area of around(row)) {
      const found = areas[area];
      if (found === undefined) continue;
      if (found.thing !== thing) {
        found.thing = thing;
        found.before.push(0);
        found.after.push(0);
      }
      const counts = place === earlier ? found.before : found.after;
      counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
    }
  });
  return (area) => areas[area] ?? { before: [], after: [] };
}

/** By how much the numbers that are given of the two half-years differ from those that were counted. */
export interface Difference {
  readonly before: number;
  readonly after: number;
}

/**
 * People followed as far as the given numbers go, where these are not the counted ones: whoever was seen in one of the two half-years only, and with the fewest events, is left out first, and
 * somebody seen once is put in for each that is lacking. A range made from everybody would tell the number that is not given.
 * @param counted whether people or their events are counted
 */
export function matched(
  { before, after }: Paired,
  { before: earlier, after: later }: Difference,
  counted: 'people' | 'events',
): Paired {
  if (earlier === 0 && later === 0) return { before, after };
  const first = changedBy(before, after, earlier, counted);
  const second = changedBy(first.after, first.before, later, counted);
  return { before: second.after, after: second.before };
}

/** One half-year's numbers changed by so many people or events, beside those of the other. */
function changedBy(
  own: readonly number[],
  others: readonly number[],
  by: number,
  counted: 'people' | 'events',
): Paired {
  const extra = Math.max(0, by);
  const before = [...own, ...Array.from({ length: extra }, () => 1)];
  const after = [...others, ...Array.from({ length: extra }, () => 0)];
  const inOrder = own
    .map((events, i) => ({ events, i, isBoth: (others[i] ?? 0) > 0 }))
    .filter(({ events }) => events > 0)
    .sort((a, b) => Number(a.isBoth) - Number(b.isBoth) || a.events - b.events || a.i - b.i);
  let left = Math.max(0, -by);
  for (const { events, i } of inOrder) {
    if (left === 0) break;
    const gone = counted === 'people' ? events : Math.min(events, left);
    before[i] = events - gone;
    left -= counted === 'people' ? 1 : gone;
  }
  return { before, after };
}

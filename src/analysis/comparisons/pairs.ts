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

import { NULL_INT } from '../../extracts/table.js';
import type { Tally } from '../catalogue/record.js';
import { eventTest } from './filters.js';
import { NO_PERIOD, type Workbench } from './workbench.js';

/**
 * The events of a tally, each with the half-year in which it counts, grouped by the thing that is counted (events of one person
 * come together, in order of date). An event open over several half-years comes once for each.
 */
export interface Events {
  readonly rows: Int32Array;
  readonly places: Int32Array;
  /** Number of the thing's group; rows without an id are groups of their own. */
  readonly things: Int32Array;
  /** Whether the event has an id of the thing. */
  readonly named: (event: number) => boolean;
}

/**
 * @param groupBy the field whose values are counted once (`person` for people), by which events are grouped
 */
export function eventsOf(bench: Workbench, tally: Tally, groupBy: string): Events {
  const holds = eventTest(bench, tally.extract, tally.where);
  const by = 'by' in tally.period ? tally.period.by : tally.period.openFrom;
  const keys = bench.key(tally.extract, groupBy);
  const spans = spanOf(bench, tally);
  const rows: number[] = [];
  const places: number[] = [];
  const things: number[] = [];
  let thing = -1;
  let before = -1;
  for (const row of bench.order(tally.extract, groupBy, by)) {
    const key = keys[row] ?? -1;
    if (key < 0 || key !== before) thing += 1;
    before = key;
    const [first, last] = spans(row);
    for (let place = first; place <= last; place++) {
      if (!holds(row, place)) continue;
      rows.push(row);
      places.push(place);
      things.push(thing);
    }
  }
  const kept = Int32Array.from(rows);
  return {
    rows: kept,
    places: Int32Array.from(places),
    things: Int32Array.from(things),
    named: (event) => (keys[kept[event] ?? -1] ?? -1) >= 0,
  };
}

const NEVER = [0, -1] as const;

/** First and last place of the half-years in which a row counts; last before first for none. */
function spanOf(bench: Workbench, tally: Tally): (row: number) => readonly [number, number] {
  const last = bench.history.periods.length - 1;
  const { period } = tally;
  if ('by' in period) {
    const at = bench.period(tally.extract, period.by);
    return (row) => {
      const place = at[row] ?? NO_PERIOD;
      return place < 0 || place > last ? NEVER : [place, place];
    };
  }
  const from = bench.frame(tally.extract).day(period.openFrom);
  const until = bench.frame(tally.extract).day(period.openUntil);
  const { ends } = bench.history;
  return (row) => {
    const start = from[row] ?? NULL_INT;
    if (start === NULL_INT) return NEVER;
    const end = until[row] ?? NULL_INT;
    const first = ends.findIndex((day) => day >= start);
    const closed = end === NULL_INT ? last + 1 : ends.findIndex((day) => day >= end);
    return first < 0 ? NEVER : [first, (closed < 0 ? last + 1 : closed) - 1];
  };
}

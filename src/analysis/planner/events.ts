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
  const found = new EventList(keys.length);
  let thing = -1;
  let before = -1;
  for (const row of bench.order(tally.extract, groupBy, by)) {
    const key = keys[row] ?? -1;
    if (key < 0 || key !== before) thing += 1;
    before = key;
    const [first, last] = spans(row);
    for (let place = first; place <= last; place++) {
      if (!holds(row, place)) continue;
      found.add(row, place, thing);
    }
  }
  const { rows, places, things } = found.taken();
  return { rows, places, things, named: (event) => (keys[rows[event] ?? -1] ?? -1) >= 0 };
}

/** Grows as events come: an event open over several half-years comes once for each. */
class EventList {
  private rows: Int32Array;
  private places: Int32Array;
  private things: Int32Array;
  private length = 0;

  constructor(capacity: number) {
    this.rows = new Int32Array(capacity);
    this.places = new Int32Array(capacity);
    this.things = new Int32Array(capacity);
  }

  add(row: number, place: number, thing: number): void {
    if (this.length === this.rows.length) {
      const grown = (full: Int32Array): Int32Array => {
        const larger = new Int32Array(full.length * 2);
        larger.set(full);
        return larger;
      };
      [this.rows, this.places, this.things] = [grown(this.rows), grown(this.places), grown(this.things)];
    }
    this.rows[this.length] = row;
    this.places[this.length] = place;
    this.things[this.length] = thing;
    this.length += 1;
  }

  taken(): Pick<Events, 'rows' | 'places' | 'things'> {
    return {
      rows: this.rows.subarray(0, this.length),
      places: this.places.subarray(0, this.length),
      things: this.things.subarray(0, this.length),
    };
  }
}

const NEVER = [0, -1] as const;

/** First and last place of the half-years in which a row counts; last before first for none. */
export function spanOf(bench: Workbench, tally: Tally): (row: number) => readonly [number, number] {
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

import { NULL_INT } from '../../extracts/table.js';
import { wallMinutesBetween } from '../../reference/days.js';
import type { Breakdown, Category, Measure, Tally } from '../catalogue/record.js';
import { categoriesOf } from './categories.js';
import { eventsOf } from './events.js';
import type { Workbench } from './workbench.js';

type Value = Extract<Measure, { kind: 'median' }>['value'];

/** The values of one cell, for a median: in no order, with the number of people behind them. */
export interface Sample {
  readonly values: number[];
  people: number;
  /** The person counted last: events come grouped by person. */
  latest: number;
}

/** Samples by cell: (locality x half-years + half-year), and by category within each breakdown. */
export interface Sampled {
  readonly total: ReadonlyMap<number, Sample>;
  readonly breakdowns: readonly {
    readonly breakdown: Breakdown;
    readonly categories: readonly Category[];
    readonly cells: ReadonlyMap<number, Sample>;
  }[];
}

const MINUTES_AN_HOUR = 60;

/** Collects the values of a tally's events in each cell; events without a value are left out. */
export function sampleEvents(
  bench: Workbench,
  tally: Tally,
  value: Value,
  breakdowns: readonly Breakdown[],
): Sampled {
  const events = eventsOf(bench, tally, 'person');
  const around = bench.localitiesOf(tally.extract, tally.area);
  const read = readerOf(bench, tally, value);
  const person = bench.person(tally.extract);
  const halfYears = bench.history.periods.length;
  const total = new Map<number, Sample>();
  const broken = breakdowns.map((breakdown) => ({
    breakdown,
    found: categoriesOf(bench, tally.extract, breakdown),
    cells: new Map<number, Sample>(),
  }));
  events.rows.forEach((row, event) => {
    const found = read(row);
    if (Number.isNaN(found)) return;
    for (const locality of around(row)) {
      const cell = locality * halfYears + (events.places[event] ?? 0);
      put(total, cell, found, person[row] ?? -1);
      for (const { found: categories, cells } of broken) {
        for (const category of categories.of(row)) {
          put(cells, cell * categories.list.length + category, found, person[row] ?? -1);
        }
      }
    }
  });
  return {
    total,
    breakdowns: broken.map(({ breakdown, found, cells }) => ({ breakdown, categories: found.list, cells })),
  };
}

function put(cells: Map<number, Sample>, cell: number, value: number, person: number): void {
  let sample = cells.get(cell);
  if (sample === undefined) {
    sample = { values: [], people: 0, latest: -1 };
    cells.set(cell, sample);
  }
  sample.values.push(value);
  if (person < 0 || person === sample.latest) return;
  sample.latest = person;
  sample.people += 1;
}

/** Reads the value of a row; NaN for none. */
export function readerOf(bench: Workbench, tally: Tally, value: Value): (row: number) => number {
  const frame = bench.frame(tally.extract);
  if ('field' in value) {
    const values = frame.number(value.field);
    return (row) => values[row] ?? Number.NaN;
  }
  const hours = 'hours' in value;
  const [first, second] = hours ? value.hours : value.days;
  const from = hours ? frame.minute(first) : frame.day(first);
  const to = hours ? frame.minute(second) : frame.day(second);
  return (row) => {
    const [a, b] = [from[row] ?? NULL_INT, to[row] ?? NULL_INT];
    if (a === NULL_INT || b === NULL_INT || b < a) return Number.NaN;
    return hours ? wallMinutesBetween(a, b) / MINUTES_AN_HOUR : b - a;
  };
}

/** Middle value; the mean of the two middle ones for an even number; NaN for none. */
export function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

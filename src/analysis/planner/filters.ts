import type { ExtractName } from '../../extracts/schema.js';
import { NULL_INT } from '../../extracts/table.js';
import { wallMinutesBetween } from '../../reference/days.js';
import { workingDaysBetween } from '../../reference/workingDays.js';
import type { Filter } from '../catalogue/record.js';
import type { Frame } from './frame.js';
import { eventDays, presence } from './presence.js';
import type { Workbench } from './workbench.js';

/** Whether an event counts in a half-year (by its place). Most conditions do not look at the half-year. */
export type EventTest = (row: number, place: number) => boolean;

const MASKS = new WeakMap<Workbench, Map<string, EventTest>>();

/**
 * Compiles conditions that must all hold. A condition that concerns the row alone is worked out once for all rows and shared
 * by every indicator that uses it.
 */
export function eventTest(bench: Workbench, extract: ExtractName, where: readonly Filter[]): EventTest {
  const tests = where.map((filter) => shared(bench, extract, filter));
  const [only] = tests;
  if (only === undefined) return () => true;
  if (tests.length === 1) return only;
  return (row, place) => {
    for (const test of tests) if (!test(row, place)) return false;
    return true;
  };
}

/** As {@link eventTest}, for conditions that do not look at the half-year. */
export function rowTest(
  bench: Workbench,
  extract: ExtractName,
  where: readonly Filter[],
): (row: number) => boolean {
  const test = eventTest(bench, extract, where);
  return (row) => test(row, 0);
}

function shared(bench: Workbench, extract: ExtractName, filter: Filter): EventTest {
  const known = MASKS.get(bench) ?? new Map<string, EventTest>();
  MASKS.set(bench, known);
  const name = `${extract} ${JSON.stringify(filter)}`;
  const found = known.get(name);
  if (found !== undefined) return found;
  const test = compile(bench, extract, filter);
  const kept = looksAtPeriod(filter) ? test : masked(bench.frame(extract), test);
  known.set(name, kept);
  return kept;
}

function looksAtPeriod(filter: Filter): boolean {
  if ('all' in filter) return filter.all.some(looksAtPeriod);
  if ('any' in filter) return filter.any.some(looksAtPeriod);
  if ('not' in filter) return looksAtPeriod(filter.not);
  return 'personIn' in filter || 'personRun' in filter || 'openSince' in filter;
}

function masked(frame: Frame, test: EventTest): EventTest {
  const mask = new Uint8Array(frame.rows);
  for (let row = 0; row < frame.rows; row++) mask[row] = test(row, 0) ? 1 : 0;
  return (row) => mask[row] === 1;
}

function compile(bench: Workbench, extract: ExtractName, filter: Filter): EventTest {
  const frame = bench.frame(extract);
  if ('all' in filter) return eventTest(bench, extract, filter.all);
  if ('any' in filter) {
    const tests = filter.any.map((each) => shared(bench, extract, each));
    return (row, place) => tests.some((test) => test(row, place));
  }
  if ('not' in filter) {
    const test = shared(bench, extract, filter.not);
    return (row, place) => !test(row, place);
  }
  if ('personIn' in filter) {
    const present = presence(
      bench,
      filter.personIn,
      rowTest(bench, filter.personIn.extract, filter.personIn.where),
    );
    const person = bench.person(extract);
    return (row, place) => present(person[row] ?? -1, place);
  }
  if ('followedBy' in filter) {
    const daysOf = eventDays(
      bench,
      filter.followedBy,
      rowTest(bench, filter.followedBy.extract, filter.followedBy.where),
    );
    const person = bench.person(extract);
    const after = frame.day(filter.after);
    return (row) => {
      const from = after[row] ?? NULL_INT;
      return (
        from !== NULL_INT &&
        daysOf(person[row] ?? -1).some((day) => day > from && day <= from + filter.withinDays)
      );
    };
  }
  if ('personRun' in filter) {
    const { personRun, atLeast, withinDays } = filter;
    const daysOf = eventDays(bench, personRun, rowTest(bench, personRun.extract, personRun.where));
    const person = bench.person(extract);
    const { starts, ends } = bench.history;
    return (row, place) =>
      daysOf(person[row] ?? -1).some((day, i, days) => {
        const first = days[i + 1 - atLeast];
        const endsHere = day >= (starts[place] ?? 0) && day <= (ends[place] ?? 0);
        return endsHere && first !== undefined && day - first < withinDays;
      });
  }
  if ('openSince' in filter) {
    const from = frame.day(filter.openSince);
    return (row, place) => {
      const day = from[row] ?? NULL_INT;
      return day !== NULL_INT && (bench.history.ends[place] ?? 0) - day > filter.moreThanDays;
    };
  }
  return compileCells(frame, bench.cutOff, filter);
}

type CellFilter = Exclude<
  Filter,
  | { all: unknown }
  | { any: unknown }
  | { not: unknown }
  | { personIn: unknown }
  | { followedBy: unknown }
  | { personRun: unknown }
  | { openSince: unknown }
>;

function compileCells(frame: Frame, cutOff: number, filter: CellFilter): EventTest {
  if ('differ' in filter) {
    const [a, b] = [frame.code(filter.differ[0]), frame.code(filter.differ[1])];
    return (row) => {
      const [x, y] = [a.dictionary[a.index[row] ?? -1], b.dictionary[b.index[row] ?? -1]];
      return x !== undefined && y !== undefined && x !== y;
    };
  }
  if ('minutes' in filter) {
    const [from, to] = [frame.minute(filter.minutes[0]), frame.minute(filter.minutes[1])];
    return between(from, to, (a, b) => within(wallMinutesBetween(a, b), filter));
  }
  if ('days' in filter) {
    return between(frame.day(filter.days[0]), frame.day(filter.days[1]), (a, b) => within(b - a, filter));
  }
  if ('matured' in filter) {
    const from = frame.day(filter.matured);
    return (row) => {
      const day = from[row] ?? NULL_INT;
      return day !== NULL_INT && workingDaysBetween(day, cutOff) >= filter.workingDays;
    };
  }
  if ('workingDays' in filter) {
    const [from, to] = [frame.day(filter.workingDays[0]), frame.day(filter.workingDays[1])];
    return between(from, to, (a, b) => workingDaysBetween(a, b) <= filter.atMost);
  }
  if ('in' in filter) return codeTest(frame, filter.field, (code) => filter.in.includes(code));
  if ('notIn' in filter) {
    const listed = codeTest(frame, filter.field, (code) => filter.notIn.includes(code));
    return (row) => !listed(row, 0);
  }
  if ('present' in filter) return presentTest(frame, filter.field, filter.present);
  const values = frame.number(filter.field);
  const [least, most] = [
    filter.atLeast ?? Number.NEGATIVE_INFINITY,
    filter.atMost ?? Number.POSITIVE_INFINITY,
  ];
  return (row) => {
    const value = values[row] ?? Number.NaN;
    return value >= least && value <= most;
  };
}

function within(elapsed: number, limits: { readonly atMost?: number; readonly moreThan?: number }): boolean {
  if (limits.atMost !== undefined && elapsed > limits.atMost) return false;
  return limits.moreThan === undefined || elapsed > limits.moreThan;
}

/** Holds when both are there, the second is not before the first, and the condition on the two holds. */
function between(from: Int32Array, to: Int32Array, holds: (from: number, to: number) => boolean): EventTest {
  return (row) => {
    const [a, b] = [from[row] ?? NULL_INT, to[row] ?? NULL_INT];
    return a !== NULL_INT && b !== NULL_INT && b >= a && holds(a, b);
  };
}

function codeTest(frame: Frame, field: string, listed: (code: string) => boolean): EventTest {
  const { dictionary, index } = frame.code(field);
  const entries = dictionary.map((cell) => cell.split('|').some(listed));
  return (row) => entries[index[row] ?? -1] === true;
}

function presentTest(frame: Frame, field: string, wanted: boolean): EventTest {
  const present = frame.present(field);
  return (row) => (present[row] === 1) === wanted;
}

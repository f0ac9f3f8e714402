import { dayOfMinute, wallMinutesBetween } from '../reference/days.js';
import { workingDaysBetween } from '../reference/workingDays.js';
import type { PERIOD_END, Predicate, RowRule } from './schema.js';
import { type Column, NULL_INT } from './table.js';

/** How a condition gets at the typed values of a file's rows. */
export interface RowAccess {
  /**
   * Typed column of a field, or for {@link PERIOD_END} a day column; undefined when there is none, which means blank in
   * every row.
   */
  column(field: string): Column | undefined;
  /**
   * Completed years of the rows' persons at a date field (at the event when no field is named), NULL_INT where not
   * known; undefined when the extract has no person.
   */
  ages(at: string | undefined): Int32Array | undefined;
}

export type RowTest = (row: number) => boolean;

const always =
  (answer: boolean): RowTest =>
  () =>
    answer;

function isPresent(column: Column | undefined): RowTest {
  if (column === undefined) return always(false);
  switch (column.kind) {
    case 'code':
      return (row) => (column.index[row] ?? -1) >= 0;
    case 'number':
      return (row) => !Number.isNaN(column.values[row] ?? Number.NaN);
    default:
      return (row) => (column.values[row] ?? NULL_INT) !== NULL_INT;
  }
}

/** Judges each entry of a dictionary once; the rows then only look up. */
function byEntry(
  column: Column | undefined,
  test: (codes: readonly string[]) => boolean,
  missing: boolean,
): RowTest {
  if (column === undefined) return always(missing);
  if (column.kind !== 'code') throw new TypeError('A condition on codes names a field that holds none.');
  const answers = Uint8Array.from(column.dictionary, (entry) => (test(entry.split('|')) ? 1 : 0));
  return (row) => {
    const entry = column.index[row] ?? -1;
    return entry < 0 ? missing : answers[entry] === 1;
  };
}

/** Reads a numeric column (days, minutes, counts); NaN where there is no value. */
function numeric(column: Column): (row: number) => number {
  if (column.kind === 'code') throw new TypeError('A condition on numbers or dates names a field of codes.');
  if (column.kind === 'number') return (row) => column.values[row] ?? Number.NaN;
  return (row) => {
    const value = column.values[row] ?? NULL_INT;
    return value === NULL_INT ? Number.NaN : value;
  };
}

function compareTwo(
  first: Column | undefined,
  second: Column | undefined,
  test: (a: number, b: number) => boolean,
  missing: boolean,
): RowTest {
  if (first === undefined || second === undefined) return always(missing);
  const [a, b] = [numeric(first), numeric(second)];
  return (row) => {
    const [x, y] = [a(row), b(row)];
    return Number.isNaN(x) || Number.isNaN(y) ? missing : test(x, y);
  };
}

function inRange(atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY) {
  return (value: number): boolean => value >= atLeast && value <= atMost;
}

function dayOf(column: Column | undefined): (value: number) => number {
  return column?.kind === 'minute' ? dayOfMinute : (value) => value;
}

function compileOrder(
  predicate: Extract<Predicate, { order: unknown }>,
  access: RowAccess,
  missing: boolean,
): RowTest {
  const [first, second] = [access.column(predicate.order[0]), access.column(predicate.order[1])];
  const slack = predicate.slackMinutes ?? 0;
  const strict = predicate.strict === true;
  const holds = (from: number, to: number): boolean => (strict ? from < to : from <= to);
  if (first?.kind === 'minute' && second?.kind === 'minute')
    return compareTwo(first, second, (a, b) => holds(a, b + slack), missing);
  const [dayA, dayB] = [dayOf(first), dayOf(second)];
  return compareTwo(first, second, (a, b) => holds(dayA(a), dayB(b) + Math.ceil(slack / 1440)), missing);
}

function compileGap(
  predicate: Extract<Predicate, { gap: unknown }>,
  access: RowAccess,
  missing: boolean,
): RowTest {
  const [first, second] = [access.column(predicate.gap[0]), access.column(predicate.gap[1])];
  const { atMostMinutes = Number.POSITIVE_INFINITY, atMostDays = Number.POSITIVE_INFINITY } = predicate;
  const workingDays = predicate.atMostWorkingDays ?? Number.POSITIVE_INFINITY;
  const bothTimed = first?.kind === 'minute' && second?.kind === 'minute';
  const [dayA, dayB] = [dayOf(first), dayOf(second)];
  return compareTwo(
    first,
    second,
    (a, b) => {
      const [from, to] = [dayA(a), dayB(b)];
      const minutes = bothTimed ? wallMinutesBetween(a, b) : (to - from) * 1440;
      if (minutes > atMostMinutes || to - from > atMostDays) return false;
      return workingDays === Number.POSITIVE_INFINITY || workingDaysBetween(from, to) <= workingDays;
    },
    missing,
  );
}

function compileAge(
  predicate: Extract<Predicate, { age: unknown }>,
  access: RowAccess,
  missing: boolean,
): RowTest {
  const ages = access.ages(predicate.age.at);
  if (ages === undefined) return always(missing);
  const fits = inRange(predicate.age.atLeast, predicate.age.atMost);
  return (row) => {
    const age = ages[row] ?? NULL_INT;
    return age === NULL_INT ? missing : fits(age);
  };
}

const COMPARE = {
  '<=': (order: number) => order <= 0,
  '<': (order: number) => order < 0,
  '=': (order: number) => order === 0,
  '!=': (order: number) => order !== 0,
} as const;

function compileCompare(
  predicate: Extract<Predicate, { compare: unknown }>,
  access: RowAccess,
  missing: boolean,
): RowTest {
  const [left, operator, right] = predicate.compare;
  const [first, second] = [access.column(left), access.column(right)];
  const test = COMPARE[operator];
  if (first?.kind !== 'code' || second?.kind !== 'code')
    return compareTwo(first, second, (a, b) => test(a - b), missing);
  return (row) => {
    const [a, b] = [first.dictionary[first.index[row] ?? -1], second.dictionary[second.index[row] ?? -1]];
    return a === undefined || b === undefined ? missing : test(a < b ? -1 : a > b ? 1 : 0);
  };
}

/**
 * Compiles a condition to a test of row numbers.
 * @param missing what a comparison with a blank cell answers. Under `not` it turns round, so that with `true` the test
 *   says "may hold" and with `false` "surely holds"
 * @throws TypeError when a condition names a field of the wrong kind
 */
export function compilePredicate(predicate: Predicate, access: RowAccess, missing: boolean): RowTest {
  if ('all' in predicate) {
    const tests = predicate.all.map((one) => compilePredicate(one, access, missing));
    return (row) => tests.every((test) => test(row));
  }
  if ('any' in predicate) {
    const tests = predicate.any.map((one) => compilePredicate(one, access, missing));
    return (row) => tests.some((test) => test(row));
  }
  if ('not' in predicate) {
    const test = compilePredicate(predicate.not, access, !missing);
    return (row) => !test(row);
  }
  if ('order' in predicate) return compileOrder(predicate, access, missing);
  if ('gap' in predicate) return compileGap(predicate, access, missing);
  if ('age' in predicate) return compileAge(predicate, access, missing);
  if ('compare' in predicate) return compileCompare(predicate, access, missing);
  const column = access.column(predicate.field);
  if ('present' in predicate) {
    const present = isPresent(column);
    return predicate.present ? present : (row) => !present(row);
  }
  if ('in' in predicate) {
    const wanted = new Set(predicate.in);
    return byEntry(column, (codes) => codes.some((code) => wanted.has(code)), missing);
  }
  if ('notIn' in predicate) {
    const unwanted = new Set(predicate.notIn);
    return byEntry(column, (codes) => !codes.some((code) => unwanted.has(code)), missing);
  }
  if ('countAtMost' in predicate)
    return byEntry(column, (codes) => codes.length <= predicate.countAtMost, missing);
  if (column === undefined) return always(missing);
  const value = numeric(column);
  const fits = inRange(predicate.atLeast, predicate.atMost);
  return (row) => {
    const x = value(row);
    return Number.isNaN(x) ? missing : fits(x);
  };
}

/**
 * The rows that break a rule: those for which `when` surely holds and `expect` surely does not. Blank cells count
 * against nobody unless a condition asks for `present`.
 */
export function compileRule(rule: RowRule, access: RowAccess): RowTest {
  const expected = compilePredicate(rule.expect, access, true);
  if (rule.when === undefined) return (row) => !expected(row);
  const applies = compilePredicate(rule.when, access, false);
  return (row) => applies(row) && !expected(row);
}

import type { Day } from './brands.js';
import { dayFromIso, dayFromParts, partsFromDay, weekday } from './days.js';

/** Days moved or added by proclamation, England and Wales: [removed, added]. */
const PROCLAIMED: Readonly<
  Record<number, { readonly gone: readonly string[]; readonly extra: readonly string[] }>
> = {
  2012: { gone: ['2012-05-28'], extra: ['2012-06-04', '2012-06-05'] },
  2020: { gone: ['2020-05-04'], extra: ['2020-05-08'] },
  2022: { gone: ['2022-05-30'], extra: ['2022-06-02', '2022-06-03', '2022-09-19'] },
  2023: { gone: [], extra: ['2023-05-08'] },
};

const SUNDAY = 0;
const MONDAY = 1;
const SATURDAY = 6;

function date(year: number, month: number, day: number): Day {
  const found = dayFromParts(year, month, day);
  if (found === null) throw new RangeError('The year lies outside the calendar.');
  return found;
}

/** Easter Sunday of the Gregorian calendar (the anonymous computus, as published in Nature, 1876). */
function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return date(year, Math.floor(n / 31), (n % 31) + 1);
}

function firstMonday(year: number, month: number): Day {
  const first = date(year, month, 1);
  return first + ((MONDAY - weekday(first) + 7) % 7);
}

function lastMonday(year: number, month: number): Day {
  const last = date(year, month, 31);
  return last - ((weekday(last) - MONDAY + 7) % 7);
}

function nextWeekday(day: Day): Day {
  if (weekday(day) === SATURDAY) return day + 2;
  return weekday(day) === SUNDAY ? day + 1 : day;
}

/** Substitute days for Christmas Day and Boxing Day when they fall on a weekend. */
function christmas(year: number): readonly Day[] {
  const day = date(year, 12, 25);
  if (weekday(day) === SATURDAY) return [day + 2, day + 3];
  if (weekday(day) === SUNDAY) return [day + 1, day + 2];
  return [day, nextWeekday(day + 1)];
}

const byYear = new Map<number, ReadonlySet<Day>>();

/** Bank holidays of a year in England, as observed; checked against the published lists of 2012 to 2030. */
export function bankHolidays(year: number): ReadonlySet<Day> {
  const known = byYear.get(year);
  if (known !== undefined) return known;
  const easter = easterSunday(year);
  const days = new Set<Day>([
    nextWeekday(date(year, 1, 1)),
    easter - 2,
    easter + 1,
    firstMonday(year, 5),
    lastMonday(year, 5),
    lastMonday(year, 8),
    ...christmas(year),
  ]);
  const proclaimed = PROCLAIMED[year];
  for (const gone of proclaimed?.gone ?? []) days.delete(dayFromIso(gone));
  for (const extra of proclaimed?.extra ?? []) days.add(dayFromIso(extra));
  byYear.set(year, days);
  return days;
}

/** Weekdays from the Monday 1969-12-29 up to and including `day`. */
function weekdaysUpTo(day: Day): number {
  const since = day + 3;
  const weeks = Math.floor(since / 7);
  return weeks * 5 + Math.min(since - weeks * 7 + 1, 5);
}

/**
 * Working days in England after `from`, up to and including `to`; 0 when `to` is not later.
 * @example a Friday to the Monday after it: 1
 */
export function workingDaysBetween(from: Day, to: Day): number {
  if (to <= from) return 0;
  let count = weekdaysUpTo(to) - weekdaysUpTo(from);
  for (let year = partsFromDay(from).year; year <= partsFromDay(to).year; year++) {
    for (const holiday of bankHolidays(year)) if (holiday > from && holiday <= to) count--;
  }
  return count;
}

import type { Day, WallMinute } from '../reference/brands.js';
import { dayFromParts, dayOfMinute, minuteOfDay } from '../reference/days.js';
import { readPlainDate } from './plainDate.js';

/** How the dates of a column are written: `2018-09-30`, or `30/09/2018`; both may carry a time. */
export type DateFormat = 'iso' | 'dmy';

export type DateProblem =
  | 'not-a-date'
  | 'no-such-date'
  | 'two-digit-year'
  | 'spreadsheet-date'
  | 'month-first'
  | 'other-date-format'
  | 'time-zone';

export type DateReading =
  | { readonly ok: true; readonly day: Day; readonly minute: WallMinute; readonly hasTime: boolean }
  | { readonly ok: false; readonly problem: DateProblem };

const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME = String.raw`(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?`;
const ISO = new RegExp(String.raw`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})${TIME}$`, 'i');
const SLASHED = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})${TIME}$`, 'i');
const NAMED = new RegExp(String.raw`^(\d{1,2})[- ]([a-z]{3,9})[- ,]+(\d{4}|\d{2})${TIME}$`, 'i');
const ZONED = /\d:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})$/i;
const SERIAL = /^\d{5}(\.\d+)?$/;
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2099;

type Match = readonly (string | undefined)[];

const fail = (problem: DateProblem): DateReading => ({ ok: false, problem });

function read(year: number, month: number, day: number, time: Match): DateReading {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return fail('no-such-date');
  const found = dayFromParts(year, month, day);
  if (found === null) return fail('no-such-date');
  const [hour, minute, second] = [Number(time[0] ?? 0), Number(time[1] ?? 0), Number(time[2] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return fail('no-such-date');
  return { ok: true, day: found, minute: minuteOfDay(found, hour, minute), hasTime: time[0] !== undefined };
}

/** Century of a year of two digits: birth years up to 29 are of this century. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 4 ? year : year + (year <= 29 ? 2000 : 1900);
}

function monthNumber(name: string): number {
  return MONTH_NAMES.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function readDayFirst(match: Match, month: number, twoDigitYears: boolean): DateReading {
  const year = match[3] ?? '';
  if (year.length === 2 && !twoDigitYears) return fail('two-digit-year');
  const day = Number(match[1]);
  if (month > 12 && day <= 12) return fail('month-first');
  return read(fullYear(year), month, day, match.slice(4));
}

/**
 * Reads one date, with or without a time. A date without a time is midnight at its start.
 * @param format the column's format; null accepts either, for a single value out of context
 * @param twoDigitYears accept `30/09/02`; only for dates of birth, where the century is not in doubt
 */
export function readDate(text: string, format: DateFormat | null, twoDigitYears = false): DateReading {
  const trimmed = text.trim();
  const plain = readPlainDate(trimmed, format);
  if (plain !== null)
    return { ok: true, day: dayOfMinute(plain), minute: plain, hasTime: trimmed.includes(':') };
  if (SERIAL.test(trimmed)) return fail('spreadsheet-date');
  if (ZONED.test(trimmed)) return fail('time-zone');
  const iso = ISO.exec(trimmed);
  if (iso !== null) {
    if (format === 'dmy') return fail('other-date-format');
    return read(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso.slice(4));
  }
  const slashed = SLASHED.exec(trimmed);
  const named = slashed === null ? NAMED.exec(trimmed) : null;
  if (slashed === null && (named === null || monthNumber(named[2] ?? '') === 0)) return fail('not-a-date');
  if (format === 'iso') return fail('other-date-format');
  if (slashed !== null) return readDayFirst(slashed, Number(slashed[2]), twoDigitYears);
  return readDayFirst(named ?? [], monthNumber(named?.[2] ?? ''), twoDigitYears);
}

/** What the values of a column say about their format. */
export type InferredDates =
  /** One format throughout. */
  | DateFormat
  /** Month before day throughout, as in the United States: refused. */
  | 'month-first'
  /** More than one format: refused rather than guessed row by row. */
  | 'mixed'
  /** No date in the column. */
  | null;

/**
 * Judges the format of a whole column from its distinct values; texts that are no dates do not count.
 * Slashed dates of which none tells day from month are read day first, the British way.
 */
export function inferDateFormat(texts: Iterable<string>): InferredDates {
  let [iso, dayFirst, monthFirst, either] = [false, false, false, false];
  for (const text of texts) {
    const trimmed = text.trim();
    if (ISO.test(trimmed)) iso = true;
    else {
      const slashed = SLASHED.exec(trimmed);
      if (slashed === null) {
        if (monthNumber(NAMED.exec(trimmed)?.[2] ?? '') > 0) dayFirst = true;
        continue;
      }
      if (Number(slashed[1]) > 12) dayFirst = true;
      else if (Number(slashed[2]) > 12) monthFirst = true;
      else either = true;
    }
  }
  if (iso) return dayFirst || monthFirst || either ? 'mixed' : 'iso';
  if (monthFirst) return dayFirst ? 'mixed' : 'month-first';
  return dayFirst || either ? 'dmy' : null;
}

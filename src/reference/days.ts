import type { Day, WallMinute } from './brands.js';

const MINUTES_A_DAY = 1440;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export interface DateParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** Days since 1970-01-01 of a date of the Gregorian calendar that is known to exist. */
function civilToDay(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Number of days of a month (1 to 12). */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day of a year, month (1-12) and day of the month, or null when there is no such date (30 February). */
export function dayFromParts(year: number, month: number, day: number): Day | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return null;
  return civilToDay(year, month, day);
}

/** Year, month and day of the month of a day. */
export function partsFromDay(day: Day): DateParts {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/**
 * The day of an ISO date `2018-09-30`.
 * @throws RangeError when the text is not an ISO date that exists (the text itself is not repeated)
 */
export function dayFromIso(text: string): Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const day = match === null ? null : dayFromParts(Number(match[1]), Number(match[2]), Number(match[3]));
  if (day === null) throw new RangeError('Not a date of the form YYYY-MM-DD.');
  return day;
}

/** `2018-09-30`. */
export function isoFromDay(day: Day): string {
  const { year, month, day: dayOfMonth } = partsFromDay(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** English name of a month (1 to 12). */
export function monthName(month: number): string {
  const name = MONTHS[month - 1];
  if (name === undefined) throw new RangeError(`There is no month ${month}.`);
  return name;
}

/** `30 September 2018`. */
export function dayText(day: Day): string {
  const { year, month, day: dayOfMonth } = partsFromDay(day);
  return `${dayOfMonth} ${monthName(month)} ${year}`;
}

/** Day of the week, 0 = Sunday to 6 = Saturday. */
export function weekday(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The calendar day of a moment on the wall clock. */
export function dayOfMinute(minute: WallMinute): Day {
  return Math.floor(minute / MINUTES_A_DAY);
}

/** The moment at `hour`:`minute` of a day, on the wall clock. */
export function minuteOfDay(day: Day, hour = 0, minute = 0): WallMinute {
  return day * MINUTES_A_DAY + hour * 60 + minute;
}

const DAYS_A_YEAR = 365.2425;

/** First minute of the hour that is skipped in March, and of the hour after the one repeated in October, by year. */
const summers = new Map<number, readonly [WallMinute, WallMinute]>();

function summerOf(year: number): readonly [WallMinute, WallMinute] {
  const known = summers.get(year);
  if (known !== undefined) return known;
  const lastSunday = (month: 3 | 10): Day => {
    const last = civilToDay(year, month, 31);
    return last - weekday(last);
  };
  const summer = [minuteOfDay(lastSunday(3), 1), minuteOfDay(lastSunday(10), 2)] as const;
  summers.set(year, summer);
  return summer;
}

/**
 * Universal-time minutes of a wall-clock moment in Europe/London (rules since 1996: summer time from the last Sunday of
 * March, 01:00 to the last Sunday of October, 02:00). The hour that does not exist in March counts as the moment of the
 * change; the hour that happens twice in October counts as its first, summer-time, passage: so later on the clock is
 * never earlier in time.
 */
function universalMinute(minute: WallMinute): number {
  // Wrong by a year at most, and only a few days from New Year, when it is winter under either.
  const year = 1970 + Math.floor(minute / (MINUTES_A_DAY * DAYS_A_YEAR));
  const [gapStart, summerEnd] = summerOf(year);
  if (minute < gapStart || minute >= summerEnd) return minute;
  return minute < gapStart + 60 ? gapStart : minute - 60;
}

/** Minutes that really passed from `from` to `to`, clock changes honoured; negative when `to` is earlier. */
export function wallMinutesBetween(from: WallMinute, to: WallMinute): number {
  return universalMinute(to) - universalMinute(from);
}

/** Completed years at a day; a person born on 29 February has the birthday on 1 March in other years. */
export function ageAt(birth: Day, at: Day): number {
  const b = partsFromDay(birth);
  const a = partsFromDay(at);
  const beforeBirthday = a.month < b.month || (a.month === b.month && a.day < b.day);
  return a.year - b.year - (beforeBirthday ? 1 : 0);
}

import type { Day, PeriodId } from './brands.js';
import { dayFromParts, monthName, partsFromDay } from './days.js';

/** A half-year of the reporting year; the first half begins in the configured start month (4 = April). */
export interface HalfYear {
  readonly id: PeriodId;
  readonly half: 1 | 2;
  readonly start: Day;
  /** Last day, inclusive. */
  readonly end: Day;
  readonly days: number;
  /** `April to September 2018`, `October 2018 to March 2019`. */
  readonly text: string;
  /** `Apr–Sep 2018`, `Oct 2018–Mar 2019`. */
  readonly shortText: string;
  /** Last month, for axes: `Sep 18`. */
  readonly label: string;
}

/**
 * Reads `2018-H1`.
 * @throws RangeError when the text is not of that form
 */
export function parsePeriod(text: string): PeriodId {
  if (!/^\d{4}-H[12]$/.test(text)) {
    throw new RangeError('A period is written as a year and a half, for example 2018-H1.');
  }
  return text as PeriodId;
}

function ordinal(id: PeriodId): number {
  return Number(id.slice(0, 4)) * 2 + (id.endsWith('H2') ? 1 : 0);
}

function fromOrdinal(n: number): PeriodId {
  const year = Math.floor(n / 2);
  return parsePeriod(`${String(year).padStart(4, '0')}-H${n - year * 2 + 1}`);
}

/** First day of a month counted on from January of `year` (month 13 = January of the next year). */
function firstOf(year: number, month: number): Day {
  const shift = Math.floor((month - 1) / 12);
  const day = dayFromParts(year + shift, month - shift * 12, 1);
  if (day === null) throw new RangeError('The period lies outside the calendar.');
  return day;
}

/**
 * Dates and names of a half-year.
 * @param startMonth month (1-12) in which the reporting year begins; 4 gives 2018-H1 = 1 April to 30 September 2018 and
 *   2018-H2 = 1 October 2018 to 31 March 2019
 */
export function halfYear(id: PeriodId, startMonth = 4): HalfYear {
  const half = id.endsWith('H1') ? 1 : 2;
  const month = startMonth + (half === 1 ? 0 : 6);
  const year = Number(id.slice(0, 4));
  const start = firstOf(year, month);
  const end = firstOf(year, month + 6) - 1;
  const first = partsFromDay(start);
  const last = partsFromDay(end);
  const sameYear = first.year === last.year;
  const [from, to] = [monthName(first.month), monthName(last.month)];
  return {
    id,
    half,
    start,
    end,
    days: end - start + 1,
    text: `${from}${sameYear ? '' : ` ${first.year}`} to ${to} ${last.year}`,
    shortText: `${from.slice(0, 3)}${sameYear ? '' : ` ${first.year}`}–${to.slice(0, 3)} ${last.year}`,
    label: `${to.slice(0, 3)} ${String(last.year % 100).padStart(2, '0')}`,
  };
}

/** The half-year in which a day falls. */
export function periodOfDay(day: Day, startMonth = 4): PeriodId {
  const { year, month } = partsFromDay(day);
  const monthsIn = month - startMonth;
  const reportingYear = monthsIn < 0 ? year - 1 : year;
  const half = (monthsIn + 12) % 12 < 6 ? 0 : 1;
  return fromOrdinal(reportingYear * 2 + half);
}

/** The half-year `n` half-years later (earlier when negative). */
export function addPeriods(id: PeriodId, n: number): PeriodId {
  return fromOrdinal(ordinal(id) + n);
}

/** The same half of the year before, for comparisons free of season. */
export function sameHalfLastYear(id: PeriodId): PeriodId {
  return addPeriods(id, -2);
}

/** All half-years from `first` to `last`, both included; empty when `last` is earlier. */
export function periodsBetween(first: PeriodId, last: PeriodId): PeriodId[] {
  const from = ordinal(first);
  return Array.from({ length: Math.max(0, ordinal(last) - from + 1) }, (_, i) => fromOrdinal(from + i));
}

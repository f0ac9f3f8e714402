import type { Day, PeriodId } from './brands.js';
import { dayFromParts, monthName, partsFromDay } from './days.js';

/** How long a period is. Half-years and quarters are those of the reporting year, months those of the calendar. */
export type Grain = 'half-year' | 'quarter' | 'month';

const MONTHS: Readonly<Record<Grain, number>> = { 'half-year': 6, quarter: 3, month: 1 };

/** A half-year or quarter of the reporting year (which begins in the configured start month, 4 = April), or a month. */
export interface Period {
  readonly id: PeriodId;
  readonly grain: Grain;
  readonly start: Day;
  /** Last day, inclusive. */
  readonly end: Day;
  readonly days: number;
  /** `April to September 2018`, `October 2018 to March 2019`, `September 2018`. */
  readonly text: string;
  /** `Apr–Sep 2018`, `Oct 2018–Mar 2019`, `Sep 2018`. */
  readonly shortText: string;
  /** Last month, for axes: `Sep 18`. */
  readonly label: string;
}

/** The name that the product's first grain has everywhere. */
export type HalfYear = Period;

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

/** Whether the text names a month of the calendar, such as 2018-09. */
export function isMonth(text: string): text is PeriodId {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** `2018-H1` is a half-year, `2018-Q2` a quarter of the same reporting year, `2018-09` a month. */
export function grainOf(id: PeriodId): Grain {
  const mark = id.charAt(5);
  return mark === 'H' ? 'half-year' : mark === 'Q' ? 'quarter' : 'month';
}

/** Periods of a grain in a year: 2, 4 or 12. */
export function perYear(grain: Grain): number {
  return 12 / MONTHS[grain];
}

/** Periods of a grain in a half-year: 1, 2 or 6. */
export function perHalfYear(grain: Grain): number {
  return MONTHS['half-year'] / MONTHS[grain];
}

function ordinal(id: PeriodId): number {
  const place = Number(id.replace(/^\d{4}-[HQ]?/, ''));
  return Number(id.slice(0, 4)) * perYear(grainOf(id)) + place - 1;
}

function fromOrdinal(n: number, grain: Grain): PeriodId {
  const year = Math.floor(n / perYear(grain));
  const place = n - year * perYear(grain) + 1;
  const name =
    grain === 'month' ? String(place).padStart(2, '0') : `${grain === 'quarter' ? 'Q' : 'H'}${place}`;
  return `${String(year).padStart(4, '0')}-${name}` as PeriodId;
}

/** First day of a month counted on from January of `year` (month 13 = January of the next year). */
function firstOf(year: number, month: number): Day {
  const shift = Math.floor((month - 1) / 12);
  const day = dayFromParts(year + shift, month - shift * 12, 1);
  if (day === null) throw new RangeError('The period lies outside the calendar.');
  return day;
}

/**
 * Dates and names of a period.
 * @param startMonth month (1-12) in which the reporting year begins; 4 gives 2018-H1 = 1 April to 30 September 2018,
 *   2018-H2 = 1 October 2018 to 31 March 2019 and 2018-Q2 = 1 July to 30 September 2018
 */
export function periodSpan(id: PeriodId, startMonth = 4): Period {
  const grain = grainOf(id);
  const months = MONTHS[grain];
  const year = Number(id.slice(0, 4));
  const place = ordinal(id) - year * perYear(grain);
  const month = (grain === 'month' ? 1 : startMonth) + place * months;
  const start = firstOf(year, month);
  const end = firstOf(year, month + months) - 1;
  const first = partsFromDay(start);
  const last = partsFromDay(end);
  const [from, to] = [monthName(first.month), monthName(last.month)];
  const yearOfFirst = first.year === last.year ? '' : ` ${first.year}`;
  return {
    id,
    grain,
    start,
    end,
    days: end - start + 1,
    text: months === 1 ? `${to} ${last.year}` : `${from}${yearOfFirst} to ${to} ${last.year}`,
    shortText:
      months === 1
        ? `${to.slice(0, 3)} ${last.year}`
        : `${from.slice(0, 3)}${yearOfFirst}–${to.slice(0, 3)} ${last.year}`,
    label: `${to.slice(0, 3)} ${String(last.year % 100).padStart(2, '0')}`,
  };
}

/** Dates and names of a half-year; see {@link periodSpan}. */
export function halfYear(id: PeriodId, startMonth = 4): HalfYear {
  return periodSpan(id, startMonth);
}

/** The period of a grain in which a day falls. */
export function periodOfDay(day: Day, startMonth = 4, grain: Grain = 'half-year'): PeriodId {
  const { year, month } = partsFromDay(day);
  if (grain === 'month') return fromOrdinal(year * 12 + month - 1, grain);
  const monthsIn = month - startMonth;
  const reportingYear = monthsIn < 0 ? year - 1 : year;
  const place = Math.floor(((monthsIn + 12) % 12) / MONTHS[grain]);
  return fromOrdinal(reportingYear * perYear(grain) + place, grain);
}

/** The period `n` periods later (earlier when negative). */
export function addPeriods(id: PeriodId, n: number): PeriodId {
  return fromOrdinal(ordinal(id) + n, grainOf(id));
}

/** The same months of the year before, for comparisons free of season. */
export function sameHalfLastYear(id: PeriodId): PeriodId {
  return addPeriods(id, -perYear(grainOf(id)));
}

/** All periods from `first` to `last`, both included and of one grain; empty when `last` is earlier. */
export function periodsBetween(first: PeriodId, last: PeriodId): PeriodId[] {
  const from = ordinal(first);
  const grain = grainOf(first);
  return Array.from({ length: Math.max(0, ordinal(last) - from + 1) }, (_, i) =>
    fromOrdinal(from + i, grain),
  );
}

/** The half-year in which a shorter period lies; itself for a half-year. */
export function halfYearAround(id: PeriodId, startMonth = 4): PeriodId {
  return grainOf(id) === 'half-year' ? id : periodOfDay(periodSpan(id, startMonth).start, startMonth);
}

/** The periods of a grain that make up consecutive half-years, in order. */
export function periodsWithin(
  halfYears: readonly PeriodId[],
  grain: Grain,
  startMonth = 4,
): readonly PeriodId[] {
  const [first, last] = [halfYears[0], halfYears.at(-1)];
  if (grain === 'half-year' || first === undefined || last === undefined) return halfYears;
  return periodsBetween(
    periodOfDay(periodSpan(first, startMonth).start, startMonth, grain),
    periodOfDay(periodSpan(last, startMonth).end, startMonth, grain),
  );
}

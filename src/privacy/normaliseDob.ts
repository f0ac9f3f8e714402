import type { Day } from '../reference/brands.js';
import { dayFromIso, dayFromParts, isoFromDay } from '../reference/days.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Dates that systems fill in when none is known. */
const PLACEHOLDERS = new Set([dayFromIso('1900-01-01'), dayFromIso('1970-01-01')]);
/** Two-digit years up to this one belong to this century. */
const LAST_SHORT_YEAR = 29;

function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year + (year <= LAST_SHORT_YEAR ? 2000 : 1900);
}

function parsed(text: string): Day | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso !== null) return dayFromParts(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text);
  if (numeric !== null) {
    return dayFromParts(fullYear(numeric[3] ?? ''), Number(numeric[2]), Number(numeric[1]));
  }
  const named = /^(\d{1,2})[ -]([A-Za-z]{3,9})[ -](\d{4}|\d{2})$/.exec(text);
  if (named === null) return null;
  const month = MONTHS.indexOf((named[2] ?? '').slice(0, 3).toLowerCase()) + 1;
  return dayFromParts(fullYear(named[3] ?? ''), month, Number(named[1]));
}

/**
 * A date of birth as `YYYYMMDD`, or an empty text when there is none: not a date, or a placeholder date.
 * @param value a day that ingest has parsed, or text (ISO, day/month/year, `24 May 2014`)
 */
export function normaliseDob(value: Day | string): string {
  const day = typeof value === 'string' ? parsed(value.trim()) : value;
  return day === null || PLACEHOLDERS.has(day) ? '' : isoFromDay(day).replaceAll('-', '');
}

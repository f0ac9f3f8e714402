import type { WallMinute } from '../reference/brands.js';
import { dayFromParts, minuteOfDay } from '../reference/days.js';

const [ZERO, SLASH, HYPHEN, COLON, BLANK, LETTER_T] = [48, 47, 45, 58, 32, 84];
const DATE_LENGTH = 10;
const TIMED_LENGTH = 16;

/** Two digits as a number; NaN when there is anything else. */
function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : Number.NaN;
}

/**
 * Reads a date as nearly all are written: `2018-09-30` or `30/09/2018`, alone or with ` 16:05`. A million of them take a
 * fifth of the time that regular expressions take.
 * @param format the column's format; null accepts either
 * @returns the minute (midnight without a time), or null for anything else, good or bad: then `readDate` judges
 */
export function readPlainDate(text: string, format: 'iso' | 'dmy' | null): WallMinute | null {
  const timed = text.length === TIMED_LENGTH;
  if (!timed && text.length !== DATE_LENGTH) return null;
  const iso = text.charCodeAt(4) === HYPHEN && text.charCodeAt(7) === HYPHEN;
  const slashed = text.charCodeAt(2) === SLASH && text.charCodeAt(5) === SLASH;
  if (format === (iso ? 'dmy' : 'iso') || (!iso && !slashed)) return null;
  const year = iso ? 100 * pair(text, 0) + pair(text, 2) : 100 * pair(text, 6) + pair(text, 8);
  const day = dayFromParts(year, pair(text, iso ? 5 : 3), pair(text, iso ? 8 : 0));
  if (day === null || year < 1900 || year > 2099) return null;
  if (!timed) return minuteOfDay(day);
  const gap = text.charCodeAt(DATE_LENGTH);
  const [hour, minute] = [pair(text, 11), pair(text, 14)];
  const isTime = (gap === BLANK || gap === LETTER_T) && text.charCodeAt(13) === COLON;
  return isTime && hour <= 23 && minute <= 59 ? minuteOfDay(day, hour, minute) : null;
}

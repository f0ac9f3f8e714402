import { NULL_INT } from '../../extracts/table.js';
import type { Day, PeriodId } from '../../reference/brands.js';
import { halfYear, periodOfDay, periodsBetween } from '../../reference/calendar.js';

/** Half-years of the history by place: 0 is the first. Earlier ones have negative places. */
export interface History {
  readonly periods: readonly PeriodId[];
  /** First and last day of each half-year. */
  readonly starts: readonly Day[];
  readonly ends: readonly Day[];
  readonly days: readonly number[];
  /** Place of a day's half-year; null for no day. */
  placeOf(day: Day): number | null;
}

/** @throws RangeError when the half-years are not consecutive */
export function historyOf(periods: readonly PeriodId[], startMonth: number): History {
  const first = periods[0];
  const last = periods.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('There is no half-year to analyse.');
  if (periodsBetween(first, last).join() !== periods.join()) {
    throw new RangeError('The half-years of the history must follow each other without a gap.');
  }
  const halves = periods.map((id) => halfYear(id, startMonth));
  const places = new Map<PeriodId, number>(periods.map((id, place) => [id, place]));
  const byDay = new Map<Day, number>();
  return {
    periods,
    starts: halves.map(({ start }) => start),
    ends: halves.map(({ end }) => end),
    days: halves.map(({ days }) => days),
    placeOf(day) {
      if (day === NULL_INT) return null;
      const known = byDay.get(day);
      if (known !== undefined) return known;
      const id = periodOfDay(day, startMonth);
      const place =
        places.get(id) ??
        (id < first ? 1 - periodsBetween(id, first).length : periodsBetween(first, id).length - 1);
      byDay.set(day, place);
      return place;
    },
  };
}

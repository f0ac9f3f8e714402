import { NULL_INT } from '../../extracts/table.js';
import type { Day, PeriodId } from '../../reference/brands.js';
import {
  type Grain,
  grainOf,
  halfYearAround,
  perHalfYear,
  periodOfDay,
  periodSpan,
  periodsBetween,
  perYear,
} from '../../reference/calendar.js';

/** Periods of the history (all of one grain, half-years as a rule) by place: 0 is the first. Earlier ones have negative places. */
export interface History {
  readonly grain: Grain;
  readonly periods: readonly PeriodId[];
  /** The half-year in which each period lies: extracts come by half-year. */
  readonly halfYears: readonly PeriodId[];
  /** Periods in a year and in a half-year. */
  readonly perYear: number;
  readonly perHalfYear: number;
  /** First and last day of each period. */
  readonly starts: readonly Day[];
  readonly ends: readonly Day[];
  readonly days: readonly number[];
  /** Place of a day's period; null for no day. */
  placeOf(day: Day): number | null;
}

/** @throws RangeError when the periods are not consecutive */
export function historyOf(periods: readonly PeriodId[], startMonth: number): History {
  const first = periods[0];
  const last = periods.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('There is no period to analyse.');
  if (periodsBetween(first, last).join() !== periods.join()) {
    throw new RangeError('The periods of the history must follow each other without a gap.');
  }
  const grain = grainOf(first);
  const spans = periods.map((id) => periodSpan(id, startMonth));
  const places = new Map<PeriodId, number>(periods.map((id, place) => [id, place]));
  const byDay = new Map<Day, number>();
  return {
    grain,
    periods,
    halfYears: periods.map((id) => halfYearAround(id, startMonth)),
    perYear: perYear(grain),
    perHalfYear: perHalfYear(grain),
    starts: spans.map(({ start }) => start),
    ends: spans.map(({ end }) => end),
    days: spans.map(({ days }) => days),
    placeOf(day) {
      if (day === NULL_INT) return null;
      const known = byDay.get(day);
      if (known !== undefined) return known;
      const id = periodOfDay(day, startMonth, grain);
      const place =
        places.get(id) ??
        (id < first ? 1 - periodsBetween(id, first).length : periodsBetween(first, id).length - 1);
      byDay.set(day, place);
      return place;
    },
  };
}

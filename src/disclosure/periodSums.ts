import type { PeriodId } from '../reference/brands.js';
import { grainOf, halfYearAround, periodOfDay, periodSpan } from '../reference/calendar.js';
import { type CountBook, type Entry, placeKey } from './countBook.js';

/** Counts of what is open at the end of a period (`src/analysis/planner/keys.ts` names them so). */
const AT_THE_END = / by open /;

/**
 * The months of a quarter, and the quarters or months of a half-year, add up to it, for every count and category that is
 * laid out at both grains. Of what is open at the end of a period the last of them is the whole.
 *
 * Children can be counted in two months; sums are nevertheless taken to hold, which errs on the side of hiding.
 */
export function addPeriodSums(book: CountBook, startMonth: number): void {
  for (const [key, entries] of book.series) {
    const wholes = new Map<number, { whole: Entry; parts: Entry[] }>();
    for (const entry of entries.values()) {
      for (const around of longerPeriods(entry.place.period as PeriodId, startMonth)) {
        const whole = entries.get(placeKey({ ...entry.place, period: around }));
        if (whole === undefined) continue;
        const sum = wholes.get(whole.cell) ?? { whole, parts: [] };
        wholes.set(whole.cell, sum);
        sum.parts.push(entry);
      }
    }
    for (const { whole, parts } of wholes.values()) {
      for (const finer of byGrain(parts)) {
        const last = finer.at(-1);
        if (AT_THE_END.test(key)) {
          if (last !== undefined) book.builder.tie(whole.cell, last.cell);
        } else if (finer.length === partsOf(whole, finer)) {
          book.builder.sum(
            whole.cell,
            finer.map(({ cell }) => cell),
          );
        }
      }
    }
  }
}

/** The quarter and the half-year in which a month lies, the half-year in which a quarter lies. */
function longerPeriods(period: PeriodId, startMonth: number): PeriodId[] {
  const grain = grainOf(period);
  if (grain === 'half-year') return [];
  const half = halfYearAround(period, startMonth);
  if (grain === 'quarter') return [half];
  return [half, periodOfDay(periodSpan(period, startMonth).start, startMonth, 'quarter')];
}

/** Parts of a whole by their grain, each in order of time: the quarters of a half-year and its months are two sums. */
function byGrain(parts: readonly Entry[]): Entry[][] {
  const at = (grain: string): Entry[] =>
    parts
      .filter(({ place }) => grainOf(place.period as PeriodId) === grain)
      .sort((a, b) => (a.place.period < b.place.period ? -1 : 1));
  return [at('quarter'), at('month')].filter((list) => list.length > 0);
}

/** How many parts a whole has when all are there. */
function partsOf(whole: Entry, parts: readonly Entry[]): number {
  const months = { 'half-year': 6, quarter: 3, month: 1 } as const;
  const part = parts[0]?.place.period ?? whole.place.period;
  return months[grainOf(whole.place.period as PeriodId)] / months[grainOf(part as PeriodId)];
}

import { NULL_INT } from '../../extracts/table.js';
import type { EventsOf, PersonIn } from '../catalogue/record.js';
import { NO_PERIOD, type Workbench } from './workbench.js';

/**
 * Whether a person has enough events in a window that ends with a half-year.
 * @param holds whether a row of the extract satisfies the conditions of `wanted`
 * @returns a test of person number and place of the half-year
 */
export function presence(
  bench: Workbench,
  wanted: PersonIn,
  holds: (row: number) => boolean,
): (person: number, place: number) => boolean {
  const places = bench.history.periods.length;
  const counts = new Uint16Array(bench.people * places);
  const person = bench.person(wanted.extract);
  const period = bench.period(wanted.extract, wanted.by);
  for (let row = 0; row < person.length; row++) {
    const who = person[row] ?? -1;
    const when = period[row] ?? NO_PERIOD;
    if (who < 0 || when === NO_PERIOD || !holds(row)) continue;
    const until =
      wanted.halfYears === 'ever'
        ? places
        : Math.min(places, when + wanted.halfYears * bench.history.perHalfYear);
    for (let place = Math.max(0, when); place < until; place++) {
      const cell = who * places + place;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  const needed = wanted.atLeast ?? 1;
  return (who, place) => who >= 0 && (counts[who * places + place] ?? 0) >= needed;
}

/**
 * The days on which a person has events, in order.
 * @param holds whether a row of the extract satisfies the conditions of `wanted`
 * @returns a look-up by person number
 */
export function eventDays(
  bench: Workbench,
  wanted: EventsOf,
  holds: (row: number) => boolean,
): (person: number) => readonly number[] {
  const days = new Map<number, number[]>();
  const person = bench.person(wanted.extract);
  const at = bench.frame(wanted.extract).day(wanted.by);
  for (let row = 0; row < person.length; row++) {
    const who = person[row] ?? -1;
    const day = at[row] ?? NULL_INT;
    if (who < 0 || day === NULL_INT || !holds(row)) continue;
    const list = days.get(who);
    if (list === undefined) days.set(who, [day]);
    else list.push(day);
  }
  for (const list of days.values()) list.sort((a, b) => a - b);
  return (who) => days.get(who) ?? [];
}

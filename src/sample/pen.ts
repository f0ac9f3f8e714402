import type { Day, WallMinute } from '../reference/brands.js';
import { partsFromDay } from '../reference/days.js';
import type { PersonOnFile } from './agencyView.js';

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** How one file writes dates and areas. */
export interface Pen {
  day(day: Day | null): string;
  minute(minute: WallMinute | null): string;
  area(code: string | null): string;
}

/** A pen for a file's habits. @param areaName the name an agency uses for a district, or undefined to write the code */
export function makePen(dates: 'iso' | 'dmy', areaName: (code: string) => string | undefined): Pen {
  const days = new Map<Day, string>();
  const write = (day: Day): string => {
    let text = days.get(day);
    if (text === undefined) {
      const p = partsFromDay(day);
      text =
        dates === 'iso'
          ? `${p.year}-${two(p.month)}-${two(p.day)}`
          : `${two(p.day)}/${two(p.month)}/${p.year}`;
      days.set(day, text);
    }
    return text;
  };
  return {
    day: (day) => (day === null ? '' : write(day)),
    minute: (minute) => {
      if (minute === null) return '';
      const day = Math.floor(minute / 1440);
      const rest = minute - day * 1440;
      return `${write(day)} ${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
    },
    area: (code) => (code === null ? '' : (areaName(code) ?? code)),
  };
}

/** The cell of each column of an extract, by column name. A column of the schema that is not here is an error. */
export type Cells<Event> = Readonly<Record<string, (event: Event, pen: Pen) => string>>;

/** Cells of yes, no and unknown. */
export type Ynu = 'Y' | 'N' | 'U';

/** The person columns of an extract about people of any age; `id` names the column of the agency's own number. */
export function adultCells<Event>(id: string, person: (event: Event) => PersonOnFile): Cells<Event> {
  return {
    [id]: (e) => person(e).localId,
    nhs_number: (e) => person(e).nhs,
    forename: (e) => person(e).forename,
    surname: (e) => person(e).surname,
    date_of_birth: (e, pen) => pen.day(person(e).born),
    age: (e) => String(person(e).age ?? ''),
    sex: (e) => person(e).sex,
    postcode: (e) => person(e).postcode,
  };
}

/** The person columns of an extract about children, who may have a unique pupil number as well. */
export function personCells<Event>(id: string, person: (event: Event) => PersonOnFile): Cells<Event> {
  return { ...adultCells(id, person), upn: (e) => person(e).upn };
}

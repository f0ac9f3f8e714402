import type { SchoolEvent } from '../education.js';
import { type Cells, personCells } from '../pen.js';

const number = (value: number | null): string => String(value ?? '');

/** Columns of `education`. */
export const EDUCATION: Cells<SchoolEvent> = {
  ...personCells('child_id', (e) => e.person),
  ethnicity: (e) => e.child.community.dfe,
  ethnicity_basis: () => 'SELF',
  event_type: (e) => e.type,
  start: (e, pen) => pen.day(e.start),
  end: (e, pen) => pen.day(e.end),
  sessions: (e) => number(e.sessions),
  reasons: (e) => e.reasons.join(';'),
  school_urn: (e) => e.urn,
  school_type: (e) => e.schoolType,
  district: (e, pen) => pen.area(e.district),
  nc_year: (e) => number(e.year),
  sen: (e) => e.sen,
  fsm: (e) => e.freeMeals,
  sessions_possible: (e) => number(e.possible),
  sessions_missed: (e) => number(e.missed),
  cme_found_at: (e, pen) => pen.day(e.found),
  query_reason: () => '',
};

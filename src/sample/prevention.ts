import type { Day } from '../reference/brands.js';
import type { SampleAgency } from './agencies.js';
import { nextWeekday } from './clock.js';
import { councilOf, type Places } from './places.js';
import { type Random, random, type Weighted } from './random.js';
import type { SamplePeriod } from './timeline.js';

/** A course on exploitation and who came. */
export interface Course {
  readonly id: string;
  readonly level: 'L1' | 'L2' | 'L3';
  readonly mode: string;
  readonly date: Day;
  readonly agency: string;
  readonly district: string;
  readonly role: string;
  readonly places: number;
  readonly completed: number;
  readonly workforce: number;
  readonly evaluation: number | null;
  readonly followUp: number | null;
}

/** An awareness event and whom it reached. */
export interface AwarenessEvent {
  readonly id: string;
  readonly date: Day;
  readonly type: string;
  readonly audience: string;
  readonly district: string;
  readonly urn: string;
  readonly reach: number;
  readonly mode: 'IN_PERSON' | 'ONLINE';
  readonly reason: string;
  readonly followUps: number | null;
  readonly feedback: number | null;
}

/** Courses and events a half-year by agency, at the real area's size: neither grows with the number of rows wanted. */
const COURSES: Readonly<Record<string, number>> = {
  'lancashire-county-council': 36,
  'blackpool-council': 14,
  'blackburn-with-darwen-council': 13,
  'nhs-lancashire': 17,
};

const EVENTS: Readonly<Record<string, number>> = {
  'lancashire-county-council': 24,
  'blackpool-council': 11,
  'blackburn-with-darwen-council': 10,
  'lancashire-voluntary-partnership': 15,
};

const EVENT_TYPES: Weighted<readonly [string, string]> = [
  [['SCHOOL', 'CHILDREN'], 48],
  [['PARENT', 'PARENTS'], 12],
  [['TAXI', 'BUSINESS'], 8],
  [['HOTEL', 'BUSINESS'], 6],
  [['LICENSED', 'BUSINESS'], 5],
  [['COMMUNITY', 'COMMUNITY'], 8],
  [['MEMBERS', 'MEMBERS'], 3],
  [['CAMPAIGN', 'PUBLIC'], 6],
  [['ONLINE', 'PUBLIC'], 4],
];

/** The districts an agency works in, by their children. */
function districtsOf(agency: SampleAgency, places: Places): Places['weights']['children'] {
  const own = places.weights.children.filter(([code]) => councilOf(code) === agency.id);
  return own.length > 0 ? own : places.weights.children;
}

function course(rng: Random, agency: SampleAgency, period: SamplePeriod, places: Places): Omit<Course, 'id'> {
  const level = rng.weighted([
    ['L1', 62],
    ['L2', 26],
    ['L3', 12],
  ] as const);
  const online = level === 'L1' && rng.chance(0.55);
  const offered = online ? rng.between(20, 160) : rng.between(8, 30);
  const completed = Math.round(offered * (0.55 + 0.4 * rng.next()));
  const attends =
    agency.type === 'HEA'
      ? 'HEA'
      : rng.weighted([
          ['CSC', 38],
          ['EDU', 32],
          ['VCS', 10],
          ['YOT', 8],
          ['HOU', 6],
          ['POL', 6],
        ] as const);
  const evaluated = rng.chance(0.7);
  return {
    level,
    mode: online
      ? 'ELEARNING'
      : rng.weighted([
          ['CLASSROOM', 86],
          ['WEBINAR', 14],
        ] as const),
    date: nextWeekday(rng.between(period.start, period.end - 3)),
    agency: attends,
    district: rng.weighted(districtsOf(agency, places)),
    role: rng.weighted([
      ['FRONTLINE', 58],
      ['MANAGER', 14],
      ['UNIVERSAL', 18],
      ['SPECIALIST', 6],
      ['LEADER', 4],
    ] as const),
    places: offered,
    completed,
    workforce: completed + (level === 'L1' ? rng.between(120, 900) : rng.between(20, 160)),
    evaluation: evaluated ? Math.round((3.6 + 1.3 * rng.next()) * 10) / 10 : null,
    followUp: evaluated ? Math.round(completed * 0.25 * rng.next()) : null,
  };
}

/** The courses an agency gave in a half-year, by day. @param newId gives the next number of a course */
export function coursesOf(
  seed: number,
  agency: SampleAgency,
  period: SamplePeriod,
  places: Places,
  newId: () => string,
): Course[] {
  const rng = random(seed, 'training', agency.id, period.number);
  const count = rng.poisson((COURSES[agency.id] ?? 0) * (0.8 + 0.03 * Math.max(0, period.number)));
  const courses = Array.from({ length: count }, () => course(rng, agency, period, places));
  courses.sort((a, b) => a.date - b.date);
  return courses.map((one) => ({ id: newId(), ...one }));
}

function awarenessEvent(
  rng: Random,
  agency: SampleAgency,
  period: SamplePeriod,
  places: Places,
): Omit<AwarenessEvent, 'id'> {
  const [type, audience] = rng.weighted(EVENT_TYPES);
  const seen = type === 'CAMPAIGN' || type === 'ONLINE';
  const reach = seen
    ? Math.round(rng.logNormal(4000, 0.9))
    : Math.round(rng.logNormal(type === 'SCHOOL' ? 110 : 24, 0.5));
  const followed = rng.chance(0.5);
  return {
    date: nextWeekday(rng.between(period.start, period.end - 3)),
    type,
    audience,
    district: rng.weighted(districtsOf(agency, places)),
    urn: type === 'SCHOOL' ? `99${String(rng.between(1, 140)).padStart(4, '0')}` : '',
    reach,
    mode: seen ? 'ONLINE' : 'IN_PERSON',
    reason: rng.weighted([
      ['HOTSPOT', 22],
      ['REQUEST', 30],
      ['UNIVERSAL', 38],
      ['FOLLOW_UP', 10],
    ] as const),
    followUps: followed ? rng.poisson(1.4) : null,
    feedback: followed && !seen ? Math.round(reach * 0.4 * rng.next()) : null,
  };
}

/** The awareness events of an agency in a half-year, by day. @param newId gives the next number of an event */
export function awarenessOf(
  seed: number,
  agency: SampleAgency,
  period: SamplePeriod,
  places: Places,
  newId: () => string,
): AwarenessEvent[] {
  const rng = random(seed, 'engagement', agency.id, period.number);
  const events = Array.from({ length: rng.poisson(EVENTS[agency.id] ?? 0) }, () =>
    awarenessEvent(rng, agency, period, places),
  );
  events.sort((a, b) => a.date - b.date);
  return events.map((one) => ({ id: newId(), ...one }));
}

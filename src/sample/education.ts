import type { Day } from '../reference/brands.js';
import { ageAt, partsFromDay } from '../reference/days.js';
import type { SampleAgency } from './agencies.js';
import { onFile, type PersonOnFile } from './agencyView.js';
import { addressAt, type Child } from './child.js';
import { nextWeekday } from './clock.js';
import { councilOf } from './places.js';
import { type Random, random, type Weighted } from './random.js';
import type { SamplePeriod } from './timeline.js';

/** A time of being out of sight of school: absence, suspension, exclusion, missing education and the like. */
export interface SchoolEvent {
  readonly child: Child;
  readonly person: PersonOnFile;
  readonly type: string;
  readonly start: Day;
  readonly end: Day | null;
  readonly sessions: number | null;
  readonly reasons: readonly string[];
  readonly urn: string;
  readonly schoolType: string;
  readonly district: string;
  readonly year: number | null;
  readonly sen: string;
  readonly freeMeals: 'Y' | 'N';
  readonly possible: number | null;
  readonly missed: number | null;
  readonly found: Day | null;
}

const TYPES: Weighted<string> = [
  ['PA', 34],
  ['SUSP', 30],
  ['SA', 7],
  ['PART', 9],
  ['AP', 9],
  ['EHE', 4],
  ['CME', 4],
  ['PEX', 2],
  ['OFFROLL', 1],
];

const REASONS: Weighted<string> = [
  ['DB', 34],
  ['VA', 18],
  ['PP', 18],
  ['VP', 6],
  ['PA', 5],
  ['DA', 7],
  ['DM', 4],
  ['TH', 3],
  ['BU', 2],
  ['SM', 2],
  ['OW', 1],
];

/** National curriculum year of a child on a day: year 1 begins in the September after the fifth birthday. */
function curriculumYear(born: Day, day: Day): number {
  const b = partsFromDay(born);
  const d = partsFromDay(day);
  const schoolYear = d.month >= 9 ? d.year : d.year - 1;
  const birthYear = b.month >= 9 ? b.year : b.year - 1;
  return schoolYear - birthYear - 5;
}

/** Share of the children of each kind with a row in a half-year. */
function likelihood(child: Child, period: SamplePeriod): number {
  if (child.stream === 'sibling') return 0.06;
  if (child.concern) return child.enters === period.number ? 0.24 : 0.18;
  if (child.level === 'chronic') return 0.3;
  return child.stream === 'offence' ? 0.03 : 0.1;
}

function schoolEvent(
  rng: Random,
  seed: number,
  agency: SampleAgency,
  child: Child,
  period: SamplePeriod,
): SchoolEvent | null {
  const start = nextWeekday(rng.between(period.start, period.end - 3));
  const age = ageAt(child.born, start);
  if (age < 5 || age > 17) return null;
  const drawn = rng.weighted(TYPES);
  const type = age > 15 && drawn !== 'PA' && drawn !== 'AP' ? 'PA' : drawn;
  const absence = type === 'PA' || type === 'SA';
  const possible = absence ? rng.between(110, 190) : null;
  const share = type === 'SA' ? 0.5 + 0.4 * rng.next() : 0.1 + 0.38 * rng.next();
  const days = type === 'SUSP' ? rng.between(1, 5) : 0;
  const lasting = start + rng.between(20, 120);
  const found = type === 'CME' && rng.chance(0.7) ? lasting : null;
  const year = curriculumYear(child.born, start);
  return {
    child,
    person: onFile(seed, agency, child, start, period.number),
    type,
    start: absence ? period.start : start,
    end: absence
      ? period.end
      : type === 'SUSP'
        ? nextWeekday(start + days - 1)
        : type === 'PEX' || type === 'OFFROLL' || lasting > period.cutOff
          ? null
          : lasting,
    sessions: type === 'SUSP' ? days * 2 : null,
    reasons: type === 'SUSP' || type === 'PEX' ? rng.several(REASONS, rng.chance(0.08) ? 2 : 1) : [],
    urn: `99${String(rng.between(1, 140)).padStart(4, '0')}`,
    schoolType:
      age < 11
        ? 'PRIMARY'
        : type === 'AP'
          ? 'PRU'
          : rng.weighted([
              ['SECONDARY', 90],
              ['SPECIAL', 6],
              ['PRU', 4],
            ] as const),
    district: addressAt(child, start).district,
    year: year >= 0 && year <= 13 ? year : null,
    sen: rng.weighted([
      ['N', 66],
      ['K', 24],
      ['E', 10],
    ] as const),
    freeMeals: rng.chance(0.38) ? 'Y' : 'N',
    possible,
    missed: possible === null ? null : Math.min(possible, Math.ceil(possible * share)),
    found: found !== null && found <= period.cutOff ? found : null,
  };
}

/** What a council's schools recorded of the children in a half-year, by day. */
export function educationOf(
  seed: number,
  agency: SampleAgency,
  children: readonly Child[],
  period: SamplePeriod,
): SchoolEvent[] {
  const events: SchoolEvent[] = [];
  for (const child of children) {
    const rng = random(seed, 'education', child.no, period.number);
    if (!rng.chance(likelihood(child, period))) continue;
    if (councilOf(addressAt(child, period.start).district) !== agency.id) continue;
    const event = schoolEvent(rng, seed, agency, child, period);
    if (event !== null) events.push(event);
  }
  return events.sort((a, b) => a.start - b.start || a.child.no - b.child.no);
}

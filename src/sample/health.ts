import type { Day } from '../reference/brands.js';
import { ageAt } from '../reference/days.js';
import { agencyById } from './agencies.js';
import { onFile, type PersonOnFile } from './agencyView.js';
import { addressAt, type Child } from './child.js';
import { nextWeekday } from './clock.js';
import type { Offence } from './offences.js';
import type { Places } from './places.js';
import { type Random, random, type Weighted } from './random.js';
import type { SamplePeriod } from './timeline.js';

type YesNo = 'Y' | 'N';

const NHS = agencyById('nhs-lancashire');

/** Contact of a child with a health or recovery service, or a count of such children that a service sends ready-made. */
export interface HealthRow {
  readonly service: string;
  readonly unit: 'PERSON' | 'AGGREGATE';
  readonly child: Child | null;
  readonly person: PersonOnFile | null;
  /** Count of an aggregate row; `*` where the service has hidden a small one. */
  readonly n: string;
  readonly referred: Day | null;
  readonly firstContact: Day | null;
  readonly closed: Day | null;
  readonly referredBy: string;
  readonly ageBand: string;
  readonly sex: 'F' | 'M' | '';
  readonly district: string;
  readonly riskAssessed: YesNo | '';
  readonly riskIdentified: YesNo | '';
  readonly shared: YesNo | '';
  readonly acute: YesNo | '';
  readonly forensic: YesNo | '';
  readonly police: YesNo | '';
  readonly offered: YesNo | '';
  readonly accepted: YesNo | '';
  readonly completed: YesNo | '';
}

const SERVICES: Weighted<string> = [
  ['CAMHS', 36],
  ['ISVA', 30],
  ['SARC', 14],
  ['SUBST', 12],
  ['LACNURSE', 8],
];

function bandOf(age: number): string {
  if (age < 10) return '0-9';
  if (age < 12) return '10-11';
  if (age < 14) return '12-13';
  return age < 16 ? '14-15' : '16-17';
}

const yes = (rng: Random, share: number): YesNo => (rng.chance(share) ? 'Y' : 'N');

function personRow(
  rng: Random,
  seed: number,
  child: Child,
  period: SamplePeriod,
  victim: boolean,
): HealthRow | null {
  const referred = nextWeekday(rng.between(period.start, period.end - 3));
  const age = ageAt(child.born, referred);
  if (age < 4 || age > 17) return null;
  const drawn = rng.weighted(SERVICES);
  const service = (drawn === 'ISVA' || drawn === 'SARC') && !victim ? 'CAMHS' : drawn;
  const median = service === 'SARC' ? 1.5 : service === 'ISVA' ? 12 : service === 'CAMHS' ? 46 : 16;
  const contact = nextWeekday(referred + Math.round(rng.logNormal(median, 0.6)));
  const seen = contact <= period.cutOff && rng.chance(0.93);
  const closed = seen ? nextWeekday(contact + rng.between(20, 200)) : null;
  const sarc = service === 'SARC';
  const isva = service === 'ISVA';
  const acute = sarc ? yes(rng, 0.42) : '';
  const offered = isva ? yes(rng, 0.92) : '';
  const accepted = offered === 'Y' ? yes(rng, 0.74) : offered === 'N' ? 'N' : '';
  const assessed = yes(rng, 0.7);
  const identified = assessed === 'Y' ? yes(rng, child.concern ? 0.5 : 0.1) : '';
  const done = closed !== null && closed <= period.cutOff ? closed : null;
  return {
    service,
    unit: 'PERSON',
    child,
    person: onFile(seed, NHS, child, referred, period.number),
    n: '',
    referred,
    firstContact: seen ? contact : null,
    closed: done,
    referredBy:
      sarc || (isva && rng.chance(0.6))
        ? 'POL'
        : rng.weighted([
            ['CSC', 45],
            ['HEA', 30],
            ['EDU', 18],
            ['VCS', 7],
          ] as const),
    ageBand: bandOf(age),
    sex: child.sex,
    district: addressAt(child, referred).district,
    riskAssessed: assessed,
    riskIdentified: identified,
    shared: identified === 'Y' ? yes(rng, 0.85) : 'N',
    acute,
    forensic: sarc ? (acute === 'Y' ? yes(rng, 0.8) : 'N') : '',
    police: sarc ? yes(rng, 0.88) : '',
    offered,
    accepted,
    completed: isva ? (accepted === 'Y' && done !== null ? yes(rng, 0.7) : 'N') : '',
  };
}

/** Sexual health services send counts by district, age band and sex only, with counts below five hidden. */
function sexualHealth(seed: number, scale: number, period: SamplePeriod, places: Places): HealthRow[] {
  const rows: HealthRow[] = [];
  const total = places.weights.concern.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [district, weight] of places.weights.concern) {
    for (const [ageBand, sex, share] of [
      ['14-15', 'F', 0.3],
      ['16-17', 'F', 0.55],
      ['16-17', 'M', 0.15],
    ] as const) {
      const rng = random(seed, 'sexual-health', district, ageBand, sex, period.number);
      const n = rng.poisson(((260 * weight) / total) * share * scale);
      rows.push({
        service: 'SRH',
        unit: 'AGGREGATE',
        child: null,
        person: null,
        n: n > 0 && n < 5 ? '*' : String(n),
        referred: null,
        firstContact: null,
        closed: null,
        referredBy: 'HEA',
        ageBand,
        sex,
        district,
        riskAssessed: '',
        riskIdentified: '',
        shared: '',
        acute: '',
        forensic: '',
        police: '',
        offered: '',
        accepted: '',
        completed: '',
      });
    }
  }
  return rows;
}

/** What health and recovery services recorded in a half-year: rows about children by day, then counts. */
export function healthOf(
  seed: number,
  scale: number,
  children: readonly Child[],
  offences: readonly Offence[],
  period: SamplePeriod,
  places: Places,
): HealthRow[] {
  const victims = new Set(offences.map((offence) => offence.victim.no));
  const rows: HealthRow[] = [];
  for (const child of children) {
    const rng = random(seed, 'health', child.no, period.number);
    const victim = victims.has(child.no);
    if (!rng.chance(victim ? 0.14 : child.concern ? 0.07 : child.stream === 'sibling' ? 0.01 : 0.02))
      continue;
    const row = personRow(rng, seed, child, period, victim);
    if (row !== null) rows.push(row);
  }
  rows.sort((a, b) => (a.referred ?? 0) - (b.referred ?? 0) || (a.child?.no ?? 0) - (b.child?.no ?? 0));
  return [...rows, ...sexualHealth(seed, scale, period, places)];
}

import type { Day, WallMinute } from '../reference/brands.js';
import { ageAt } from '../reference/days.js';
import { agencyById } from './agencies.js';
import { onFile, type PersonOnFile } from './agencyView.js';
import { addressAt, type Child } from './child.js';
import { policeCode } from './communities.js';
import { type Offender, type Offenders, type Relationship, relationshipOf } from './offenders.js';
import type { Ynu } from './pen.js';
import type { Places } from './places.js';
import { type Random, random, type Weighted } from './random.js';
import { CHANGES, REFRESHED, type SamplePeriod } from './timeline.js';

const POLICE = agencyById('lancashire-constabulary');

/** Somebody recorded as suspect of an offence. */
export interface Suspicion {
  readonly offender: Offender;
  readonly relationship: Relationship;
  readonly status: string;
  /** Whether the suspect is thought to be exploited as well. */
  readonly exploited: boolean;
}

/** A recorded crime against one child. */
export interface Offence {
  readonly ref: string;
  readonly victim: Child;
  readonly person: PersonOnFile;
  readonly ethnicity: string;
  readonly ethnicityBasis: string;
  readonly offenceClass: string;
  readonly from: Day;
  readonly to: Day;
  readonly reported: WallMinute;
  readonly recorded: WallMinute;
  readonly cse: Ynu;
  readonly online: Ynu;
  readonly group: boolean;
  readonly nonRecent: boolean;
  readonly district: string;
  readonly ward: string;
  readonly home: string;
  readonly locationType: string;
  readonly platform: string;
  readonly supports: Ynu;
  readonly suspects: readonly Suspicion[];
  readonly outcome: string;
  readonly outcomeAt: Day | null;
  readonly courtResult: string;
  readonly sentenced: Day | null;
  readonly cancelled: Day | null;
}

const OUTCOMES: Weighted<string> = [
  ['1', 13],
  ['2', 1],
  ['3', 1],
  ['8', 2],
  ['10', 3],
  ['14', 11],
  ['15', 24],
  ['16', 22],
  ['18', 19],
  ['20', 3],
  ['22', 1],
];

/** Outcomes that name no suspect. */
const NO_SUSPECT = new Set(['14', '18']);

const CHARGED_RESULTS: Weighted<string> = [
  ['CONVICTED', 62],
  ['ACQUITTED', 18],
  ['DISCONTINUED', 8],
  ['PENDING', 12],
];

const LOCATIONS: Weighted<string> = [
  ['SUSPECT_HOME', 30],
  ['VICTIM_HOME', 22],
  ['OTHER_DWELLING', 14],
  ['PARK', 10],
  ['STREET', 8],
  ['VEHICLE', 6],
  ['HOTEL', 3],
  ['SCHOOL', 4],
  ['LICENSED', 1],
  ['TAKEAWAY', 1],
  ['UNKNOWN', 4],
];

const PLATFORMS: Weighted<string> = [
  ['SOCIAL', 48],
  ['MESSAGING', 34],
  ['GAMING', 5],
  ['LIVESTREAM', 4],
  ['DATING', 5],
  ['OTHER', 4],
];

/** An offence class that fits the victim's sex and age when it was committed. */
function classOf(rng: Random, sex: 'F' | 'M', age: number, online: boolean): string {
  if (online && age < 16 && rng.chance(0.7))
    return rng.weighted([
      ['88A', 55],
      ['22B', 35],
      ['71', 10],
    ] as const);
  if (online)
    return rng.weighted([
      ['71', 55],
      ['86', 25],
      ['88C', 20],
    ] as const);
  if (age < 13) {
    return rng.weighted(
      sex === 'F'
        ? ([
            ['20B', 40],
            ['21', 30],
            ['19E', 22],
            ['23', 8],
          ] as const)
        : ([
            ['17B', 44],
            ['21', 32],
            ['19H', 18],
            ['23', 6],
          ] as const),
    );
  }
  if (age < 16) {
    return rng.weighted(
      sex === 'F'
        ? ([
            ['22B', 38],
            ['20A', 22],
            ['19D', 24],
            ['71', 5],
            ['13', 6],
            ['23', 3],
            ['106', 2],
          ] as const)
        : ([
            ['22B', 42],
            ['17A', 26],
            ['19G', 20],
            ['71', 5],
            ['13', 4],
            ['106', 3],
          ] as const),
    );
  }
  return rng.weighted(
    sex === 'F'
      ? ([
          ['20A', 40],
          ['19C', 40],
          ['71', 10],
          ['73', 4],
          ['106', 6],
        ] as const)
      : ([
          ['17A', 48],
          ['19F', 28],
          ['71', 12],
          ['73', 4],
          ['106', 8],
        ] as const),
  );
}

/** Whether the officer flagged the crime as child sexual exploitation: seldom asked before April 2016, required since. */
function flagOf(rng: Random, exploitation: boolean, recorded: Day): Ynu {
  const mandatory = recorded >= CHANGES.cseFlag;
  if (exploitation)
    return rng.chance(mandatory ? 0.95 : 0.68) ? 'Y' : mandatory || rng.chance(0.5) ? 'N' : 'U';
  return rng.chance(0.01) ? 'Y' : mandatory || rng.chance(0.82) ? 'N' : 'U';
}

function offence(
  rng: Random,
  seed: number,
  victim: Child,
  period: SamplePeriod,
  places: Places,
  offenders: Offenders,
): Omit<Offence, 'ref'> | null {
  const exploitation = victim.stream === 'offence' ? rng.chance(0.16) : true;
  const recorded = rng.between(period.start, period.end);
  const reported = rng.chance(0.97) ? recorded : recorded - rng.between(1, 5);
  const minute = rng.between(8 * 60, 21 * 60);
  const before = rng.chance(0.11) ? rng.between(370, 1400) : Math.round(rng.exponential(24));
  const to = reported - before;
  const from = rng.chance(0.72) ? to : to - rng.between(1, 240);
  const age = ageAt(victim.born, from);
  if (age < 2 || age > 17) return null;
  const online = rng.chance(exploitation ? 0.42 : 0.22);
  const offenceClass = classOf(rng, victim.sex, age, online);
  const onlineFlag = rng.chance(0.06) ? 'U' : online ? 'Y' : 'N';
  const home = addressAt(victim, from).district;
  const district = online || rng.chance(0.86) ? home : rng.weighted(places.weights.offences);
  const assigned = Math.round(recorded + rng.logNormal(95, 0.95));
  const cancelled = rng.chance(0.012) ? recorded + rng.between(3, 60) : null;
  const outcome = assigned <= REFRESHED && cancelled === null ? rng.weighted(OUTCOMES) : '';
  const concluded = assigned + rng.between(60, 320);
  const drawnResult = outcome === '1' ? rng.weighted(CHARGED_RESULTS) : '';
  const court = drawnResult !== '' && concluded > REFRESHED ? 'PENDING' : drawnResult;
  const ethnicity = rng.chance(0.08) ? 'NS' : policeCode(victim.community, recorded >= CHANGES.ethnicity);
  const named =
    cancelled === null && (outcome === '' ? rng.chance(0.75) : !NO_SUSPECT.has(outcome) && outcome !== '20');
  const draw = offenders.draw(rng, { victim, age, home, exploitation, online, named, from });
  return {
    victim,
    person: onFile(seed, POLICE, victim, recorded, period.number),
    ethnicity,
    ethnicityBasis: ethnicity === 'NS' ? 'UNKNOWN' : rng.chance(0.8) ? 'SELF' : 'OBSERVED',
    offenceClass,
    from,
    to,
    reported: reported * 1440 + minute,
    recorded: recorded * 1440 + minute + rng.between(10, 160),
    cse: flagOf(rng, exploitation, recorded),
    online: onlineFlag,
    group: draw.length > 1,
    nonRecent: reported - from > 365,
    district,
    ward: online || rng.chance(0.2) ? '' : places.ward(rng, district, recorded),
    home,
    locationType: onlineFlag === 'Y' ? (rng.chance(0.7) ? 'ONLINE' : 'VICTIM_HOME') : rng.weighted(LOCATIONS),
    platform: onlineFlag === 'Y' ? rng.weighted(PLATFORMS) : '',
    supports:
      outcome === '14' || outcome === '16' ? 'N' : outcome === '15' ? 'Y' : rng.chance(0.75) ? 'Y' : 'U',
    suspects: draw.map((offender) => ({
      offender,
      relationship: offenceClass === '23' ? 'FAMILY' : relationshipOf(rng, offender, victim, online),
      status: statusOf(rng, outcome, court),
      exploited: ageAt(offender.born, from) < 18 && rng.chance(0.12),
    })),
    outcome,
    outcomeAt: outcome === '' ? null : assigned,
    courtResult: court,
    sentenced: court === 'CONVICTED' ? concluded : null,
    cancelled: cancelled !== null && cancelled <= REFRESHED ? cancelled : null,
  };
}

function statusOf(rng: Random, outcome: string, court: string): string {
  if (outcome === '1') return court === 'CONVICTED' ? 'CONVICTED' : 'CHARGED';
  if (outcome === '')
    return rng.weighted([
      ['SUSPECT', 20],
      ['ARRESTED', 20],
      ['RUI', 40],
      ['INTERVIEWED', 20],
    ] as const);
  return rng.weighted([
    ['SUSPECT', 22],
    ['INTERVIEWED', 60],
    ['ARRESTED', 18],
  ] as const);
}

/** How many crimes against the child are recorded in a half-year. */
function offenceCount(rng: Random, child: Child, period: SamplePeriod): number {
  if (child.stream === 'offence') return child.enters === period.number ? (rng.chance(0.1) ? 2 : 1) : 0;
  if (!child.concern) return 0;
  const likely = (child.enters === period.number ? 0.27 : 0.1) * (child.level === 'chronic' ? 1.5 : 1);
  return rng.chance(likely) ? 1 + rng.poisson(0.25) : 0;
}

/**
 * The crimes against children recorded in a half-year, by day.
 * @param newRef gives the next crime reference
 */
export function offencesOf(
  seed: number,
  children: readonly Child[],
  period: SamplePeriod,
  places: Places,
  offenders: Offenders,
  newRef: () => string,
): Offence[] {
  const offences: Omit<Offence, 'ref'>[] = [];
  for (const child of children) {
    const rng = random(seed, 'offence', child.no, period.number);
    for (let i = offenceCount(rng, child, period); i > 0; i--) {
      const one = offence(rng, seed, child, period, places, offenders);
      if (one !== null) offences.push(one);
    }
  }
  offences.sort((a, b) => a.recorded - b.recorded || a.victim.no - b.victim.no);
  return offences.map((one) => ({ ref: newRef(), ...one }));
}

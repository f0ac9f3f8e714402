import type { Day } from '../reference/brands.js';
import { ageAt } from '../reference/days.js';
import { agencyById } from './agencies.js';
import { agencyNumber } from './agencyView.js';
import { type Child, careAt } from './child.js';
import type { Offence } from './offences.js';
import type { OffenderGroup } from './offenders.js';
import type { Places } from './places.js';
import { type Random, random, type Weighted } from './random.js';
import type { SamplePeriod } from './timeline.js';

const POLICE = agencyById('lancashire-constabulary');

/** Measures a half-year at scale 1. */
const MEASURES = 108;

/** Something done to stop exploitation other than a charge. */
export interface Measure {
  readonly id: string;
  readonly type: string;
  readonly issued: Day;
  readonly expires: Day | null;
  readonly suspect: string;
  readonly child: string;
  readonly childAge: number | null;
  readonly childLookedAfter: 'Y' | 'N' | '';
  readonly premises: string;
  readonly group: string;
  readonly district: string;
  readonly agency: string;
  readonly fourP: string;
  readonly breached: 'Y' | 'N' | '';
  readonly breachedAt: Day | null;
  readonly escalatedTo: string;
  readonly effect: string;
  readonly assessedBy: string;
}

const TYPES: Weighted<string> = [
  ['CAWN', 42],
  ['HOTEL_INFO', 8],
  ['LICENSING', 11],
  ['POLICE_PROTECTION', 8],
  ['WARRANT', 8],
  ['SHPO', 7],
  ['SRO', 3],
  ['ARREST', 8],
  ['CPW', 4],
  ['CLOSURE', 2],
  ['INJUNCTION', 1],
  ['RECOVERY', 2],
];

const PREMISES_TYPES = new Set(['HOTEL_INFO', 'LICENSING', 'CLOSURE', 'CPW']);
const CHILD_TYPES = new Set(['CAWN', 'POLICE_PROTECTION', 'RECOVERY']);
const ORDERS: Readonly<Record<string, number>> = {
  CAWN: 365,
  SHPO: 1826,
  SRO: 730,
  CLOSURE: 90,
  INJUNCTION: 365,
};

/** A child may have a child abduction warning notice served about him or her under 16, or under 18 when looked after. */
function mayBeWarnedAbout(child: Child, day: Day): boolean {
  const age = ageAt(child.born, day);
  return age >= 10 && (age < 16 || (age < 18 && careAt(child, day) !== null));
}

function measure(
  rng: Random,
  seed: number,
  period: SamplePeriod,
  places: Places,
  children: readonly Child[],
  offences: readonly Offence[],
  groups: readonly OffenderGroup[],
  groupId: (no: number) => string,
): Omit<Measure, 'id'> {
  const issued = rng.between(period.start, period.end);
  const wanted = rng.weighted(TYPES);
  const suspected = offences.length > 0 ? rng.pick(offences) : null;
  const offender = suspected?.suspects[0]?.offender ?? null;
  const drawn = children.length > 0 ? rng.pick(children) : null;
  const subject = drawn !== null && ageAt(drawn.born, issued) < 18 ? drawn : null;
  const fits =
    wanted !== 'CAWN' || (subject !== null && mayBeWarnedAbout(subject, issued) && offender !== null);
  const type = fits ? wanted : 'WARRANT';
  const child = CHILD_TYPES.has(type) ? subject : null;
  const order = ORDERS[type];
  const ofPremises = PREMISES_TYPES.has(type);
  const group =
    offender !== null && offender.group !== null ? groups.find(({ no }) => no === offender.group) : undefined;
  const breach = type === 'CAWN' && rng.chance(0.16) ? issued + rng.between(3, 120) : null;
  const breached = breach !== null && breach <= period.cutOff;
  const assessed = rng.chance(0.62);
  const partner = ofPremises
    ? rng.weighted([
        ['POL', 45],
        ['LIC', 55],
      ] as const)
    : rng.weighted([
        ['POL', 94],
        ['CSC', 6],
      ] as const);
  return {
    type,
    issued,
    expires: order === undefined ? null : issued + order,
    suspect:
      ofPremises || type === 'POLICE_PROTECTION' || offender === null
        ? ''
        : agencyNumber(seed, POLICE, offender.no, period.number),
    child: child === null ? '' : agencyNumber(seed, POLICE, child.no, period.number),
    childAge: child === null ? null : ageAt(child.born, issued),
    childLookedAfter: child === null ? '' : careAt(child, issued) === null ? 'N' : 'Y',
    premises: ofPremises
      ? type === 'HOTEL_INFO'
        ? 'HOTEL'
        : rng.weighted([
            ['TAKEAWAY', 40],
            ['LICENSED', 25],
            ['SHOP', 20],
            ['VEHICLE', 15],
          ] as const)
      : '',
    group: group === undefined || ofPremises ? '' : groupId(group.no),
    district: suspected?.district ?? rng.weighted(places.weights.concern),
    agency: partner,
    fourP: CHILD_TYPES.has(type) ? 'PROTECT' : ofPremises ? 'PREVENT' : 'PURSUE',
    breached: type === 'CAWN' || type === 'SHPO' || type === 'SRO' ? (breached ? 'Y' : 'N') : '',
    breachedAt: breached ? breach : null,
    escalatedTo:
      breached && rng.chance(0.55)
        ? rng.weighted([
            ['ARREST', 75],
            ['SRO', 25],
          ] as const)
        : '',
    effect: assessed
      ? rng.weighted([
          ['MAJOR', 12],
          ['MODERATE', 33],
          ['MINOR', 33],
          ['NONE', 19],
          ['NEGATIVE', 3],
        ] as const)
      : '',
    assessedBy: assessed
      ? rng.weighted([
          ['ORIGINATOR', 80],
          ['PANEL', 20],
        ] as const)
      : '',
  };
}

/**
 * The measures taken in a half-year, by day.
 * @param newId gives the next number of a measure
 */
export function disruptionOf(
  seed: number,
  scale: number,
  period: SamplePeriod,
  places: Places,
  children: readonly Child[],
  offences: readonly Offence[],
  groups: readonly OffenderGroup[],
  groupId: (no: number) => string,
  newId: () => string,
): Measure[] {
  const rng = random(seed, 'disruption', period.number);
  const known = children.filter((child) => child.concern);
  const suspected = offences.filter((offence) => offence.suspects.length > 0);
  const count = rng.poisson(MEASURES * (1 + 0.03 * Math.max(0, period.number)) * scale);
  const measures = Array.from({ length: count }, () =>
    measure(rng, seed, period, places, known, suspected, groups, groupId),
  );
  measures.sort((a, b) => a.issued - b.issued);
  return measures.map((one) => ({ id: newId(), ...one }));
}

import type { Day } from '../reference/brands.js';
import { ageAt } from '../reference/days.js';
import { agencyById } from './agencies.js';
import { onFile, type PersonOnFile } from './agencyView.js';
import { addressAt, type CareSpell, type Child, careAt } from './child.js';
import { nextWeekday } from './clock.js';
import { NOTHING_FURTHER, type Pathway, pathway } from './pathway.js';
import type { Ynu } from './pen.js';
import { authorityOf, councilOf } from './places.js';
import { type Random, random, type Weighted } from './random.js';
import type { SamplePeriod } from './timeline.js';

/** A contact with children's social care about possible exploitation of a child, and what followed. */
export interface Referral extends Pathway {
  readonly id: string;
  readonly council: string;
  readonly child: Child;
  readonly person: PersonOnFile;
  readonly ethnicity: string;
  readonly contact: Day;
  readonly source: string;
  readonly sourceAgency: string;
  readonly team: string;
  readonly concerns: readonly string[];
  readonly status: string;
  readonly district: string;
  readonly authority: string;
  readonly care: CareSpell | null;
  readonly legalStatus: string;
  readonly plan: string;
  readonly decision: string;
  readonly decisionAt: Day;
  readonly models: readonly string[];
  readonly online: Ynu;
  readonly schoolStatus: string;
  readonly nrm: boolean;
  readonly reReferralOf: string;
}

const SOURCES: Weighted<readonly [string, string]> = [
  [['6', 'POL'], 44],
  [['2A', 'EDU'], 14],
  [['2B', 'EDU'], 2],
  [['5A', 'CSC'], 11],
  [['5B', 'YOT'], 4],
  [['5C', 'CSC'], 2],
  [['3A', 'HEA'], 1],
  [['3C', 'HEA'], 3],
  [['3E', 'HEA'], 2],
  [['3F', 'HEA'], 4],
  [['1A', 'OTH'], 4],
  [['1C', 'OTH'], 1],
  [['1D', 'OTH'], 1],
  [['4', 'HOU'], 1],
  [['7', 'PROB'], 1],
  [['8', 'VCS'], 5],
  [['9', 'OTH'], 1],
];

const DECISIONS: Weighted<string> = [
  ['ACCEPTED', 63],
  ['NFA', 12],
  ['ADVICE', 10],
  ['EARLY_HELP', 9],
  ['TRANSFERRED', 3],
  ['DUPLICATE', 3],
];

const MODELS: Weighted<string> = [
  ['SINGLE', 22],
  ['BOYFRIEND', 20],
  ['PEER', 17],
  ['ONLINE', 28],
  ['ORGANISED', 7],
  ['GANG', 3],
  ['PARTY', 6],
  ['OPPORTUNISTIC', 4],
  ['FAMILIAL', 2],
  ['UNKNOWN', 12],
];

const SPECIALIST: Readonly<Record<string, string>> = {
  'blackpool-council': 'AWAKEN',
  'blackburn-with-darwen-council': 'ENGAGE',
  'lancashire-county-council': 'DETER',
};

/** The models of exploitation that the contact describes; "not known" stands alone. */
function modelsOf(rng: Random): readonly string[] {
  const models = rng.chance(0.96) ? rng.several(MODELS, rng.chance(0.15) ? 2 : 1) : [];
  return models.includes('UNKNOWN') ? ['UNKNOWN'] : models;
}

function concernsOf(rng: Random, child: Child, online: boolean): readonly string[] {
  const concerns = rng.chance(0.97) ? ['CSE'] : ['HSB'];
  if (online && rng.chance(0.5)) concerns.push('ONLINE');
  if (child.level !== 'never' && rng.chance(0.6)) concerns.push('MISSING');
  if (rng.chance(child.level === 'chronic' ? 0.2 : 0.05)) concerns.push('CCE');
  if (rng.chance(0.015)) concerns.push('TRAFFICKING');
  return concerns;
}

/** What is remembered of a child's last referral. */
export interface LastReferral {
  readonly id: string;
  readonly council: string;
  readonly open: boolean;
  readonly closed: Day | null;
}

/** How many contacts about a child of concern come in during a half-year. */
function contactCount(rng: Random, child: Child, period: SamplePeriod): number {
  if (!child.concern) return 0;
  const likely =
    child.enters === period.number
      ? child.level === 'never'
        ? 1
        : 0.9
      : child.level === 'never'
        ? 0.2
        : 0.4;
  return rng.chance(likely) ? 1 + rng.poisson(0.2) : 0;
}

/**
 * The contacts of a half-year about children of concern, by day.
 * @param last each child's last referral by number; read and brought up to date
 * @param newId gives the number of the next referral
 */
export function referralsOf(
  seed: number,
  children: readonly Child[],
  period: SamplePeriod,
  last: Map<number, LastReferral>,
  newId: (council: string) => string,
): Referral[] {
  const referrals: Referral[] = [];
  for (const child of children) {
    const rng = random(seed, 'referral', child.no, period.number);
    const count = contactCount(rng, child, period);
    const days = Array.from({ length: count }, () => rng.between(period.start, period.end)).sort(
      (a, b) => a - b,
    );
    for (const contact of days) {
      if (ageAt(child.born, contact) > 17 || child.born > contact) continue;
      referrals.push(referral(rng, seed, child, contact, period, last, newId));
    }
  }
  return referrals.sort((a, b) => a.contact - b.contact || a.child.no - b.child.no);
}

function referral(
  rng: Random,
  seed: number,
  child: Child,
  contact: Day,
  period: SamplePeriod,
  last: Map<number, LastReferral>,
  newId: (council: string) => string,
): Referral {
  const care = careAt(child, contact);
  const district = addressAt(child, contact).district;
  const council = councilOf(district);
  const agency = agencyById(council);
  const before = last.get(child.no);
  const stillOpen = before?.open === true && (before.closed === null || before.closed >= contact);
  const decision = stillOpen ? 'ALREADY_OPEN' : rng.weighted(DECISIONS);
  const quick = rng.chance(0.86);
  const decisionAt = nextWeekday(contact + (quick ? rng.between(0, 1) : rng.between(2, 6)));
  const [source, sourceAgency] = rng.weighted(SOURCES);
  const models = modelsOf(rng);
  const onlineCase = models.includes('ONLINE') || rng.chance(0.14);
  const concerns = concernsOf(rng, child, onlineCase);
  const cse = concerns.includes('CSE');
  const steps = decision === 'ACCEPTED' ? pathway(rng, child, decisionAt, cse) : NOTHING_FURTHER;
  const id = newId(council);
  const plan = rng.weighted([
    ['NONE', 52],
    ['EH', 14],
    ['CIN', 24],
    ['CPP', 10],
  ] as const);
  if (!stillOpen && decision === 'ACCEPTED')
    last.set(child.no, { id, council, open: true, closed: steps.closed });
  return {
    id,
    council,
    child,
    person: onFile(seed, agency, child, contact, period.number),
    ethnicity: rng.chance(0.05) ? (rng.chance(0.8) ? 'NOBT' : 'REFU') : child.community.dfe,
    contact,
    source,
    sourceAgency,
    team: decision === 'ACCEPTED' && rng.chance(0.55) ? (SPECIALIST[council] ?? 'MASH') : 'MASH',
    concerns,
    status: rng.weighted([
      ['KNOWN', 14],
      ['SUSPECTED', 24],
      ['AT_RISK', 54],
      ['UNCLEAR', 8],
    ] as const),
    district,
    authority: care?.authority ?? authorityOf(district),
    care,
    legalStatus: care?.legalStatus ?? 'NONE',
    plan: care === null ? plan : 'CLA',
    decision,
    decisionAt,
    models,
    online: onlineCase ? 'Y' : rng.chance(0.1) ? 'U' : 'N',
    schoolStatus: rng.weighted([
      ['ON_ROLL', 68],
      ['AP', 12],
      ['CME', 3],
      ['EHE', 3],
      ['COLLEGE', 10],
      ['NEET', 4],
    ] as const),
    nrm: concerns.includes('TRAFFICKING') && rng.chance(0.5),
    reReferralOf: before !== undefined && !stillOpen && before.council === council ? before.id : '',
    ...steps,
  };
}

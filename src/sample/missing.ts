import type { WallMinute } from '../reference/brands.js';
import { ageAt, dayOfMinute } from '../reference/days.js';
import { agencyById } from './agencies.js';
import { onFile, type PersonOnFile } from './agencyView.js';
import { addressAt, type CareSpell, type Child, careAt } from './child.js';
import { lastSeen, realMinute } from './clock.js';
import { policeCode } from './communities.js';
import type { Ynu } from './pen.js';
import { authorityOf, type Places } from './places.js';
import { type Random, random, type Weighted } from './random.js';
import { CHANGES, missingSeason, type SamplePeriod } from './timeline.js';

const POLICE = agencyById('lancashire-constabulary');

/** A time during which a child was missing or, until April 2017, "absent". */
export interface Episode {
  readonly id: string;
  readonly child: Child;
  readonly person: PersonOnFile;
  readonly ethnicity: string;
  readonly ethnicityBasis: string;
  readonly missingFrom: WallMinute;
  readonly reported: WallMinute;
  /** Null when the child had not come back when the extract was made. */
  readonly found: WallMinute | null;
  readonly category: 'M' | 'ABSENT' | 'NAR';
  readonly risk: 'HIGH' | 'MED' | 'LOW' | 'NAR';
  readonly from: string;
  readonly care: CareSpell | null;
  readonly districtFrom: string;
  readonly districtFound: string | null;
  readonly authority: string;
  readonly cseFlag: Ynu;
  readonly cceFlag: Ynu;
  readonly traffickingFlag: Ynu;
  readonly foundBy: string;
  readonly foundAt: string;
  readonly harm: string;
  readonly safeAndWell: WallMinute | null;
}

/** Share of the episodes of those just turned 18 that the police send along although they were not asked to. */
const ADULT_SHARE = 0.08;

const FOUND_BY: Weighted<string> = [
  ['RETURNED', 52],
  ['POLICE', 22],
  ['CARER', 10],
  ['FAMILY', 12],
  ['OTHER', 4],
];

const FOUND_AT: Weighted<string> = [
  ['VICTIM_HOME', 42],
  ['OTHER_DWELLING', 16],
  ['STREET', 14],
  ['PARK', 8],
  ['TRANSPORT', 5],
  ['SHOP', 5],
  ['TAKEAWAY', 3],
  ['SUSPECT_HOME', 2],
  ['OTHER', 5],
];

/** Episodes of one child that begin in one half-year. Chronic: gamma-distributed means, hence the heavy repeats. */
function episodeCount(rng: Random, child: Child, period: SamplePeriod): number {
  const season = missingSeason(period.half);
  switch (child.level) {
    case 'never':
      return 0;
    case 'once':
      return child.enters === period.number
        ? rng.weighted([
            [1, 80],
            [2, 15],
            [3, 5],
          ] as const)
        : 0;
    case 'recurrent':
      return 1 + rng.poisson(1.7 * season);
    case 'chronic': {
      const mean =
        12.5 *
        season *
        (rng.exponential(0.25) + rng.exponential(0.25) + rng.exponential(0.25) + rng.exponential(0.25));
      return 1 + rng.poisson(mean);
    }
  }
}

function riskOf(rng: Random, child: Child, category: Episode['category']): Episode['risk'] {
  if (category !== 'M') return 'NAR';
  return rng.weighted(
    child.concern
      ? ([
          ['HIGH', 27],
          ['MED', 65],
          ['LOW', 8],
        ] as const)
      : ([
          ['HIGH', 9],
          ['MED', 71],
          ['LOW', 20],
        ] as const),
  );
}

function categoryOf(rng: Random, child: Child, day: number): Episode['category'] {
  if (day >= CHANGES.absent) return rng.chance(0.05) ? 'NAR' : 'M';
  return rng.chance(child.concern ? 0.1 : 0.24) ? 'ABSENT' : 'M';
}

function missingFrom(rng: Random, care: CareSpell | null, minuteOfDay: number): string {
  if (minuteOfDay > 540 && minuteOfDay < 930 && rng.chance(0.25)) return 'SCHOOL';
  if (care === null) return rng.chance(0.02) ? 'HOSPITAL' : 'HOME';
  if (care.placement === 'K2') return 'CHILDRENS_HOME';
  if (care.placement === 'H5') return 'SEMI';
  return care.placement === 'P1' ? 'HOME' : 'FOSTER';
}

/** Minutes away: half are back within six or seven hours, a few stay away for days. */
function minutesAway(rng: Random, category: Episode['category']): number {
  const minutes = rng.logNormal(category === 'M' ? 410 : 200, category === 'M' ? 1.3 : 0.8);
  return Math.round(Math.min(Math.max(minutes, 25), 26 * 1440));
}

function episode(
  rng: Random,
  seed: number,
  child: Child,
  period: SamplePeriod,
  start: WallMinute,
  places: Places,
): Omit<Episode, 'id'> {
  const day = dayOfMinute(start);
  const care = careAt(child, day);
  const category = categoryOf(rng, child, day);
  const away = minutesAway(rng, category);
  const found = realMinute(start + away);
  const reported = realMinute(start + Math.round(Math.min(rng.logNormal(95, 0.9), away * 0.7, 2700)));
  const home = addressAt(child, day).district;
  const concernFlag = child.concern ? 0.27 : 0.012;
  const stillMissing = dayOfMinute(found) > period.cutOff;
  const ethnicity = rng.chance(0.06) ? 'NS' : policeCode(child.community, day >= CHANGES.ethnicity);
  const gang = rng.chance(child.level === 'chronic' ? 0.09 : 0.02);
  return {
    child,
    person: onFile(seed, POLICE, child, day, period.number),
    ethnicity,
    ethnicityBasis: ethnicity === 'NS' ? 'UNKNOWN' : rng.chance(0.85) ? 'SELF' : 'OBSERVED',
    missingFrom: start,
    reported,
    found: stillMissing ? null : found,
    category,
    risk: riskOf(rng, child, category),
    from: missingFrom(rng, care, start - day * 1440),
    care,
    districtFrom: home,
    districtFound: stillMissing ? null : rng.chance(0.78) ? home : rng.weighted(places.weights.children),
    authority: care?.authority ?? authorityOf(home),
    cseFlag: rng.chance(concernFlag) ? 'Y' : rng.chance(0.05) ? 'U' : 'N',
    cceFlag: gang ? 'Y' : 'N',
    traffickingFlag: gang && rng.chance(0.2) ? 'Y' : 'N',
    foundBy: stillMissing || rng.chance(0.15) ? '' : rng.weighted(FOUND_BY),
    foundAt: stillMissing || rng.chance(0.4) ? '' : rng.weighted(FOUND_AT),
    harm:
      stillMissing || rng.chance(0.5)
        ? ''
        : rng.weighted([
            ['NONE', 88],
            ['PHYSICAL', 3],
            ['SEXUAL', child.concern ? 3 : 0.6],
            ['SELF_HARM', 3],
            ['UNKNOWN', 5],
          ] as const),
    safeAndWell:
      stillMissing || category !== 'M' || rng.chance(0.7) ? null : realMinute(found + rng.between(15, 900)),
  };
}

/**
 * The episodes that begin in a half-year, in order of beginning. One child's never overlap.
 * @param busy until when each child is away, by number; read and brought up to date
 * @param newId gives the number of the next episode
 */
export function missingEpisodes(
  seed: number,
  children: readonly Child[],
  period: SamplePeriod,
  places: Places,
  busy: Map<number, WallMinute>,
  newId: () => string,
): Episode[] {
  const episodes: Omit<Episode, 'id'>[] = [];
  for (const child of children) {
    if (child.level === 'never') continue;
    const rng = random(seed, 'missing', child.no, period.number);
    const count = episodeCount(rng, child, period);
    const starts = Array.from({ length: count }, () => lastSeen(rng, rng.between(period.start, period.end)));
    starts.sort((a, b) => a - b);
    let until = busy.get(child.no) ?? 0;
    for (const start of starts) {
      const age = ageAt(child.born, dayOfMinute(start));
      if (start <= until + 120 || age < 0 || age > 18 || (age === 18 && !rng.chance(ADULT_SHARE))) continue;
      const one = episode(rng, seed, child, period, start, places);
      episodes.push(one);
      until = one.found ?? Number.MAX_SAFE_INTEGER;
    }
    if (count > 0) busy.set(child.no, until);
  }
  episodes.sort((a, b) => a.missingFrom - b.missingFrom || a.child.no - b.child.no);
  return episodes.map((one) => ({ id: newId(), ...one }));
}

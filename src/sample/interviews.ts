import type { WallMinute } from '../reference/brands.js';
import { ageAt, dayOfMinute } from '../reference/days.js';
import { agencyById } from './agencies.js';
import { onFile, type PersonOnFile } from './agencyView.js';
import { realMinute, visitingTime } from './clock.js';
import type { Episode } from './missing.js';
import type { Ynu } from './pen.js';
import { random, type Weighted } from './random.js';
import { CHANGES, type SamplePeriod } from './timeline.js';

const VOLUNTARY = agencyById('lancashire-voluntary-partnership');

/** The offer of a return home interview after an episode, and what came of it. */
export interface Interview {
  readonly id: string;
  readonly episode: Episode;
  readonly person: PersonOnFile;
  readonly returned: WallMinute;
  readonly offered: 'Y' | 'N' | 'NA';
  readonly offeredAt: WallMinute | null;
  readonly notOfferedReason: string;
  readonly accepted: 'Y' | 'N' | 'NA' | '';
  readonly declinedReason: string;
  readonly completedAt: WallMinute | null;
  readonly provider: string;
  readonly mode: string;
  readonly outOfArea: boolean;
  /** What the child disclosed; blank when there was no interview. */
  readonly cse: Ynu | '';
  readonly cce: Ynu | '';
  readonly harm: Ynu | '';
  readonly push: readonly string[];
  readonly pull: readonly string[];
  readonly places: readonly string[];
  readonly intelligence: 'Y' | 'N' | '';
  readonly referral: 'Y' | 'N' | '';
  readonly sharedAt: WallMinute | null;
}

const NOT_OFFERED: Weighted<string> = [
  ['NOT_NOTIFIED', 40],
  ['OPEN_WORKER', 25],
  ['OUT_OF_AREA', 20],
  ['THRESHOLD', 10],
  ['OTHER', 5],
];

const DECLINED: Weighted<string> = [
  ['CHILD', 62],
  ['PARENT', 14],
  ['MISSING_AGAIN', 10],
  ['MOVED', 4],
  ['UNAVAILABLE', 10],
];

const PUSH: Weighted<string> = [
  ['FAMILY_CONFLICT', 40],
  ['DA', 9],
  ['ABUSE_NEGLECT', 7],
  ['SUBSTANCE', 10],
  ['SCHOOL', 12],
  ['BULLYING', 8],
  ['ISOLATION', 12],
];

const PULL: Weighted<string> = [
  ['FRIENDS_FAMILY', 46],
  ['PARTNER', 16],
  ['PEERS', 20],
  ['PARTIES', 8],
  ['SUBSTANCES', 10],
];

const PLACES: Weighted<string> = [
  ['OTHER_DWELLING', 34],
  ['STREET', 18],
  ['PARK', 14],
  ['SHOP', 9],
  ['TAKEAWAY', 8],
  ['TRANSPORT', 6],
  ['VEHICLE', 5],
  ['SUSPECT_HOME', 3],
  ['HOTEL', 2],
  ['ONLINE', 3],
];

/** Hours after which the service gives up. */
const LONGEST_WAIT = 26 * 24;

/** Median hours from return to interview: the service commissioned in April 2016 is quicker and still improving. */
function medianHours(day: number): number {
  if (day < CHANGES.interviews) return 66;
  return day < CHANGES.absent ? 57 : 51;
}

/** What the voluntary partnership records about an episode after which a child came back, or null when it was never told. */
export function interviewAfter(seed: number, episode: Episode, period: SamplePeriod): Interview | null {
  const found = episode.found;
  if (found === null) return null;
  const { born, age } = episode.person;
  if ((born === null ? (age ?? 0) : ageAt(born, dayOfMinute(found))) > 17) return null;
  const rng = random(seed, 'interview', episode.id);
  if (episode.category !== 'M' && rng.chance(0.85)) return null;
  const outOfArea =
    episode.care !== null && !['E10000017', 'E06000008', 'E06000009'].includes(episode.authority);
  const offered = rng.chance(outOfArea ? 0.7 : 0.875);
  const offeredAt = visitingTime(rng, found + rng.between(60, 1300));
  const accepted = offered && rng.chance(episode.child.level === 'chronic' ? 0.8 : 0.87);
  const hours = Math.min(rng.logNormal(medianHours(dayOfMinute(found)), 0.62), LONGEST_WAIT);
  const planned = realMinute(visitingTime(rng, Math.max(found + Math.round(hours * 60), offeredAt + 30)));
  const done = accepted && rng.chance(0.84) && dayOfMinute(planned) <= period.cutOff;
  const completedAt = done ? planned : null;
  const concern = episode.child.concern;
  const cse = !done ? '' : rng.chance(concern ? 0.17 : 0.01) ? 'Y' : rng.chance(0.06) ? 'U' : 'N';
  return {
    id: `RI${episode.id.slice(2)}`,
    episode,
    person: onFile(seed, VOLUNTARY, episode.child, dayOfMinute(found), period.number),
    returned: found,
    offered: offered ? 'Y' : 'N',
    offeredAt: offered ? offeredAt : null,
    notOfferedReason: offered ? '' : outOfArea && rng.chance(0.6) ? 'OUT_OF_AREA' : rng.weighted(NOT_OFFERED),
    accepted: offered ? (accepted ? 'Y' : 'N') : 'NA',
    declinedReason: offered && !accepted ? rng.weighted(DECLINED) : '',
    completedAt,
    provider: rng.weighted([
      ['VCS', 82],
      ['LA', 14],
      ['SCHOOL', 4],
    ] as const),
    mode: done
      ? rng.weighted([
          ['IN_PERSON', 88],
          ['PHONE', 11],
          ['VIDEO', 1],
        ] as const)
      : '',
    outOfArea,
    cse,
    cce: !done ? '' : episode.cceFlag === 'Y' && rng.chance(0.4) ? 'Y' : 'N',
    harm: !done ? '' : rng.chance(0.05) ? 'Y' : 'N',
    push: done && rng.chance(0.6) ? rng.several(PUSH, rng.chance(0.2) ? 2 : 1) : [],
    pull: done && rng.chance(0.6) ? rng.several(PULL, rng.chance(0.2) ? 2 : 1) : [],
    places: done && rng.chance(0.45) ? rng.several(PLACES, rng.chance(0.15) ? 2 : 1) : [],
    intelligence: !done ? '' : rng.chance(cse === 'Y' ? 0.8 : 0.05) ? 'Y' : 'N',
    referral: !done ? '' : rng.chance(cse === 'Y' ? 0.7 : 0.03) ? 'Y' : 'N',
    sharedAt:
      completedAt !== null && rng.chance(0.35) ? realMinute(completedAt + rng.between(30, 2800)) : null,
  };
}

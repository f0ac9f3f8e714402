import type { Day } from '../reference/brands.js';
import { dayOfMinute } from '../reference/days.js';
import { agencyById } from './agencies.js';
import { agencyNumber } from './agencyView.js';
import type { Offence } from './offences.js';
import type { OffenderGroup } from './offenders.js';
import { random, type Weighted } from './random.js';
import type { SamplePeriod } from './timeline.js';

const POLICE = agencyById('lancashire-constabulary');

/** A mapped organised crime group as it stood at the end of a half-year. */
export interface MappedGroup {
  readonly id: string;
  readonly mapped: Day;
  readonly status: 'ACTIVE' | 'EMERGING' | 'ARCHIVED';
  readonly primaryCrime: string;
  readonly cseLinked: 'Y' | 'N' | 'S';
  readonly cceLinked: 'Y' | 'N' | 'S';
  readonly band: string;
  readonly leadOfficer: boolean;
  readonly plan: boolean;
  readonly scope: string;
  readonly reviewed: Day;
  readonly archived: Day | null;
  readonly archiveReason: string;
  readonly members: number;
  readonly cseMembers: number;
  readonly district: string;
}

/** A link of a mapped group to a suspect, a child, a place or another group. */
export interface GroupLink {
  readonly group: string;
  readonly type: 'SUSPECT' | 'CHILD' | 'PREMISES' | 'OCG';
  readonly entity: string;
  /** Number of the other group, for links between groups. */
  readonly other: string;
  readonly link: string;
  readonly strength: string;
  readonly from: Day;
  readonly to: Day | null;
}

const LINKS: Weighted<string> = [
  ['MEMBER', 58],
  ['ASSOCIATE', 42],
];

/** Whether the police have mapped a group; a few they have not. */
export function isMapped(seed: number, group: OffenderGroup): boolean {
  return random(seed, 'mapped', group.no).chance(0.9);
}

/**
 * How mapped groups stood at the end of a half-year; some are of other crime, with no known link to exploitation.
 */
export function mappedGroups(
  seed: number,
  groups: readonly OffenderGroup[],
  period: SamplePeriod,
  groupId: (no: number) => string,
  startOf: (number: number) => Day,
): MappedGroup[] {
  return groups.map((group) => {
    const rng = random(seed, 'group', group.no);
    const state = random(seed, 'group', group.no, period.number);
    const mapped = startOf(group.formed) + rng.between(10, 150);
    const linked = rng.weighted([
      ['Y', 68],
      ['S', 20],
      ['N', 12],
    ] as const);
    const ended = period.number - group.formed >= 4;
    const young = period.number === group.formed;
    const reviewed = Math.max(mapped, period.end - state.between(5, state.chance(0.75) ? 150 : 300));
    const archived = ended ? Math.max(reviewed, period.end - state.between(0, 40)) : null;
    return {
      id: groupId(group.no),
      mapped,
      status: ended ? 'ARCHIVED' : young ? 'EMERGING' : 'ACTIVE',
      primaryCrime:
        linked === 'Y'
          ? 'CSE'
          : rng.weighted([
              ['DRUGS', 70],
              ['OTHER', 20],
              ['VIOLENCE', 10],
            ] as const),
      cseLinked: linked,
      cceLinked: rng.weighted([
        ['Y', 20],
        ['S', 20],
        ['N', 60],
      ] as const),
      band: rng.weighted([
        ['3', 10],
        ['4', 35],
        ['5', 40],
        ['6', 15],
      ] as const),
      leadOfficer: state.chance(0.88),
      plan: state.chance(0.8),
      scope: rng.weighted([
        ['LOCAL', 55],
        ['CROSS_DISTRICT', 28],
        ['CROSS_FORCE', 17],
      ] as const),
      reviewed,
      archived,
      archiveReason:
        archived === null
          ? ''
          : state.weighted([
              ['DISRUPTED', 60],
              ['DISMANTLED', 25],
              ['INACTIVE', 15],
            ] as const),
      members: group.members.length,
      cseMembers: linked === 'N' ? 0 : Math.max(1, group.members.length - rng.between(0, 2)),
      district: group.district,
    };
  });
}

/** The links of the mapped groups: their members, and victims of crimes in which members are suspected. */
export function groupLinks(
  seed: number,
  groups: readonly OffenderGroup[],
  offences: readonly Offence[],
  period: SamplePeriod,
  groupId: (no: number) => string,
  startOf: (number: number) => Day,
): GroupLink[] {
  const links: GroupLink[] = [];
  for (const group of groups) {
    const rng = random(seed, 'links', group.no);
    const id = groupId(group.no);
    for (const member of group.members) {
      links.push({
        group: id,
        type: 'SUSPECT',
        entity: agencyNumber(seed, POLICE, member.no, period.number),
        link: rng.weighted(LINKS),
        strength: rng.weighted([
          ['STRONG', 50],
          ['MODERATE', 35],
          ['WEAK', 15],
        ] as const),
        other: '',
        from: startOf(group.formed) + rng.between(10, 150),
        to: null,
      });
    }
    const children = new Set<number>();
    for (const offence of offences) {
      if (!offence.suspects.some(({ offender }) => offender.group === group.no)) continue;
      if (children.has(offence.victim.no)) continue;
      children.add(offence.victim.no);
      links.push({
        group: id,
        type: 'CHILD',
        entity: agencyNumber(seed, POLICE, offence.victim.no, period.number),
        other: '',
        link: 'VICTIM',
        strength: 'STRONG',
        from: dayOfMinute(offence.recorded),
        to: null,
      });
    }
  }
  return [...links, ...commonLinks(seed, groups, period, groupId, startOf)];
}

/** What a few groups have in common with one that formed before them: a place, a member, or a link between the two. */
function commonLinks(
  seed: number,
  groups: readonly OffenderGroup[],
  period: SamplePeriod,
  groupId: (no: number) => string,
  startOf: (number: number) => Day,
): GroupLink[] {
  return groups.flatMap((group, place): GroupLink[] => {
    const earlier = groups[place - 1];
    if (earlier === undefined) return [];
    const rng = random(seed, 'common', group.no);
    const link = {
      from: startOf(group.formed) + rng.between(30, 150),
      to: null,
      strength: 'MODERATE',
    } as const;
    const own = groupId(group.no);
    const found: GroupLink[] = [];
    if (rng.chance(0.3))
      found.push({
        ...link,
        group: own,
        type: 'OCG',
        entity: '',
        other: groupId(earlier.no),
        link: 'ASSOCIATE',
      });
    if (rng.chance(0.25)) {
      const premises = `PR${String(rng.between(1000, 9999))}`;
      for (const each of [own, groupId(earlier.no)])
        found.push({
          ...link,
          group: each,
          type: 'PREMISES',
          entity: premises,
          other: '',
          link: 'FREQUENTS',
        });
    }
    const [member] = earlier.members;
    if (member !== undefined && rng.chance(0.25)) {
      const entity = agencyNumber(seed, POLICE, member.no, period.number);
      found.push({
        ...link,
        group: own,
        type: 'SUSPECT',
        entity,
        other: '',
        link: 'ASSOCIATE',
        strength: 'WEAK',
      });
    }
    return found;
  });
}

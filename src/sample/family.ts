import type { Day } from '../reference/brands.js';
import { type CareHome, placingAuthority } from './careHomes.js';
import type { CareSpell, Child, MissingLevel, Residence, Stream } from './child.js';
import { communityOf } from './communities.js';
import { forename, surname } from './names.js';
import { authorityOf, type Places } from './places.js';
import { type Random, random, type Weighted } from './random.js';
import type { SamplePeriod } from './timeline.js';

const YEAR = 365.25;

/** What the first child of a family comes into the sample with. */
export interface Entry {
  readonly stream: Exclude<Stream, 'sibling'>;
  readonly level: MissingLevel;
  readonly concern: boolean;
  /** Half-years after the first in which something may still be recorded. */
  readonly lasts: number;
  readonly district: Parameters<Places['address']>[1];
}

const AGES: Readonly<Record<Entry['stream'], Weighted<number>>> = {
  missing: [
    [8, 1],
    [9, 1],
    [10, 2],
    [11, 4],
    [12, 7],
    [13, 13],
    [14, 20],
    [15, 23],
    [16, 17],
    [17, 12],
  ],
  concern: [
    [8, 1],
    [9, 1],
    [10, 2],
    [11, 4],
    [12, 8],
    [13, 15],
    [14, 22],
    [15, 24],
    [16, 15],
    [17, 8],
  ],
  offence: [
    [3, 1],
    [4, 2],
    [5, 3],
    [6, 3],
    [7, 3],
    [8, 4],
    [9, 4],
    [10, 5],
    [11, 6],
    [12, 9],
    [13, 13],
    [14, 15],
    [15, 14],
    [16, 7],
    [17, 6],
  ],
};

const GIRLS: Readonly<Record<Entry['stream'], number>> = { missing: 0.5, concern: 0.8, offence: 0.8 };

const IN_CARE: Readonly<Record<MissingLevel, number>> = {
  never: 0.06,
  once: 0.1,
  recurrent: 0.24,
  chronic: 0.6,
};

function careSpell(
  rng: Random,
  seed: number,
  no: number,
  entry: Entry,
  period: SamplePeriod,
  homes: Weighted<CareHome>,
  places: Places,
): CareSpell | null {
  if (!rng.chance(IN_CARE[entry.level] + (entry.concern ? 0.05 : 0))) return null;
  const from = period.start - rng.between(20, 900);
  const to = from + rng.between(700, 2200);
  const legalStatus = rng.weighted([
    ['C2', 5],
    ['C1', 2],
    ['V2', 4],
  ] as const);
  const placement = rng.weighted(
    entry.level === 'chronic'
      ? ([
          ['K2', 70],
          ['U4', 14],
          ['H5', 12],
          ['U1', 2],
          ['P1', 2],
        ] as const)
      : ([
          ['K2', 30],
          ['U4', 36],
          ['U6', 12],
          ['U1', 8],
          ['H5', 9],
          ['P1', 5],
        ] as const),
  );
  if (placement === 'K2') {
    const home = rng.weighted(homes);
    const authority = placingAuthority(seed, no, home.address.district);
    return {
      from,
      to,
      placement,
      provider: home.provider,
      urn: home.urn,
      address: home.address,
      authority,
      legalStatus,
    };
  }
  const provider =
    placement === 'P1'
      ? 'PR0'
      : rng.weighted([
          ['PR1', 55],
          ['PR4', 38],
          ['PR5', 7],
        ] as const);
  const address = places.address(rng, entry.district);
  return {
    from,
    to,
    placement,
    provider,
    urn: null,
    address,
    authority: authorityOf(entry.district),
    legalStatus,
  };
}

function residences(rng: Random, places: Places, entry: Entry, period: SamplePeriod): readonly Residence[] {
  const first: Residence = { from: period.start - 9000, address: places.address(rng, entry.district) };
  if (!rng.chance(0.22)) return [first];
  const district = rng.chance(0.75) ? entry.district : rng.weighted(places.weights.children);
  const from = period.start + rng.between(-300, 500);
  return [first, { from, address: places.address(rng, district) }];
}

/** Learning and physical needs by DfE code: about one child in seven has one. */
function disabilities(rng: Random): readonly string[] {
  if (!rng.chance(0.18)) return [];
  return rng.several(
    [
      ['LD', 30],
      ['BEH', 28],
      ['AUT', 16],
      ['COMM', 8],
      ['CON', 6],
      ['MOB', 4],
      ['HEAR', 4],
      ['VIS', 2],
      ['DDA', 8],
      ['HAND', 3],
      ['PC', 3],
      ['INC', 2],
    ] as const,
    rng.chance(0.2) ? 2 : 1,
  );
}

/** The facts that brothers and sisters share. */
interface Household {
  readonly number: number;
  readonly residences: readonly Residence[];
  readonly community: Child['community'];
  readonly surname: string;
}

/**
 * Makes a family: the child with whom it comes into the sample, and the brothers and sisters agencies also know.
 * @param number number of the family, which fixes everything drawn for it
 * @param firstChild number for the first child; brothers and sisters get the next ones
 */
export function makeFamily(
  seed: number,
  number: number,
  firstChild: number,
  entry: Entry,
  period: SamplePeriod,
  places: Places,
  homes: Weighted<CareHome>,
): readonly Child[] {
  const rng = random(seed, 'family', number);
  const community = communityOf(rng, entry.district);
  const household: Household = {
    number,
    community,
    surname: surname(rng, community.naming),
    residences: residences(rng, places, entry, period),
  };
  const age = rng.weighted(AGES[entry.stream]);
  const born: Day = Math.floor(period.start + period.days / 2 - (age + rng.next()) * YEAR);
  const sex = rng.chance(GIRLS[entry.stream]) ? 'F' : 'M';
  const siblings = rng.weighted([
    [0, 55],
    [1, 28],
    [2, 12],
    [3, 5],
  ] as const);
  const twins = siblings > 0 && rng.chance(0.05);
  const children: Child[] = [
    {
      no: firstChild,
      family: number,
      twin: twins,
      forename: forename(rng, community.naming, sex),
      surname: household.surname,
      sex,
      born,
      community,
      residences: household.residences,
      care: careSpell(rng, seed, firstChild, entry, period, homes, places),
      stream: entry.stream,
      level: entry.level,
      concern: entry.concern,
      enters: period.number,
      leaves: period.number + entry.lasts,
      disabilities: disabilities(rng),
    },
  ];
  for (let i = 1; i <= siblings; i++) {
    const twin = twins && i === 1;
    children.push(
      sibling(rng, household, firstChild + i, twin, twin ? born : olderOrYounger(rng, born), entry, period),
    );
  }
  return children;
}

function olderOrYounger(rng: Random, born: Day): Day {
  const apart = rng.between(380, 2200);
  return rng.chance(0.5) ? born + apart : born - apart;
}

/** A brother or sister: one in five also goes missing or gives concern, the others are known to schools and health. */
function sibling(
  rng: Random,
  household: Household,
  no: number,
  twin: boolean,
  born: Day,
  entry: Entry,
  period: SamplePeriod,
): Child {
  const sex = rng.chance(0.5) ? 'F' : 'M';
  const also = rng.chance(0.2);
  return {
    no,
    family: household.number,
    twin,
    forename: forename(rng, household.community.naming, sex),
    surname: rng.chance(0.9) ? household.surname : surname(rng, household.community.naming),
    sex,
    born,
    community: household.community,
    residences: household.residences,
    care: null,
    stream: also ? entry.stream : 'sibling',
    level: also && entry.level !== 'never' ? 'once' : 'never',
    concern: also && entry.concern,
    enters: period.number,
    leaves: period.number + 1,
    disabilities: disabilities(rng),
  };
}

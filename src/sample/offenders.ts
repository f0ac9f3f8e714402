import type { AreaCode, Day } from '../reference/brands.js';
import { ageAt } from '../reference/days.js';
import { agencyById } from './agencies.js';
import { agencyNumber, type PersonOnFile } from './agencyView.js';
import type { Child } from './child.js';
import { type Community, communityOf } from './communities.js';
import { forename, surname } from './names.js';
import type { Address, Places } from './places.js';
import { type Random, random, type Weighted } from './random.js';

/** Numbers of suspects follow on from those of children in the police's register of persons. */
const FIRST_NUMBER = 7_000_000;

/** Half-years after which a group is no longer active. */
const GROUP_LIFE = 5;

const POLICE = agencyById('lancashire-constabulary');

/** An invented suspect. */
export interface Offender {
  readonly no: number;
  readonly forename: string;
  readonly surname: string;
  readonly sex: 'F' | 'M' | 'U';
  readonly born: Day;
  readonly community: Community;
  readonly address: Address;
  readonly registered: boolean;
  /** The group that the suspect belongs to, or null. */
  readonly group: number | null;
  readonly occupation: string;
}

/** A group of suspects who are recorded together. */
export interface OffenderGroup {
  readonly no: number;
  readonly formed: number;
  readonly district: AreaCode;
  readonly members: readonly Offender[];
}

/** What a crime says about who may be suspected of it. */
export interface Circumstances {
  readonly victim: Child;
  readonly age: number;
  readonly home: AreaCode;
  readonly exploitation: boolean;
  readonly online: boolean;
  readonly named: boolean;
  /** First day on which it was committed: a suspect is at least twelve then. */
  readonly from: Day;
}

export type Relationship =
  | 'STRANGER'
  | 'ACQUAINTANCE'
  | 'PEER'
  | 'PARTNER'
  | 'ONLINE'
  | 'FAMILY'
  | 'TRUST'
  | 'GANG'
  | 'UNKNOWN'
  | 'NOT_RECORDED';

const RELATIONSHIPS: Readonly<Record<'peer' | 'adult' | 'online', Weighted<Relationship>>> = {
  peer: [
    ['PEER', 52],
    ['PARTNER', 24],
    ['ACQUAINTANCE', 14],
    ['UNKNOWN', 5],
    ['NOT_RECORDED', 5],
  ],
  adult: [
    ['ACQUAINTANCE', 34],
    ['STRANGER', 13],
    ['PARTNER', 14],
    ['FAMILY', 16],
    ['TRUST', 4],
    ['UNKNOWN', 9],
    ['NOT_RECORDED', 10],
  ],
  online: [
    ['ONLINE', 74],
    ['STRANGER', 12],
    ['ACQUAINTANCE', 6],
    ['UNKNOWN', 8],
  ],
};

/** How the suspect is said to have known the child. */
export function relationshipOf(
  rng: Random,
  offender: Offender,
  victim: Child,
  online: boolean,
): Relationship {
  if (offender.group !== null && rng.chance(0.3)) return 'GANG';
  const peer = Math.abs(offender.born - victim.born) < 4 * 365;
  return rng.weighted(RELATIONSHIPS[online ? 'online' : peer ? 'peer' : 'adult']);
}

/** The suspects of the sample: most appear once, some again and again, some in groups. */
export class Offenders {
  #next = FIRST_NUMBER;
  #nextGroup = 1;
  #recent: Offender[] = [];
  #groups: OffenderGroup[] = [];

  constructor(
    readonly seed: number,
    readonly places: Places,
    readonly scale: number,
  ) {}

  /** Groups in being: new ones form and old ones fall apart each half-year. */
  get groups(): readonly OffenderGroup[] {
    return this.#groups;
  }

  /** Opens a half-year. @param number its place in the series */
  open(number: number, start: Day): void {
    const rng = random(this.seed, 'groups', number);
    this.#groups = this.#groups.filter((group) => number - group.formed < GROUP_LIFE);
    this.#recent = this.#recent.slice(-Math.ceil(400 * this.scale));
    const wanted = this.#groups.length === 0 ? 16 : 4;
    for (let i = rng.round(wanted * this.scale); i > 0; i--) {
      const district = rng.weighted(this.places.weights.concern);
      const no = this.#nextGroup++;
      const size = rng.between(3, 7);
      const members = Array.from({ length: size }, () =>
        this.#invent(rng, district, start - Math.round(rng.logNormal(27, 0.28) * 365.25), no),
      );
      this.#groups.push({ no, formed: number, district, members });
    }
  }

  /** The suspects of a crime: none when nobody is named, else one, or several of a group. */
  draw(rng: Random, crime: Circumstances): readonly Offender[] {
    if (!crime.named) return [];
    const local = this.#groups.filter((group) => group.district === crime.home);
    if (crime.exploitation && !crime.online && local.length > 0 && rng.chance(0.24)) {
      const members = rng.pick(local).members.filter((one) => ageAt(one.born, crime.from) >= 12);
      return rng.several(
        members.map((one) => [one, 1] as const),
        rng.between(2, 4),
      );
    }
    if (rng.chance(0.12)) {
      const again = this.#recent.filter((one) => one.address.district === crime.home);
      const known = again.length > 0 ? rng.pick(again) : undefined;
      if (known !== undefined && ageAt(known.born, crime.from) >= 12) return [known];
    }
    const born = crime.from - Math.round(this.#age(rng, crime) * 365.25) - 2;
    const district =
      crime.online && rng.chance(0.5) ? rng.weighted(this.places.weights.children) : crime.home;
    const offender = this.#invent(rng, district, born, null);
    this.#recent.push(offender);
    return [offender];
  }

  #age(rng: Random, crime: Circumstances): number {
    if (crime.age >= 10 && rng.chance(0.34)) {
      return Math.min(Math.max(crime.age + rng.between(-1, 3) + rng.next(), 12), 17.9);
    }
    return Math.min(18 + rng.logNormal(10, 0.8), 79);
  }

  #invent(rng: Random, district: AreaCode, born: Day, group: number | null): Offender {
    const community = communityOf(rng, district);
    const sex = rng.chance(0.93) ? 'M' : 'F';
    return {
      no: this.#next++,
      forename: forename(rng, community.naming, sex),
      surname: surname(rng, community.naming),
      sex: rng.chance(0.035) ? 'U' : sex,
      born,
      community,
      address: this.places.address(rng, district),
      registered: rng.chance(0.07),
      group,
      occupation: rng.chance(0.7)
        ? ''
        : rng.weighted([
            ['TAXI', 6],
            ['HOSPITALITY', 14],
            ['CARE_EDUCATION', 5],
            ['OTHER', 75],
          ] as const),
    };
  }
}

/** A suspect as the police have him or her on file; the date of birth of one in eleven is not known, only an age. */
export function offenderOnFile(seed: number, offender: Offender, day: Day, period: number): PersonOnFile {
  const rng = random(seed, 'offender', offender.no);
  const known = rng.chance(0.91);
  return {
    localId: agencyNumber(seed, POLICE, offender.no, period),
    nhs: '',
    upn: '',
    forename: offender.forename,
    surname: offender.surname.toUpperCase(),
    born: known ? offender.born : null,
    age: known ? null : ageAt(offender.born, day),
    sex: offender.sex,
    postcode: rng.chance(0.86) ? offender.address.postcode : '',
  };
}

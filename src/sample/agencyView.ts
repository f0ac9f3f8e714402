import type { Day } from '../reference/brands.js';
import { ageAt, dayFromParts, partsFromDay } from '../reference/days.js';
import type { SampleAgency } from './agencies.js';
import { addressAt, type Child, firstAddress } from './child.js';
import { inventedUpn, localId, testNhsNumber } from './identifiers.js';
import { otherForm } from './names.js';
import { type Random, random } from './random.js';

/** A person as an agency has him or her on file; blank where it has nothing. */
export interface PersonOnFile {
  readonly localId: string;
  readonly nhs: string;
  readonly upn: string;
  readonly forename: string;
  readonly surname: string;
  readonly born: Day | null;
  /** Completed years at the event, given only where the date of birth is not known. */
  readonly age: number | null;
  readonly sex: 'F' | 'M' | 'U';
  readonly postcode: string;
}

/** Share of NHS numbers that are those of the next child made, most often a brother or sister. */
const WRONG_NUMBER = 0.002;

/** Numbers of children's second records begin here, and are given to the first two million children only. */
const SECOND_RECORDS = 5_000_000;
const SECOND_LIMIT = 2_000_000;

/** One slip of the keyboard: a letter left out, doubled, or two changed about. */
export function mistype(rng: Random, word: string): string {
  if (word.length < 4) return word;
  const at = rng.between(1, word.length - 2);
  const kind = rng.between(0, 2);
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 1) return word.slice(0, at) + word.charAt(at) + word.slice(at);
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

/** A slip in a date of birth: day and month changed about where that gives a date, or one day wrong. */
function misdated(rng: Random, born: Day): Day {
  const { year, month, day } = partsFromDay(born);
  const swapped = rng.chance(0.6) && day <= 12 && day !== month ? dayFromParts(year, day, month) : null;
  return swapped ?? born + rng.pick([-1, 1, 10, -10]);
}

/**
 * The number under which the agency knows a person. About one child in fifty has two, because somebody opened a
 * second record; the second is then used from some half-year on.
 */
export function agencyNumber(seed: number, agency: SampleAgency, person: number, period: number): string {
  const rng = random(seed, 'number', agency.id, person);
  const second = person < SECOND_LIMIT && rng.chance(0.02) && Math.abs(period % 2) === rng.between(0, 1);
  return localId(agency.prefix, second ? SECOND_RECORDS + person : person);
}

/**
 * What an agency writes about a child in a record of an event on the given day. Most slips are the agency's own and
 * recur in all its records of the child; about one record in two hundred has one of its own.
 */
export function onFile(
  seed: number,
  agency: SampleAgency,
  child: Child,
  day: Day,
  period: number,
): PersonOnFile {
  const holds = agency.holds;
  const rng = random(seed, 'file', agency.id, child.no);
  const other = rng.chance(holds.otherForename);
  let forename = other ? otherForm(rng, child.forename) : child.forename;
  let surname = child.surname;
  if (rng.chance(holds.nameSlip)) {
    if (rng.chance(0.5)) forename = mistype(rng, forename);
    else surname = mistype(rng, surname);
  }
  if (surname.includes('-') && rng.chance(0.3)) surname = surname.slice(0, surname.indexOf('-'));
  const slip = rng.chance(holds.birthSlip) ? misdated(rng, child.born) : child.born;
  const born = rng.chance(holds.dateOfBirth) ? slip : null;
  const stale = rng.chance(holds.oldAddress);
  const hasPostcode = rng.chance(holds.postcode);
  const nhs = rng.chance(holds.nhs)
    ? testNhsNumber(rng.chance(WRONG_NUMBER) ? child.no + 1 : child.no)
    : null;
  const startedSchool = partsFromDay(child.born).year + 4;
  const upn = rng.chance(holds.upn) && startedSchool < 2018 ? inventedUpn(child.no, startedSchool) : '';
  const sex = rng.chance(holds.unknownSex) ? 'U' : child.sex;

  const own = random(seed, 'record', agency.id, child.no, day);
  if (own.chance(0.005)) surname = mistype(own, surname);
  const address = stale && child.care === null ? firstAddress(child) : addressAt(child, day);
  return {
    localId: agencyNumber(seed, agency, child.no, period),
    nhs: nhs ?? '',
    upn,
    forename,
    surname: agency.capitals ? surname.toUpperCase() : surname,
    born,
    age: born === null ? ageAt(child.born, day) : null,
    sex,
    postcode: hasPostcode ? address.postcode : '',
  };
}

import type { PersonPart } from '../extracts/schema.js';
import { type LinkTable, NULL_INT } from '../extracts/table.js';
import type { PersonEncoder } from '../privacy/encoder.js';
import type { AgencyId } from '../reference/brands.js';
import { codeAt, comparable, type TypedField } from './typedField.js';

/** The person fields of an extract, by part. */
export type PersonFields = ReadonlyMap<PersonPart, TypedField>;

export function personFields(fields: Iterable<TypedField>): PersonFields {
  const parts = new Map<PersonPart, TypedField>();
  for (const field of fields) if (field.field.person !== undefined) parts.set(field.field.person, field);
  return parts;
}

const PROFILE_PARTS = ['localId', 'nhs', 'upn', 'forename', 'surname', 'dob', 'sex', 'postcode'] as const;

/**
 * Linkage evidence of the distinct persons among some rows.
 * @param rows the accepted rows
 * @param sexOf M, F or U of a row
 */
export function encodeProfiles(
  parts: PersonFields,
  rows: Int32Array,
  agency: AgencyId,
  encoder: PersonEncoder,
  sexOf: (row: number) => string,
): LinkTable {
  const used = PROFILE_PARTS.flatMap((part) => parts.get(part) ?? []).map((one) => comparable(one.column));
  const ids = parts.get('localId')?.column;
  const persons = ids?.kind === 'code' ? ids : { dictionary: [], index: new Int32Array(0) };
  const links = {
    person: [] as string[],
    nhs: [] as (string | null)[],
    upn: [] as (string | null)[],
    tokens: [] as string[],
  };
  const text = (part: PersonPart, row: number) => {
    const field = parts.get(part);
    return field === undefined ? null : codeAt(field.column, row);
  };
  for (const row of firstOfProfiles(rows, persons.index, persons.dictionary.length, used)) {
    const localId = text('localId', row);
    if (localId === null) continue;
    const dob = parts.get('dob')?.column;
    const day = dob?.kind === 'day' ? (dob.values[row] ?? null) : null;
    const profile = encoder.profile({
      agency,
      localId,
      nhs: text('nhs', row),
      upn: text('upn', row),
      forename: text('forename', row),
      surname: text('surname', row),
      dob: day === NULL_INT ? null : day,
      sex: sexOf(row),
      postcode: text('postcode', row),
    });
    if (profile.person === null) continue;
    links.person.push(profile.person);
    links.nhs.push(profile.nhs);
    links.upn.push(profile.upn);
    links.tokens.push(profile.tokens);
  }
  return { agency, rows: links.person.length, ...links };
}

/**
 * The first row of each distinct profile. A person's rows are compared with the profiles of that person only: nearly
 * always there is one.
 * @param person number of each row's person, -1 for none
 * @param used columns of the profile, equal where the values are
 */
function firstOfProfiles(
  rows: Int32Array,
  person: Int32Array,
  persons: number,
  used: readonly Int32Array[],
): number[] {
  const latest = new Int32Array(persons).fill(-1);
  const before: number[] = [];
  const firsts: number[] = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const who = person[row] ?? -1;
    if (who < 0) continue;
    let profile = latest[who] ?? -1;
    while (profile >= 0 && !used.every((values) => values[row] === values[firsts[profile] ?? -1]))
      profile = before[profile] ?? -1;
    if (profile >= 0) continue;
    before.push(latest[who] ?? -1);
    latest[who] = firsts.push(row) - 1;
  }
  return firsts;
}

/** M, F or U for a cell of the sex column, whichever of the code lists it was written in. */
export function foldSex(text: string | null): 'M' | 'F' | 'U' {
  const folded = (text ?? '').trim().toLowerCase();
  if (/^(m|0?1|male|boy|man)$/.test(folded)) return 'M';
  if (/^(f|0?2|female|girl|woman)$/.test(folded)) return 'F';
  return 'U';
}

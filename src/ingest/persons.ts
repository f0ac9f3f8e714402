import type { PersonPart } from '../extracts/schema.js';
import { type LinkTable, NULL_INT } from '../extracts/table.js';
import type { PersonEncoder } from '../privacy/encoder.js';
import type { AgencyId } from '../reference/brands.js';
import { combine } from './combine.js';
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
  const used = PROFILE_PARTS.flatMap((part) => parts.get(part) ?? []);
  const groups = combine(
    used.map((one) => {
      const values = comparable(one.column);
      return rows.map((row) => values[row] ?? -1);
    }),
    rows.length,
  );
  const seen = new Uint8Array(groups.count);
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
  for (let at = 0; at < rows.length; at++) {
    const group = groups.index[at] ?? 0;
    const row = rows[at] ?? 0;
    if (seen[group] === 1) continue;
    seen[group] = 1;
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

/** M, F or U for a cell of the sex column, whichever of the code lists it was written in. */
export function foldSex(text: string | null): 'M' | 'F' | 'U' {
  const folded = (text ?? '').trim().toLowerCase();
  if (/^(m|0?1|male|boy|man)$/.test(folded)) return 'M';
  if (/^(f|0?2|female|girl|woman)$/.test(folded)) return 'F';
  return 'U';
}

import type { ExtractName } from '../extracts/schema.js';
import type { AgencyId, Day } from '../reference/brands.js';
import type { KeyRing } from './keys.js';
import { loadNameLists } from './nameLists.js';
import { normaliseNhsNumber } from './nhsNumber.js';
import { normaliseDob } from './normaliseDob.js';
import { normaliseForename, normaliseName } from './normaliseName.js';
import { normalisePostcode } from './normalisePostcode.js';
import { normaliseSex } from './normaliseSex.js';
import { pseudonym } from './pseudonyms.js';
import { TokenMaker } from './tokens.js';
import { normaliseUpn } from './upn.js';

/** What a row says about its person, as text of the cell; null or absent where the cell is blank. */
export interface PersonCells {
  readonly agency: AgencyId;
  readonly localId?: string | null;
  readonly nhs?: string | null;
  readonly upn?: string | null;
  readonly forename?: string | null;
  readonly surname?: string | null;
  /** A day that has been parsed, or the cell's text. */
  readonly dob?: Day | string | null;
  readonly sex?: string | null;
  readonly postcode?: string | null;
}

/** What is kept of a person: pseudonyms and keyed tokens. */
export interface EncodedProfile {
  /** Pseudonym of the agency's own id, or null when the row has none. */
  readonly person: string | null;
  /** Pseudonym of a valid NHS number. */
  readonly nhs: string | null;
  /** Pseudonym of a valid unique pupil number. */
  readonly upn: string | null;
  readonly tokens: string;
}

/** Turns identifiers into pseudonyms and tokens. Identifiers live only in its memory, and only during a run. */
export interface PersonEncoder {
  /** Pseudonym of a person as one agency knows them: the same id at two agencies gives two pseudonyms. */
  person(agency: AgencyId, localId: string): string;
  /** Pseudonym of a record; `agency` owns the id's numbering. */
  record(extract: ExtractName, agency: AgencyId, id: string): string;
  profile(cells: PersonCells): EncodedProfile;
}

/**
 * Makes an encoder.
 * @param options.testNumbers accept NHS numbers of the test range 999; by default only under the demonstration key
 */
export function createEncoder(
  keys: KeyRing,
  options: { readonly testNumbers?: boolean } = {},
): PersonEncoder {
  const testNumbers = options.testNumbers ?? keys.demonstration;
  const tokens = new TokenMaker(keys, loadNameLists());

  // Pseudonyms are not remembered: making one costs no more than looking it up among so many.
  const person = (agency: AgencyId, localId: string): string =>
    pseudonym(keys, 'p', 'person', agency, localId.trim());
  const number = (prefix: 'n' | 'u', digits: string | null): string | null =>
    digits === null ? null : pseudonym(keys, prefix, prefix === 'n' ? 'nhs' : 'upn', digits);

  return {
    person,
    record: (extract, agency, id) => pseudonym(keys, 'e', 'episode', extract, agency, id.trim()),
    profile(cells) {
      const localId = cells.localId?.trim() ?? '';
      return {
        person: localId === '' ? null : person(cells.agency, localId),
        nhs: number('n', normaliseNhsNumber(cells.nhs ?? '', { testNumbers })),
        upn: number('u', normaliseUpn(cells.upn ?? '')),
        tokens: tokens.tokensOf({
          forename: normaliseForename(cells.forename ?? ''),
          surname: normaliseName(cells.surname ?? ''),
          dob: normaliseDob(cells.dob ?? ''),
          sex: normaliseSex(cells.sex ?? ''),
          postcode: normalisePostcode(cells.postcode ?? ''),
        }),
      };
    },
  };
}

import type { AreaCode } from './brands.js';
import { readReferenceCsv } from './files.js';

/** A ward of pan-Lancashire. */
export interface Ward {
  /** ONS code. */
  readonly code: string;
  readonly name: string;
  readonly district: AreaCode;
  /** On the boundaries of before or after the elections of May 2015, or both. */
  readonly before: boolean;
  readonly after: boolean;
}

let loaded: readonly Ward[] | undefined;

/** The wards of reference/geography.csv, by code; read once. Their numbers of residents are not in the reference data. */
export function loadWards(): readonly Ward[] {
  loaded ??= readReferenceCsv('geography.csv')
    .filter((row) => row['level'] === 'ward')
    .map((row) => ({
      code: row['code'] ?? '',
      name: row['name'] ?? '',
      // The file holds nothing but codes of places.
      district: (row['parent_code'] ?? '') as AreaCode,
      before: row['in_dec_2014'] === '1',
      after: row['in_dec_2016'] === '1',
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  return loaded;
}

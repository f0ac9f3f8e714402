import type { AgencyId, PeriodId } from '../reference/brands.js';
import type { ExtractName } from './schema.js';

/**
 * A column of stored events. Code columns are dictionary-encoded so that each distinct value is handled once;
 * integers use {@link NULL_INT} and numbers use NaN for "no value".
 */
export type Column =
  | { readonly kind: 'code'; readonly dictionary: readonly string[]; readonly index: Int32Array }
  | { readonly kind: 'day'; readonly values: Int32Array }
  | { readonly kind: 'minute'; readonly values: Int32Array }
  | { readonly kind: 'integer'; readonly values: Int32Array }
  | { readonly kind: 'number'; readonly values: Float64Array };

/** "No value" in a day, minute or integer column; a code column uses index -1 and a number column NaN. */
export const NULL_INT = -2147483648;

/**
 * Events of one extract from one agency for one half-year, after pseudonymisation: no identifier is in it.
 * Every column has `rows` entries. Multi-value codes are one dictionary entry joined by `|` in sorted order.
 */
export interface EventTable {
  readonly extract: ExtractName;
  readonly agency: AgencyId;
  readonly period: PeriodId;
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
}

/**
 * Linkage evidence of the distinct person profiles in one extract: pseudonyms and keyed tokens, no identifier.
 * `tokens` holds, for each profile, space-separated `kind:token` pairs (linkage.md 1.6 of the method notes).
 */
export interface LinkTable {
  readonly agency: AgencyId;
  readonly rows: number;
  readonly person: readonly string[];
  readonly nhs: readonly (string | null)[];
  readonly upn: readonly (string | null)[];
  readonly tokens: readonly string[];
}

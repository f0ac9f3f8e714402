import type { ExtractName, Severity } from '../extracts/schema.js';
import type { AgencyId, PeriodId } from '../reference/brands.js';

/**
 * Something a reader of an extract should know. A finding can say where and why; by construction it has no field
 * that could carry a cell's value.
 */
export interface Finding {
  /** Stable code: `MIS-003`, `GEN-002`, `F01` ... Documented by `profile explain <code>`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly extract: ExtractName | null;
  readonly agency: AgencyId | null;
  readonly period: PeriodId | null;
  /** Path as the user knows it (relative to the workspace, or as given on the command line). */
  readonly file: string;
  /** Physical line (1-based) of the first place; null when the finding is about the whole file. */
  readonly line: number | null;
  /** Record number (1-based, header excluded) of the first place. */
  readonly record: number | null;
  readonly column: string | null;
  /** The spreadsheet's column letter, for example `AB`. */
  readonly letter: string | null;
  /** How many rows are concerned: the root cause is one finding. */
  readonly rows: number;
  readonly message: string;
  readonly remedy: string;
  /** Rules that could not be checked because of this finding. */
  readonly notChecked: readonly string[];
}

/** Where every row of a file went: `read = accepted + rejected + duplicates + superseded + setAside`. */
export interface Reconciliation {
  readonly file: string;
  readonly extract: ExtractName;
  readonly agency: AgencyId | null;
  readonly period: PeriodId | null;
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Exact repeats of an accepted row. */
  readonly duplicates: number;
  /** Replaced by a later row with the same primary key. */
  readonly superseded: number;
  /** Valid rows outside the product's scope (person aged 18 or over, cancelled crimes): listed, not counted. */
  readonly setAside: number;
  /** Lines that are not records: repeated headers, totals rows, blank lines. Not part of `read`. */
  readonly ignoredLines: number;
  readonly nilReturn: boolean;
}

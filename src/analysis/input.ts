import type { ExtractName } from '../extracts/schema.js';
import type { EventTable } from '../extracts/table.js';
import type { Areas } from '../reference/areas.js';
import type { AgencyId, Day, PeriodId } from '../reference/brands.js';
import type { Populations } from '../reference/populations.js';
import type { ExtractReturn } from './model.js';

/** How full a field is in one agency's extract for one half-year. */
export interface FieldCompleteness {
  readonly extract: ExtractName;
  readonly agency: AgencyId;
  readonly period: PeriodId;
  readonly field: string;
  readonly filled: number;
  readonly rows: number;
}

/** A change of definition or recording that breaks series; see the configuration's `breaks`. */
export interface SeriesBreak {
  readonly from: Day;
  /** Indicator ids, or beginnings of ids that end in `*`. */
  readonly indicators: readonly string[];
  /** Area codes it applies to; empty = all. */
  readonly areas: readonly string[];
}

/** When an agency's extract came, and how many of its rows repeated others. */
export interface ExtractDelivery {
  readonly extract: ExtractName;
  readonly agency: AgencyId;
  readonly period: PeriodId;
  /** Days from the due date to the day of extraction (negative = early); null when either is not known. */
  readonly daysAfterDue: number | null;
  readonly read: number;
  readonly duplicates: number;
}

/** Everything that the analysis works on. Rows hold pseudonyms only. */
export interface AnalysisInput {
  /** Snapshots of every extract, agency and half-year, in any order. */
  readonly tables: readonly EventTable[];
  /** Agency-person pseudonym to child pseudonym; a person without an entry is counted as one child. */
  readonly childOf: ReadonlyMap<string, string>;
  /** Agency-person pseudonyms whose records carry a number by which they can be linked; absent when that is not known. */
  readonly numbered?: ReadonlySet<string>;
  /** Periods of the history (half-years, or quarters or months of them), all of one grain, without gaps, in order. */
  readonly periods: readonly PeriodId[];
  /** The period that the document is about: the last of `periods`. */
  readonly period: PeriodId;
  readonly startMonth: number;
  /** Day up to which the newest extracts are complete; the end of `period` unless given. */
  readonly cutOff?: Day;
  readonly areas: Areas;
  readonly populations: Populations;
  readonly returns: readonly ExtractReturn[];
  readonly completeness: readonly FieldCompleteness[];
  readonly deliveries?: readonly ExtractDelivery[];
  readonly breaks: readonly SeriesBreak[];
}

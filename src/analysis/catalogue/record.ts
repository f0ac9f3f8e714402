import type { ExtractName } from '../../extracts/schema.js';
import type { AreaCode } from '../../reference/brands.js';
import type { AgeBand } from '../../reference/populations.js';
import type { BreakdownId, CountingUnit, EditionCeiling, Polarity, Theme, Unit } from '../model.js';

/**
 * A condition on one event. Data only: nothing here is ever built from configuration or evaluated as text.
 * A blank never satisfies a condition, except `present: false` and `notIn`.
 */
export type Filter =
  /** At least one of the cell's codes is in the list. */
  | { readonly field: string; readonly in: readonly string[] }
  /** None of the cell's codes is in the list; holds for a blank. */
  | { readonly field: string; readonly notIn: readonly string[] }
  | { readonly field: string; readonly present: boolean }
  | { readonly field: string; readonly atLeast?: number; readonly atMost?: number }
  /** Two codes, both known, that are not the same. */
  | { readonly differ: readonly [string, string] }
  /** Minutes that really passed between two moments (clock changes honoured). */
  | { readonly minutes: readonly [string, string]; readonly atMost?: number; readonly moreThan?: number }
  /** Calendar days between two dates. */
  | { readonly days: readonly [string, string]; readonly atMost?: number; readonly moreThan?: number }
  /** England working days from the first date to the second. */
  | { readonly workingDays: readonly [string, string]; readonly atMost: number }
  /** At least so many working days lie between the date and the data cut-off. */
  | { readonly matured: string; readonly workingDays: number }
  /** At the end of the half-year, more than so many days have passed since the date. */
  | { readonly openSince: string; readonly moreThanDays: number }
  /** The person also has events in an extract, in a window that ends with the half-year. */
  | { readonly personIn: PersonIn }
  /** The person has an event after the date `after` and at most so many days later. */
  | { readonly followedBy: EventsOf; readonly after: string; readonly withinDays: number }
  /** The person has at least so many events within so many days on end, the last of them in the half-year. */
  | { readonly personRun: EventsOf; readonly atLeast: number; readonly withinDays: number }
  | { readonly all: readonly Filter[] }
  | { readonly any: readonly Filter[] }
  | { readonly not: Filter };

/** Events of an extract that satisfy conditions, dated by a field. */
export interface EventsOf {
  readonly extract: ExtractName;
  readonly where: readonly Filter[];
  readonly by: string;
}

export interface PersonIn extends EventsOf {
  /** Length of the window: 1 = the half-year itself, 2 = twelve months to its end, 3 = eighteen months; `ever` = all before its end. */
  readonly halfYears: number | 'ever';
  /** How many such events; default 1. */
  readonly atLeast?: number;
}

/** What is counted: events or things, where and when. The one description behind every numerator and denominator. */
export interface Tally {
  readonly extract: ExtractName;
  /** `rows`, distinct people or other things (a field), or the sum of a number. */
  readonly count: 'rows' | { readonly distinct: string } | { readonly sum: string };
  readonly where: readonly Filter[];
  /** Which half-year an event belongs to: that of a date, or every half-year at whose end it is open. */
  readonly period: { readonly by: string } | { readonly openFrom: string; readonly openUntil: string };
  /** Where it is counted: a district field (and all localities around the district), a board field, or the whole area only. */
  readonly area: { readonly district: string } | { readonly board: string } | 'pan';
}

/** The time between two dates of one event. */
export type Elapsed =
  | { readonly days: readonly [string, string] }
  | { readonly hours: readonly [string, string] };

export type Measure =
  | { readonly kind: 'count'; readonly of: Tally }
  /** Those that satisfy `part` among those of which it is known (`known`), in percent. */
  | {
      readonly kind: 'share';
      readonly of: Tally;
      readonly known?: readonly Filter[];
      readonly part: readonly Filter[];
    }
  /** Each category of a breakdown as a percentage of all whose category is known. */
  | { readonly kind: 'profile'; readonly of: Tally; readonly by: BreakdownId }
  /** Per so many children resident, for the half-year as it is (not doubled). */
  | { readonly kind: 'rate'; readonly of: Tally; readonly ages: AgeBand; readonly per: 10000 | 1000 }
  | { readonly kind: 'ratio'; readonly numerator: Tally; readonly denominator: Tally }
  | { readonly kind: 'median'; readonly of: Tally; readonly value: Elapsed | { readonly field: string } }
  /** Worked out from the quality records or across extracts, in a file of its own under `src/analysis`. */
  | {
      readonly kind: 'computed';
      readonly by:
        | 'completeness'
        | 'timeliness'
        | 'lateness'
        | 'linkage'
        | 'numbered'
        | 'duplicates'
        | 'breaks'
        | 'overlap'
        | 'patterns'
        | 'widely-known'
        | 'concentration'
        | 'homes'
        | 'recorded'
        | 'silent-sources'
        | 'silent-agencies'
        | 'silent-wards'
        | 'training'
        | 'need-match';
      /** The extracts that it rests on; empty when it looks at all of them. */
      readonly from: readonly ExtractName[];
    }
  /** Asked for by the field, carried by no extract: not available, for the reason given. */
  | { readonly kind: 'unavailable'; readonly reason: string };

export interface Category {
  readonly code: string;
  readonly label: string;
  /** Codes of the field that belong to it; default its own code. */
  readonly codes?: readonly string[];
  /** The one district in which it lies, for breakdowns by place. */
  readonly district?: AreaCode;
}

export interface Breakdown {
  readonly id: BreakdownId;
  /** The column; the breakdown's own column (sex, age, ethnicity, agency) by default. */
  readonly field?: string;
  /** In the order in which they are shown. Codes not listed count as unknown. Absent: every code found, in order. */
  readonly categories?: readonly Category[];
  /** An event may belong to several categories (multi-value codes) and then counts in each. */
  readonly several?: boolean;
  /** Leave out categories that no event of the whole history has: long code lists hold many. */
  readonly onlyFound?: boolean;
  /** Also for the 14 districts; otherwise for pan-Lancashire and the three boards. */
  readonly districts?: boolean;
  /** Categories are places within a district: given for their own district and nowhere else. */
  readonly withinDistricts?: boolean;
}

/** How a change since the same half-year of the year before is tested. */
export type Pairing = 'paired-people' | 'mid-p' | 'period-swap' | 'newcombe' | 'none';

/**
 * An indicator of the catalogue: all that is needed to compute it, compare it, explain it and decide who may see it.
 */
export interface Indicator {
  readonly id: string;
  readonly title: string;
  /** The question that it answers. */
  readonly question: string;
  /** One plain sentence: who or what is counted, of whom, where and when. */
  readonly definition: string;
  readonly unit: Unit;
  readonly countingUnit: CountingUnit;
  readonly theme: Theme;
  /** `core`: in practically every published profile; `statutory`: asked for by law or inspection. */
  readonly tag: 'core' | 'common' | 'statutory' | 'ours';
  readonly measure: Measure;
  readonly breakdowns: readonly Breakdown[];
  readonly polarity: Polarity;
  /**
   * A cohort that is followed up: half-years that must have passed before the figure can be given. Default 0. The figure
   * stands under the half-year of the cohort, not under the one in which it became known.
   */
  readonly followUp: number;
  /** Smallest denominator for which a percentage or median is given. */
  readonly minimumBase: number;
  readonly ceiling: EditionCeiling;
  readonly change: Pairing;
  /**
   * Of a share: whether "all of them" would tell something about each child or suspect of the whole, whom others may know to be one of it. What the services did
   * is not of that kind.
   */
  readonly tellsOfEach: boolean;
  /** Whether localities are compared with the rest of the partnership area (rates only). */
  readonly comparesLocalities: boolean;
  /**
   * Ids of indicators whose numerator is wholly a part of this one's at the same place and period, though their conditions do not say
   * so: whoever sees both knows the difference.
   */
  readonly includes: readonly string[];
  /** What a reader must know, one sentence each. */
  readonly notes: readonly string[];
}

import type { ExtractName } from '../extracts/schema.js';
import type { AreaCode, PeriodId } from '../reference/brands.js';
import type { SignalVerdict } from './gate/signals.js';
import type { GroupMap } from './network/model.js';
import type { PlannedAction } from './plan/model.js';
import type { RevisionRecord } from './revisionRecord.js';

export type Unit = 'count' | 'percent' | 'rate10k' | 'rate1k' | 'ratio' | 'days' | 'hours' | 'years';

/** What one counted thing is: printed in every table head (domain rule: units are never mixed). */
export type CountingUnit =
  | 'children'
  | 'episodes'
  | 'interviews'
  | 'contacts'
  | 'referrals'
  | 'assessments'
  | 'offences'
  | 'victims'
  | 'suspects'
  | 'pairs'
  | 'logs'
  | 'groups'
  | 'actions'
  | 'people'
  | 'rows'
  | 'events'
  | 'wards';

export type Theme =
  | 'scale'
  | 'victims'
  | 'pathway'
  | 'missing'
  | 'return-interviews'
  | 'offences'
  | 'suspects'
  | 'locations'
  | 'groups'
  | 'disruption'
  | 'education'
  | 'health'
  | 'intelligence'
  | 'prevention'
  | 'actions'
  | 'overlap'
  | 'quality';

/** A category set by which an indicator can be split. `total` is always there. */
export type BreakdownId =
  | 'total'
  | 'sex'
  | 'age-band'
  | 'single-age'
  | 'ethnicity'
  | 'source'
  | 'risk'
  | 'model'
  | 'agency'
  | 'outcome'
  | 'offence-class'
  | 'online'
  | 'missing-from'
  | 'relationship'
  | 'location-type'
  | 'home-board'
  | 'weekday-slot'
  | 'status'
  | 'reason'
  | 'effect'
  | 'type'
  | 'field'
  | 'agency-pair'
  | 'ward'
  | 'extract'
  | 'repeat';

/** Which way is better, if anyone may say so: `neutral` is shown without judgement. */
export type Polarity = 'up-is-better' | 'down-is-better' | 'neutral';

/** Widest edition in which the indicator may appear: tactical, board, public. */
export type EditionCeiling = 'T' | 'B' | 'P';

/**
 * One figure, before disclosure control. Never printable: only `src/disclosure` turns it into a published one.
 * `numerator` and `denominator` are counts unless `populationBase` (then the denominator is children resident).
 */
export interface Observation {
  readonly indicator: string;
  readonly area: AreaCode;
  readonly period: PeriodId;
  readonly breakdown: BreakdownId;
  /** Category code within the breakdown; `all` for the total. */
  readonly category: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly populationBase: boolean;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly method: 'count' | 'exact' | 'byar' | 'clustered' | 'wilson' | 'median' | 'mean' | 'ratio' | 'none';
  /** Distinct people behind the numerator (equals it when the counting unit is people); null when not about people. */
  readonly people: number | null;
  /** Of a count of events of people: how many are of the person with the most, and of the next. */
  readonly largest?: readonly [most: number, next: number];
  /** Rows left out of the denominator because the answer is unknown or not recorded. */
  readonly unknown: number | null;
  /**
   * Names of the underlying counts, so that disclosure control treats a count the same wherever it appears.
   * Two observations with the same `numeratorKey` at one area, period, breakdown and category show the same count.
   */
  readonly numeratorKey: string;
  readonly denominatorKey: string | null;
  /** Names of counts of which the numerator is the sum, where it is one: whoever knows all but one knows that one. */
  readonly numeratorParts?: readonly string[];
  /** Set when the figure cannot be given; shown as `[x]` (not available), `[z]` (not applicable) or `[w]`. */
  readonly missing: null | { readonly symbol: 'x' | 'z' | 'w'; readonly reason: string };
  /** Provisional (an expected extract is late) and series-break markers. */
  readonly provisional: boolean;
  readonly breakBefore: boolean;
}

export type Verdict =
  | 'higher'
  | 'lower'
  | 'no clear change'
  | 'too few to say'
  | 'not comparable'
  /** Of a series. */
  | 'rising'
  | 'falling'
  | 'no clear trend'
  /** Of the next half-year: a range and nothing else. */
  | 'expected range'
  /** Of a month against its own usual range. */
  | Exclude<SignalVerdict, 'too few to say'>;

/** The record behind one comparing sentence: a sentence can be made only from this. */
export interface StatementRecord {
  /** Stable id, for example `S01|PAN-LANCS|2018-H1|vs|2017-H1`. */
  readonly id: string;
  /** `comparator` and `expected` set a published figure against one that somebody else has published. */
  readonly kind: 'change' | 'locality' | 'trend' | 'outlook' | 'signal' | 'comparator' | 'expected';
  readonly indicator: string;
  readonly countingUnit: CountingUnit;
  readonly area: AreaCode;
  readonly period: PeriodId;
  /** The earlier period (change), the first of the series (trend, outlook, signal), or null (against the rest of the area). */
  readonly comparedWith: PeriodId | null;
  readonly n1: number | null;
  readonly n2: number | null;
  readonly exposure1: number | null;
  readonly exposure2: number | null;
  readonly method:
    | 'mid-p'
    | 'paired-people'
    | 'period-swap'
    | 'newcombe'
    | 'rest-of-area'
    | 'quasi-poisson'
    | 'negative-binomial'
    | 'exact-limits'
    | 'moving-range'
    | 'wilson'
    | 'none';
  /** Ratio (counts, rates), difference in percentage points (proportions), percent a half-year (trend), next number (outlook) or average a month (signal). */
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly p: number | null;
  readonly pAdjusted: number | null;
  /** The group of comparisons the adjustment was made over, or null. */
  readonly family: string | null;
  readonly verdict: Verdict;
  /** The 99.8% interval also excludes no change. */
  readonly clearly: boolean;
  readonly refusal: string | null;
  /** Trend and outlook only. */
  readonly series?: {
    /** The one half-year on which a rising or falling verdict hangs; null when it stands without any one. */
    readonly hingesOn: PeriodId | null;
    /** 80% range of the next half-year. */
    readonly lower80: number | null;
    readonly upper80: number | null;
    /** Of so many earlier half-years (`tried`) so many fell inside the 80% range made from those before them. */
    readonly inside: number | null;
    readonly tried: number | null;
  };
}

/** How episodes are spread over children in one area and period. */
export interface ConcentrationRecord {
  readonly indicator: string;
  readonly area: AreaCode;
  readonly period: PeriodId;
  readonly children: number;
  readonly episodes: number;
  readonly childrenMakingHalf: number | null;
  readonly topTenthChildren: number | null;
  readonly topTenthShare: number | null;
  readonly repeatChildren: number;
  readonly chanceRepeatShare: number | null;
  /** Children by number of episodes: 1, 2, 3-5, 6-10, 11+. */
  readonly bands: readonly { readonly band: string; readonly children: number; readonly episodes: number }[];
  readonly refusal: string | null;
}

/** Everything the analysis found; the only input of disclosure control. */
export interface AnalysisResult {
  readonly periods: readonly PeriodId[];
  /** The period that the profile is about: the last of `periods`. */
  readonly period: PeriodId;
  readonly observations: readonly Observation[];
  readonly statements: readonly StatementRecord[];
  readonly concentrations: readonly ConcentrationRecord[];
  /** The action plan at the end of the half-year; nothing in it is about a person. */
  readonly plan: readonly PlannedAction[];
  /** Organised crime groups at the end of the half-year; null for other periods and where none were sent. */
  readonly groups: GroupMap | null;
  /** How headline figures were revised; only where the run follows them. */
  readonly revisions?: readonly RevisionRecord[];
  /** Extracts that arrived, by agency and period, with what is missing (missing is not nil). */
  readonly returns: readonly ExtractReturn[];
  readonly people: {
    readonly agencyPersons: number;
    readonly children: number;
    readonly linkedAcrossAgencies: number;
  };
}

export interface ExtractReturn {
  readonly extract: ExtractName;
  readonly agency: string;
  readonly period: PeriodId;
  readonly status: 'received' | 'nil' | 'missing' | 'not expected';
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly warnings: number;
}

/** What is made of counts alone: it can be made again of other numbers. */
export type Made = Pick<AnalysisResult, 'observations' | 'statements'>;

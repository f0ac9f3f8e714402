import type {
  BreakdownId,
  ConcentrationRecord,
  Observation,
  StatementRecord,
  Verdict,
} from '../analysis/model.js';
import type { GroupConnection, MappedGroup } from '../analysis/network/model.js';
import type { PlannedAction } from '../analysis/plan/model.js';
import type { AreaCode, PeriodId } from '../reference/brands.js';

declare const published: unique symbol;

/**
 * A number that has been through disclosure control. Only `src/disclosure` can make one; formatting, charts, tables
 * and sentences accept nothing else, so an unprotected number cannot be printed.
 */
export type PublishedNumber = number & { readonly [published]: true };

/**
 * Shorthand in place of a number (Analysis Function): confidential, not available, not applicable, none recorded,
 * low reliability (too few for a percentage or rate).
 */
export type Symbol = 'c' | 'x' | 'z' | 'w' | 'u';

/** What may be shown for one quantity: a published number or the symbol that stands for it. */
export type Figure =
  | {
      readonly number: PublishedNumber;
      /** Kept as it was first published: late records may have changed it, by fewer than the threshold. */
      readonly asFirst?: true;
    }
  | { readonly symbol: Symbol };

/** An observation as one edition may show it. */
export interface PublishedObservation {
  readonly indicator: string;
  readonly area: AreaCode;
  readonly period: PeriodId;
  readonly breakdown: BreakdownId;
  readonly category: string;
  readonly numerator: Figure;
  readonly denominator: Figure;
  readonly populationBase: boolean;
  readonly value: Figure;
  readonly lower: Figure;
  readonly upper: Figure;
  readonly unknown: Figure;
  readonly method: Observation['method'];
  readonly missingReason: string | null;
  readonly provisional: boolean;
  readonly breakBefore: boolean;
}

/** A statement record that this edition may speak: its counts are published, or it says only that it cannot be shown. */
export interface PublishedStatement {
  readonly id: string;
  readonly kind: StatementRecord['kind'];
  readonly indicator: string;
  readonly countingUnit: StatementRecord['countingUnit'];
  readonly area: AreaCode;
  readonly period: PeriodId;
  readonly comparedWith: PeriodId | null;
  readonly n1: Figure;
  readonly n2: Figure;
  readonly exposure1: Figure;
  readonly exposure2: Figure;
  readonly method: StatementRecord['method'];
  readonly estimate: Figure;
  readonly lower: Figure;
  readonly upper: Figure;
  readonly pAdjusted: Figure;
  readonly family: string | null;
  readonly verdict: Verdict | 'confidential';
  readonly clearly: boolean;
  readonly refusal: string | null;
  /** Trend and outlook only. */
  readonly series?: {
    readonly hingesOn: PeriodId | null;
    readonly lower80: Figure;
    readonly upper80: Figure;
    readonly inside: Figure;
    readonly tried: Figure;
  };
}

export interface PublishedConcentration {
  readonly indicator: string;
  readonly area: AreaCode;
  readonly period: PeriodId;
  readonly children: Figure;
  readonly episodes: Figure;
  readonly childrenMakingHalf: Figure;
  readonly topTenthChildren: Figure;
  readonly topTenthShare: Figure;
  readonly repeatChildren: Figure;
  readonly chanceRepeatShare: Figure;
  readonly bands: readonly { readonly band: string; readonly children: Figure; readonly episodes: Figure }[];
  readonly refusal: ConcentrationRecord['refusal'];
}

/** A mapped group as the tactical edition may show it. */
export interface PublishedGroup extends Omit<MappedGroup, 'suspects' | 'children' | 'actions' | 'districts'> {
  readonly suspects: Figure;
  readonly children: Figure;
  readonly actions: Figure;
  /** Districts that it reaches; the first is its own. */
  readonly districts: readonly AreaCode[];
}

/** A headline figure of the whole area at its first release, the last one and now; hidden where the difference is small. */
export interface PublishedRevision {
  readonly indicator: string;
  readonly period: PeriodId;
  readonly first: Figure;
  readonly last: Figure;
  readonly now: Figure;
  /** Changed since the last release; null where the figure is hidden. */
  readonly revised: boolean | null;
}

export interface PublishedGroupMap {
  readonly groups: readonly PublishedGroup[];
  readonly connections: readonly GroupConnection[];
}

/** Everything one edition may show. Look-ups return undefined when the analysis has no such figure at all. */
export interface PublishedResult {
  readonly edition: string;
  readonly threshold: number;
  readonly period: PeriodId;
  readonly periods: readonly PeriodId[];
  readonly statements: readonly PublishedStatement[];
  readonly concentrations: readonly PublishedConcentration[];
  /** The action plan: the partnership's own work, shown as it is. */
  readonly plan: readonly PlannedAction[];
  /** The map of organised crime groups; null outside the tactical edition and where no groups were sent. */
  readonly groups: PublishedGroupMap | null;
  /** How headline figures of the last half-years were revised; empty for other periods than half-years. */
  readonly revisions: readonly PublishedRevision[];
  readonly summary: SuppressionSummary;
  /** Everything at once, in the order of the analysis; most is never looked up, and made only here. */
  all(): readonly PublishedObservation[];
  /** Whether the edition has any figure of an indicator. */
  carries(indicator: string): boolean;
  find(
    indicator: string,
    area: string,
    period: string,
    breakdown?: BreakdownId,
    category?: string,
  ): PublishedObservation | undefined;
  /** All categories of one breakdown at one area and period, in catalogue order. */
  categories(
    indicator: string,
    area: string,
    period: string,
    breakdown: BreakdownId,
  ): readonly PublishedObservation[];
  /** One observation per period, in order, skipping periods without one. */
  series(
    indicator: string,
    area: string,
    breakdown?: BreakdownId,
    category?: string,
  ): readonly PublishedObservation[];
  statement(
    kind: StatementRecord['kind'],
    indicator: string,
    area: string,
    period?: string,
  ): PublishedStatement | undefined;
  concentration(indicator: string, area: string, period?: string): PublishedConcentration | undefined;
}

export interface SuppressionSummary {
  /** Counts laid out in the edition. */
  readonly counts: number;
  /** All hidden counts; primary and secondary are not told apart in anything published. */
  readonly suppressed: number;
}

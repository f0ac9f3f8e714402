import type { AreaCode } from '../reference/brands.js';

/** The configuration after validation; see `src/workspace/configuration.ts` for its checks and defaults. */
export interface AgencyConfig {
  readonly id: string;
  readonly name: string;
  /** POL, CSC, EDU, HEA, YOT, VCS ... (code list C24). */
  readonly type: string;
  /** Extracts that the agency is expected to send each half-year. */
  readonly extracts: readonly string[];
}

/** Who an edition is for, from the fewest readers to everyone: decides which indicators and products it may carry. */
export const AUDIENCES = ['tactical', 'board', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** How much of the profile an edition holds: all that its readers may have, or what can be read in ten minutes. */
export const LENGTHS = ['short', 'full'] as const;
export type Length = (typeof LENGTHS)[number];

/** What the strategy asks for, beside the six-monthly profile itself. */
export const PRODUCT_IDS = ['profile', 'trends', 'brief', 'review', 'ocg', 'actions'] as const;
export type ProductId = (typeof PRODUCT_IDS)[number];

export interface EditionConfig {
  readonly id: string;
  readonly title: string;
  readonly audience: Audience;
  readonly length: Length;
  /** Printed on every page, picture and table. */
  readonly marking: string;
  readonly handling: string;
  readonly distribution: readonly string[];
  /** The edition of whose readers these are some: both are protected as one, and everything here counts as printed there. Null for one of its own. */
  readonly partOf: string | null;
  /** The part of the area that its documents are about; null for the whole. */
  readonly about: AreaCode | null;
  /** Counts from 1 to threshold - 1 are suppressed. */
  readonly threshold: number;
  /** A count of events is hidden where whoever has the second most of them knows the most to within so many in a hundred; 0 for never. */
  readonly pPercent: number;
  /** Whether "all of them" is hidden where it would tell something about each of a group. */
  readonly allOfThem: 'hidden' | 'shown';
  /** Whether counts of none are printed, or hidden as small ones are. */
  readonly zeros: 'shown' | 'protected';
  /** Counts are printed to the nearest of this many; everything else is made from what is printed. 1 for counts as they are. */
  readonly roundTo: 1 | 5 | 10;
  /** Largest share of the counts laid out that may be hidden; above it nothing is built. */
  readonly mostHidden: number;
}

/** Readers to be protected against beside those of each edition: who they are, what they can put together, what they know besides. */
export interface AudienceConfig {
  readonly id: string;
  /** Ids of editions; every edition with a wider readership goes along. */
  readonly sees: readonly string[];
  /** Areas whose figures they hold themselves; the areas within go along. */
  readonly knows: readonly AreaCode[];
  /** Counts from 1 to threshold - 1 are to be kept from them. */
  readonly threshold: number;
  /** Why what they could work out is put up with; null when nothing is. */
  readonly accept: string | null;
}

export interface BreakConfig {
  /** ISO date from which the new practice applies. */
  readonly from: string;
  readonly title: string;
  readonly note: string;
  /** Indicator ids (or id prefixes ending in `*`) whose series are broken there. */
  readonly indicators: readonly string[];
  /** Area codes it applies to; empty = all. */
  readonly areas: readonly string[];
}

export interface WorkspaceConfig {
  readonly version: 1;
  readonly partnership: string;
  readonly title: string;
  /** True for invented data: said on every page, and the demonstration key is then allowed. */
  readonly synthetic: boolean;
  readonly syntheticSeed: number | null;
  readonly startMonth: number;
  readonly agencies: readonly AgencyConfig[];
  readonly editions: readonly EditionConfig[];
  readonly audiences: readonly AudienceConfig[];
  /** Decides which of several counts that are alike is hidden for another's sake; to be kept from readers. */
  readonly tieSeed: string;
  /** What a build makes unless told otherwise. */
  readonly products: readonly ProductId[];
  readonly toleratedRejectShare: number;
  readonly breaks: readonly BreakConfig[];
  readonly published: {
    readonly next: string | null;
    readonly contact: string | null;
    readonly retention: string | null;
    readonly termsOfReference: string | null;
    /** Where a worried reader of a public edition can turn, a sentence each; empty for the helplines of the whole country. */
    readonly help: readonly string[];
  };
}

/** A workspace on disk. Paths are absolute. */
export interface Workspace {
  readonly root: string;
  readonly configFile: string;
  readonly config: WorkspaceConfig;
  readonly extractsDir: string;
  readonly storeDir: string;
  readonly reportsDir: string;
  /** Half-years that have a folder under `extracts/`, in order. */
  readonly periods: readonly string[];
}

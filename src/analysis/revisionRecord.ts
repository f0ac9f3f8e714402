import type { PeriodId } from '../reference/brands.js';

/** One figure of the whole area as it stood at three releases. */
export interface RevisionRecord {
  readonly indicator: string;
  readonly period: PeriodId;
  /** As the half-year's own files gave it, as the files up to the last release gave it, and now. */
  readonly first: number;
  readonly last: number;
  readonly now: number;
}

import type { PeriodId } from '../reference/brands.js';

/** A count with the distinct people behind it; null when it is not about people. */
export interface Counted {
  readonly count: number;
  readonly people: number | null;
}

/** One figure of the whole area as it stood at three releases. */
export interface RevisionRecord {
  readonly indicator: string;
  readonly period: PeriodId;
  /** As the half-year's own files gave it, as the files up to the last release gave it, and now. */
  readonly first: Counted;
  readonly last: Counted;
  readonly now: Counted;
}

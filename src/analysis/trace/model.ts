/** One rule and how many rows it kept out of those that came to it. */
export interface TraceStep {
  readonly rule: string;
  readonly keptOut: number;
}

/** How one count came about: rows in, rows kept out by each rule in turn, what is left, and what was counted from it. */
export interface TraceCount {
  readonly counts: string;
  readonly extract: string;
  /** Rows accepted from all files up to the period; all of them are in `steps` or `left`. */
  readonly rows: number;
  readonly steps: readonly TraceStep[];
  readonly left: number;
  /** The count itself: rows, distinct people or things, a sum or a middle value. */
  readonly counted: number;
  /** What stands between the rows left and the count, in words; null when they are the same. */
  readonly because: string | null;
}

/** Where a figure of one place and period comes from. Counts are not protected: for the analyst's own screen. */
export interface Trace {
  readonly indicator: string;
  readonly title: string;
  readonly area: string;
  readonly period: string;
  readonly numerator: TraceCount | null;
  readonly denominator: TraceCount | null;
  /** Residents behind a rate, with the year of the estimate. */
  readonly population: { readonly number: number; readonly year: number } | null;
  /** What the report holds. */
  readonly reported: {
    readonly numerator: number | null;
    readonly denominator: number | null;
    readonly value: number | null;
    /** Why there is no figure. */
    readonly missing: string | null;
  };
  /** What else there is to say: why an indicator cannot be followed row by row. */
  readonly note: string | null;
}

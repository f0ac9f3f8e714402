/** A finding as the quality page prints it; `Finding` of the ingest has all of these. It cannot carry a cell's value. */
export interface QualityFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly extract: string | null;
  readonly file: string;
  readonly line: number | null;
  readonly record: number | null;
  readonly column: string | null;
  readonly letter: string | null;
  readonly rows: number;
  readonly message: string;
  readonly remedy: string;
  readonly notChecked: readonly string[];
}

/** Where the rows of one file went; `Reconciliation` of the ingest has all of these. */
export interface QualityReconciliation {
  readonly file: string;
  readonly extract: string;
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly duplicates: number;
  readonly superseded: number;
  readonly setAside: number;
  readonly nilReturn: boolean;
}

/** What one agency gets back about the files it sent for one half-year. */
export interface QualityReport {
  readonly agencyName: string;
  readonly partnership: string;
  readonly periodText: string;
  readonly marking: string;
  readonly handling: string;
  readonly synthetic: boolean;
  readonly reconciliations: readonly QualityReconciliation[];
  readonly findings: readonly QualityFinding[];
  /** Extracts expected from the agency that did not arrive. */
  readonly missing: readonly string[];
}

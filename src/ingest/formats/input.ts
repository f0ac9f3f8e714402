import type { Severity } from '../../extracts/schema.js';
import type { FindingPlaces } from '../collector.js';
import type { Finding, Reconciliation } from '../findings.js';

/** What a findings report is made of. */
export interface FindingsReport {
  readonly findings: readonly Finding[];
  readonly reconciliations: readonly Reconciliation[];
  /** Rows of the findings, for the formats that list them one by one. */
  readonly places: readonly FindingPlaces[];
}

export interface FormatOptions {
  /** How many findings are printed at most; all of them are counted. */
  readonly maxFindings: number;
  readonly version: string;
}

/** Number of findings of each severity. */
export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, information: 0 };
  for (const finding of findings) counts[finding.severity]++;
  return counts;
}

/** "1 row", "2 rows", "1,200 rows". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** A whole number with commas between thousands. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** The sentence that says how much is shown. Null when everything is. */
export function cappedSentence(shown: number, total: number): string | null {
  return shown >= total
    ? null
    : `Showing ${grouped(shown)} of ${plural(total, 'finding')}; every file was checked to its end.`;
}

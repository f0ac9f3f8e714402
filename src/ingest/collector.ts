import type { ExtractName, Severity } from '../extracts/schema.js';
import type { AgencyId, PeriodId } from '../reference/brands.js';
import type { ColumnPlace } from './columnPlace.js';
import type { Finding } from './findings.js';

/** Which rows a finding is about, up to a cap that is said: `total` counts all of them. */
export interface FindingPlaces {
  readonly finding: Finding;
  readonly rows: readonly { readonly line: number; readonly record: number }[];
  readonly total: number;
}

export interface FileIdentity {
  readonly file: string;
  readonly extract: ExtractName | null;
  readonly agency: AgencyId | null;
  readonly period: PeriodId | null;
}

/** What a finding says, without its place. */
export interface Notice {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: string;
}

/** Rows a finding is about, in file order. */
export interface RowSet {
  readonly total: number;
  /** The first rows, as many as are listed. */
  readonly first: readonly number[];
}

/** How many rows of one finding are listed one by one. */
export const PLACES_CAP = 1000;

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2 };

/** Gathers the findings of one file: one a root cause, with count and first place. */
export class FindingCollector {
  readonly #identity: FileIdentity;
  readonly #found: FindingPlaces[] = [];
  #place: (row: number) => { line: number; record: number } = (row) => ({ line: row + 2, record: row + 1 });

  constructor(identity: FileIdentity) {
    this.#identity = identity;
  }

  /** Tells where rows stand, once the file has been read. */
  locate(place: (row: number) => { line: number; record: number }): void {
    this.#place = place;
  }

  /** A finding about the whole file, a line of it, or a column. */
  file(
    notice: Notice,
    at: {
      line?: number | null;
      column?: ColumnPlace | null;
      notChecked?: readonly string[];
      rows?: number;
    } = {},
  ): void {
    this.#push(notice, at.line ?? null, null, at.column ?? null, at.rows ?? 0, at.notChecked ?? [], []);
  }

  /** A finding about rows. Nothing is recorded when there are none. */
  rows(notice: Notice, rows: RowSet, column: ColumnPlace | null = null): void {
    if (rows.total === 0) return;
    const places = rows.first.map(this.#place);
    this.#push(notice, places[0]?.line ?? null, places[0]?.record ?? null, column, rows.total, [], places);
  }

  /** All findings: errors first, then by line. */
  all(): FindingPlaces[] {
    return [...this.#found].sort(
      (a, b) =>
        ORDER[a.finding.severity] - ORDER[b.finding.severity] ||
        (a.finding.line ?? 0) - (b.finding.line ?? 0) ||
        (a.finding.rule < b.finding.rule ? -1 : a.finding.rule > b.finding.rule ? 1 : 0),
    );
  }

  #push(
    notice: Notice,
    line: number | null,
    record: number | null,
    column: ColumnPlace | null,
    rows: number,
    notChecked: readonly string[],
    places: FindingPlaces['rows'],
  ): void {
    const finding: Finding = {
      rule: notice.rule,
      severity: notice.severity,
      ...this.#identity,
      line,
      record,
      column: column?.name ?? null,
      letter: column === null || column.letter === '' ? null : column.letter,
      rows,
      message: notice.message,
      remedy: notice.remedy,
      notChecked,
    };
    this.#found.push({ finding, rows: places, total: rows });
  }
}

/** Rows 0 to `rows` - 1 that pass the test, counted in full and listed up to the cap. */
export function rowsWhere(rows: number, test: (row: number) => boolean): RowSet {
  const first: number[] = [];
  let total = 0;
  for (let row = 0; row < rows; row++) {
    if (!test(row)) continue;
    total++;
    if (first.length < PLACES_CAP) first.push(row);
  }
  return { total, first };
}

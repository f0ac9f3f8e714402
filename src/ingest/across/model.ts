import type { ExtractName } from '../../extracts/schema.js';
import { type EventTable, type LinkTable, NULL_INT } from '../../extracts/table.js';
import type { AgencyId, PeriodId } from '../../reference/brands.js';
import { FindingCollector } from '../collector.js';
import type { Finding } from '../findings.js';
import { notice } from '../notice.js';

/** How well a field is filled among the accepted rows of a file. */
export interface FieldCompleteness {
  readonly field: string;
  readonly filled: number;
  readonly rows: number;
}

/** What the cross-file rules need of a file: all of it is in the store after ingest. */
export interface CheckedFile {
  readonly extract: ExtractName;
  readonly agency: AgencyId;
  readonly period: PeriodId;
  readonly displayPath: string;
  readonly table: EventTable | null;
  readonly links: LinkTable | null;
  readonly completeness: readonly FieldCompleteness[];
}

/** Everything the rules may look at. */
export interface CrossCheckInput {
  /** Files of the half-year that is checked. */
  readonly files: readonly CheckedFile[];
  /** Files of earlier half-years. */
  readonly history: readonly CheckedFile[];
  /** Child pseudonym of each agency-person pseudonym; null before persons are resolved. */
  readonly childOf: ReadonlyMap<string, string> | null;
}

/** A cross-file rule looks at all files and says what it found. */
export type CrossCheck = (input: CrossCheckInput) => Finding[];

/** One finding about a file, or nothing when no row is concerned. */
export function findingAbout(file: CheckedFile, rule: string, message: string, rows: number): Finding[] {
  if (rows === 0) return [];
  const collector = new FindingCollector({
    file: file.displayPath,
    extract: file.extract,
    agency: file.agency,
    period: file.period,
  });
  collector.file(notice(rule, message), { rows });
  return collector.all().map((one) => one.finding);
}

/** Reads a code column: text or null. A column that is not there reads as null everywhere. */
export function codes(table: EventTable, name: string): (row: number) => string | null {
  const column = table.columns.get(name);
  if (column?.kind !== 'code') return () => null;
  return (row) => column.dictionary[column.index[row] ?? -1] ?? null;
}

/** Reads the day of a day or minute column, or null. */
export function days(table: EventTable, name: string): (row: number) => number | null {
  const column = table.columns.get(name);
  if (column?.kind !== 'day' && column?.kind !== 'minute') return () => null;
  const minutesADay = column.kind === 'minute' ? 1440 : 1;
  return (row) => {
    const value = column.values[row] ?? NULL_INT;
    return value === NULL_INT ? null : Math.floor(value / minutesADay);
  };
}

/** Reads an integer column, or null. */
export function integers(table: EventTable, name: string): (row: number) => number | null {
  const column = table.columns.get(name);
  if (column?.kind !== 'integer') return () => null;
  return (row) => {
    const value = column.values[row] ?? NULL_INT;
    return value === NULL_INT ? null : value;
  };
}

/** All tables of an extract among the files. */
export function tablesOf(files: readonly CheckedFile[], extract: ExtractName): readonly EventTable[] {
  return files.flatMap((file) => (file.extract === extract && file.table !== null ? [file.table] : []));
}

/** The children (or, before persons are resolved, agency persons) that occur in an extract, as far as `keep` says. */
export function childrenIn(
  tables: readonly EventTable[],
  childOf: ReadonlyMap<string, string>,
  column = 'person',
  keep: (table: EventTable) => (row: number) => boolean = () => () => true,
): Set<string> {
  const children = new Set<string>();
  for (const table of tables) {
    const person = codes(table, column);
    const wanted = keep(table);
    for (let row = 0; row < table.rows; row++) {
      const one = person(row);
      if (one !== null && wanted(row)) children.add(childOf.get(one) ?? one);
    }
  }
  return children;
}

import type { AnalysisInput } from '../../src/analysis/input.js';
import type { ExtractReturn } from '../../src/analysis/model.js';
import { loadSchema } from '../../src/extracts/load.js';
import type { ExtractName, FieldType } from '../../src/extracts/schema.js';
import { type Column, type EventTable, NULL_INT } from '../../src/extracts/table.js';
import { loadAreas } from '../../src/reference/areas.js';
import type { AgencyId, PeriodId } from '../../src/reference/brands.js';
import { halfYear, parsePeriod, periodOfDay, periodsBetween } from '../../src/reference/calendar.js';
import { dayFromIso, minuteOfDay } from '../../src/reference/days.js';
import { loadPopulations } from '../../src/reference/populations.js';

/** A row as a test writes it: cells by column, blank when left out. Districts may be written by name. */
export type Row = Readonly<Record<string, string | number>>;

const DERIVED: Readonly<Record<string, FieldType>> = { person: 'code', age: 'integer', sex: 'code' };
const areas = loadAreas();

function kindOf(extract: ExtractName, field: string): Column['kind'] {
  const type = DERIVED[field] ?? loadSchema(extract).fields.find(({ name }) => name === field)?.type;
  if (type === undefined) throw new Error(`${extract} has no column ${field}.`);
  if (type === 'date') return 'day';
  if (type === 'datetime') return 'minute';
  return type === 'integer' || type === 'number' ? type : 'code';
}

function minute(text: string): number {
  const [date = '', time = '00:00'] = text.split(' ');
  const [hour, min] = time.split(':').map(Number);
  return minuteOfDay(dayFromIso(date), hour, min);
}

function columnOf(kind: Column['kind'], cells: readonly (string | number | undefined)[]): Column {
  if (kind === 'code') {
    const texts = cells.map((cell) => (cell === undefined || cell === '' ? null : String(cell)));
    const dictionary = [...new Set(texts.flatMap((text) => (text === null ? [] : [text])))];
    return {
      kind,
      dictionary,
      index: Int32Array.from(texts, (text) => (text === null ? -1 : dictionary.indexOf(text))),
    };
  }
  if (kind === 'number') {
    return {
      kind,
      values: Float64Array.from(cells, (cell) => (cell === undefined ? Number.NaN : Number(cell))),
    };
  }
  const read = (cell: string | number | undefined): number => {
    if (cell === undefined || cell === '') return NULL_INT;
    if (kind === 'day') return dayFromIso(String(cell));
    return kind === 'minute' ? minute(String(cell)) : Number(cell);
  };
  return { kind, values: Int32Array.from(cells, read) };
}

/** An event table from rows; districts written by name become codes. */
export function eventTable(
  extract: ExtractName,
  agency: string,
  period: string,
  rows: readonly Row[],
): EventTable {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = new Map<string, Column>();
  for (const name of names) {
    const cells = rows.map((row) => {
      const cell = row[name];
      return typeof cell === 'string' && name.includes('district')
        ? (areas.findDistrict(cell) ?? cell)
        : cell;
    });
    columns.set(name, columnOf(kindOf(extract, name), cells));
  }
  return { extract, agency: agency as AgencyId, period: parsePeriod(period), rows: rows.length, columns };
}

/** Rows of a pipe-separated table whose first line names the columns. */
export function rowsFrom(text: string): Row[] {
  const [head = '', ...lines] = text.trim().split('\n');
  const split = (line: string): string[] => line.split('|').map((cell) => cell.trim());
  const names = split(head);
  return lines.map((line) =>
    Object.fromEntries(
      split(line).flatMap((cell, i) => (cell === '' ? [] : [[names[i] ?? '', cell.replaceAll(';', '|')]])),
    ),
  );
}

/** One table for each half-year in which the rows' dates fall. */
export function tablesBy(
  extract: ExtractName,
  agency: string,
  field: string,
  rows: readonly Row[],
): EventTable[] {
  const byPeriod = new Map<PeriodId, Row[]>();
  for (const row of rows) {
    const period = periodOfDay(dayFromIso(String(row[field]).slice(0, 10)));
    byPeriod.set(period, [...(byPeriod.get(period) ?? []), row]);
  }
  return [...byPeriod].map(([period, own]) => eventTable(extract, agency, period, own));
}

/** Returns that say that everything came that is in the tables, and that `others` came as well. */
export function received(
  tables: readonly EventTable[],
  periods: readonly PeriodId[],
  also: readonly ExtractName[] = [],
): ExtractReturn[] {
  const extracts = new Set<ExtractName>([...tables.map(({ extract }) => extract), ...also]);
  return [...extracts].flatMap((extract) =>
    periods.map((period) => ({
      extract,
      agency: tables.find((table) => table.extract === extract)?.agency ?? 'somebody',
      period,
      status: 'received' as const,
      rows: 0,
      accepted: 0,
      rejected: 0,
      warnings: 0,
    })),
  );
}

/** An input over a run of half-years, with everything received unless told otherwise. */
export function inputOf(
  tables: readonly EventTable[],
  [first, last]: readonly [string, string],
  more: Partial<AnalysisInput> = {},
): AnalysisInput {
  const periods = periodsBetween(parsePeriod(first), parsePeriod(last));
  return {
    tables,
    childOf: new Map(),
    periods,
    period: parsePeriod(last),
    startMonth: 4,
    cutOff: halfYear(parsePeriod(last)).end,
    areas,
    populations: loadPopulations(),
    returns: received(tables, periods, [
      'missing-episodes',
      'return-interviews',
      'referrals',
      'offences',
      'suspects',
    ]),
    completeness: [],
    breaks: [],
    ...more,
  };
}

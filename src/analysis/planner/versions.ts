import type { ExtractName } from '../../extracts/schema.js';
import type { Column, EventTable } from '../../extracts/table.js';
import { type CodeColumn, Concatenated, type Frame } from './frame.js';

/** The records of an extract as they stand now, and as each was first sent. */
export interface Versions {
  readonly newest: Frame;
  readonly oldest: Frame;
}

/**
 * Frames from the snapshots of an extract. The same record in several half-years' files (a case brought up to date) is one
 * event: its newest version, or the oldest. Tables are taken in a fixed order, so that the order of `tables` never shows.
 * @param key columns that name a record; empty when records have no name
 */
export function versionsOf(
  extract: ExtractName,
  tables: readonly EventTable[],
  key: readonly string[],
): Versions {
  const own = tables
    .filter((table) => table.extract === extract)
    .sort((a, b) => compare(a.period, b.period) || compare(a.agency, b.agency));
  const all = own.map((table) => Int32Array.from({ length: table.rows }, (_, row) => row));
  const whole = new Concatenated(extract, own, all);
  const ids = key.length === 0 ? null : recordIds(whole, key);
  const frames = new Map<keyof Versions, Frame>();
  const frame = (version: keyof Versions): Frame => {
    const known = frames.get(version);
    if (known !== undefined) return known;
    const kept = ids === null ? all : inForce(ids, own, version);
    const made = new Concatenated(extract, own, kept);
    addProvenance(made, own, kept);
    frames.set(version, made);
    return made;
  };
  return {
    get newest() {
      return frame('newest');
    },
    get oldest() {
      return frame('oldest');
    },
  };
}

/** The records of an extract as they stand now; see {@link versionsOf}. */
export function frameOf(extract: ExtractName, tables: readonly EventTable[], key: readonly string[]): Frame {
  return versionsOf(extract, tables, key).newest;
}

/** Adds `sent_by` (code) and `sent_period` (code) of the file in which each row stands. */
function addProvenance(frame: Frame, tables: readonly EventTable[], kept: readonly Int32Array[]): void {
  const column = (of: (table: EventTable) => string): Column => {
    const dictionary = [...new Set(tables.map(of))].sort(compare);
    const index = new Int32Array(frame.rows);
    let offset = 0;
    tables.forEach((table, t) => {
      const rows = kept[t]?.length ?? 0;
      index.fill(dictionary.indexOf(of(table)), offset, offset + rows);
      offset += rows;
    });
    return { kind: 'code', dictionary, index };
  };
  frame.add(
    'sent_by',
    column((table) => table.agency),
  );
  frame.add(
    'sent_period',
    column((table) => table.period),
  );
}

/** For each table, the rows whose record does not come again in a later (or did not come in an earlier) file. */
function inForce(
  { index, records }: RecordIds,
  tables: readonly EventTable[],
  version: keyof Versions,
): Int32Array[] {
  const chosen = new Int32Array(records).fill(-1);
  for (let row = 0; row < index.length; row++) {
    const id = index[row] ?? -1;
    if (id >= 0 && (version === 'newest' || chosen[id] === -1)) chosen[id] = row;
  }
  let from = 0;
  return tables.map((table) => {
    const rows = new Int32Array(table.rows);
    let length = 0;
    for (let row = 0; row < table.rows; row++) {
      const id = index[from + row] ?? -1;
      if (id >= 0 && chosen[id] !== from + row) continue;
      rows[length] = row;
      length += 1;
    }
    from += table.rows;
    return rows.subarray(0, length);
  });
}

/** A number from 0 for each record, the same for rows with the same key; -1 where part of the key is blank. */
interface RecordIds {
  readonly index: Int32Array;
  readonly records: number;
}

function recordIds(whole: Frame, key: readonly string[]): RecordIds {
  const [first, ...others] = key.map((field) => whole.code(field));
  if (first === undefined) return { index: new Int32Array(whole.rows).fill(-1), records: 0 };
  return others.reduce(joined, { index: first.index, records: first.dictionary.length });
}

function joined(ids: RecordIds, { dictionary, index }: CodeColumn): RecordIds {
  const found = new Map<number, number>();
  const joint = ids.index.map((id, row) => {
    const entry = index[row] ?? -1;
    if (id < 0 || entry < 0) return -1;
    const pair = id * dictionary.length + entry;
    const known = found.get(pair) ?? found.size;
    found.set(pair, known);
    return known;
  });
  return { index: joint, records: found.size };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

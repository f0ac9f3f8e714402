import type { ExtractName } from '../../extracts/schema.js';
import { type Column, type EventTable, NULL_INT } from '../../extracts/table.js';
import { dayOfMinute } from '../../reference/days.js';

const MINUTES_A_DAY = 1440;

/** A column of codes over all rows of a frame; -1 is "no value". */
export interface CodeColumn {
  readonly dictionary: readonly string[];
  readonly index: Int32Array;
}

/**
 * All events of one extract, of every agency and half-year, as typed columns under one row number.
 * A column that no table has is read as blank in every row.
 */
export interface Frame {
  readonly extract: ExtractName;
  readonly rows: number;
  code(field: string): CodeColumn;
  /** Days; {@link NULL_INT} is "no value". A moment is read as its day. */
  day(field: string): Int32Array;
  /** Minutes on the wall clock; a date is read as its midnight. */
  minute(field: string): Int32Array;
  /** Numbers; NaN is "no value". */
  number(field: string): Float64Array;
  /** Adds a derived column. */
  add(field: string, column: Column): void;
}

class Concatenated implements Frame {
  readonly rows: number;
  private readonly codes = new Map<string, CodeColumn>();
  private readonly days = new Map<string, Int32Array>();
  private readonly minutes = new Map<string, Int32Array>();
  private readonly numbers = new Map<string, Float64Array>();
  private readonly derived = new Map<string, Column>();

  /**
   * @param kept rows of each table that are in force, in order
   */
  constructor(
    readonly extract: ExtractName,
    private readonly tables: readonly EventTable[],
    private readonly kept: readonly Int32Array[],
  ) {
    this.rows = kept.reduce((sum, rows) => sum + rows.length, 0);
  }

  add(field: string, column: Column): void {
    this.derived.set(field, column);
  }

  code(field: string): CodeColumn {
    return memo(this.codes, field, () => {
      const ids = new Map<string, number>();
      const index = new Int32Array(this.rows).fill(-1);
      this.each(field, (column, rows, offset) => {
        if (column.kind !== 'code') return;
        const places = column.dictionary.map((text) => {
          const found = ids.get(text) ?? ids.size;
          ids.set(text, found);
          return found;
        });
        for (let i = 0; i < rows.length; i++) {
          const local = column.index[rows[i] ?? 0] ?? -1;
          index[offset + i] = local < 0 ? -1 : (places[local] ?? -1);
        }
      });
      return { dictionary: [...ids.keys()], index };
    });
  }

  day(field: string): Int32Array {
    return memo(this.days, field, () =>
      this.integers(field, (column, row) => {
        if (column.kind === 'day') return column.values[row] ?? NULL_INT;
        const minute = column.kind === 'minute' ? (column.values[row] ?? NULL_INT) : NULL_INT;
        return minute === NULL_INT ? NULL_INT : dayOfMinute(minute);
      }),
    );
  }

  minute(field: string): Int32Array {
    return memo(this.minutes, field, () =>
      this.integers(field, (column, row) => {
        if (column.kind === 'minute') return column.values[row] ?? NULL_INT;
        const day = column.kind === 'day' ? (column.values[row] ?? NULL_INT) : NULL_INT;
        return day === NULL_INT ? NULL_INT : day * MINUTES_A_DAY;
      }),
    );
  }

  number(field: string): Float64Array {
    return memo(this.numbers, field, () => {
      const values = new Float64Array(this.rows).fill(Number.NaN);
      this.each(field, (column, rows, offset) => {
        for (let i = 0; i < rows.length; i++) values[offset + i] = numberAt(column, rows[i] ?? 0);
      });
      return values;
    });
  }

  private integers(field: string, read: (column: Column, row: number) => number): Int32Array {
    const values = new Int32Array(this.rows).fill(NULL_INT);
    this.each(field, (column, rows, offset) => {
      for (let i = 0; i < rows.length; i++) values[offset + i] = read(column, rows[i] ?? 0);
    });
    return values;
  }

  private each(field: string, visit: (column: Column, rows: Int32Array, offset: number) => void): void {
    const derived = this.derived.get(field);
    if (derived !== undefined) {
      visit(
        derived,
        Int32Array.from({ length: this.rows }, (_, row) => row),
        0,
      );
      return;
    }
    let offset = 0;
    this.tables.forEach((table, t) => {
      const rows = this.kept[t] ?? new Int32Array();
      const column = table.columns.get(field);
      if (column !== undefined) visit(column, rows, offset);
      offset += rows.length;
    });
  }
}

function memo<T>(store: Map<string, T>, field: string, make: () => T): T {
  const found = store.get(field);
  if (found !== undefined) return found;
  const made = make();
  store.set(field, made);
  return made;
}

function numberAt(column: Column, row: number): number {
  if (column.kind === 'number') return column.values[row] ?? Number.NaN;
  if (column.kind === 'code') return Number.NaN;
  const value = column.values[row] ?? NULL_INT;
  return value === NULL_INT ? Number.NaN : value;
}

/**
 * One frame from the snapshots of an extract. The same record in several half-years' files (a case brought up to date) is one
 * event: its newest version, or the oldest when asked for. Tables are taken in a fixed order, so that the order of `tables`
 * never shows.
 * @param key columns that name a record; empty when records have no name
 */
export function frameOf(
  extract: ExtractName,
  tables: readonly EventTable[],
  key: readonly string[],
  version: 'newest' | 'oldest' = 'newest',
): Frame {
  const own = tables
    .filter((table) => table.extract === extract)
    .sort((a, b) => compare(a.period, b.period) || compare(a.agency, b.agency));
  const all = own.map((table) => Int32Array.from({ length: table.rows }, (_, row) => row));
  const whole = new Concatenated(extract, own, all);
  const kept = key.length === 0 ? all : inForce(whole, own, key, version);
  const frame = new Concatenated(extract, own, kept);
  addProvenance(frame, own, kept);
  return frame;
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
  whole: Frame,
  tables: readonly EventTable[],
  key: readonly string[],
  version: 'newest' | 'oldest',
): Int32Array[] {
  const ids = recordIds(whole, key);
  const chosen = new Map<number, number>();
  ids.forEach((id, row) => {
    if (id >= 0 && (version === 'newest' || !chosen.has(id))) chosen.set(id, row);
  });
  let offset = 0;
  return tables.map((table) => {
    const from = offset;
    offset += table.rows;
    const rows: number[] = [];
    for (let row = 0; row < table.rows; row++) {
      const id = ids[from + row] ?? -1;
      if (id < 0 || chosen.get(id) === from + row) rows.push(row);
    }
    return Int32Array.from(rows);
  });
}

/** A number for each record, the same for rows with the same key; -1 where part of the key is blank. */
function recordIds(whole: Frame, key: readonly string[]): Float64Array {
  let ids = new Float64Array(whole.rows);
  for (const field of key) {
    const { dictionary, index } = whole.code(field);
    const found = new Map<number, number>();
    const width = dictionary.length + 1;
    ids = ids.map((id, row) => {
      if (id < 0 || (index[row] ?? -1) < 0) return -1;
      const joint = id * width + (index[row] ?? 0);
      const dense = found.get(joint) ?? found.size;
      found.set(joint, dense);
      return dense;
    });
  }
  return ids;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

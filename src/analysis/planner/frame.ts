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
  /** 1 where the field has a value of any kind. */
  present(field: string): Uint8Array;
  /** Adds a derived column. */
  add(field: string, column: Column): void;
}

/** Rows of several tables of one extract under one row number. */
export class Concatenated implements Frame {
  readonly rows: number;
  private readonly codes = new Map<string, CodeColumn>();
  private readonly days = new Map<string, Int32Array>();
  private readonly minutes = new Map<string, Int32Array>();
  private readonly numbers = new Map<string, Float64Array>();
  private readonly filled = new Map<string, Uint8Array>();
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

  present(field: string): Uint8Array {
    return memo(this.filled, field, () => {
      const filled = new Uint8Array(this.rows);
      this.each(field, (column, rows, offset) => {
        const has = hasValue(column);
        for (let i = 0; i < rows.length; i++) if (has(rows[i] ?? 0)) filled[offset + i] = 1;
      });
      return filled;
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

function hasValue(column: Column): (row: number) => boolean {
  switch (column.kind) {
    case 'code':
      return (row) => (column.index[row] ?? -1) >= 0;
    case 'number':
      return (row) => !Number.isNaN(column.values[row] ?? Number.NaN);
    default:
      return (row) => (column.values[row] ?? NULL_INT) !== NULL_INT;
  }
}

function numberAt(column: Column, row: number): number {
  if (column.kind === 'number') return column.values[row] ?? Number.NaN;
  if (column.kind === 'code') return Number.NaN;
  const value = column.values[row] ?? NULL_INT;
  return value === NULL_INT ? Number.NaN : value;
}

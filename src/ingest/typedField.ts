import type { FieldSchema } from '../extracts/schema.js';
import { type Column, NULL_INT } from '../extracts/table.js';
import type { ColumnPlace } from './columnPlace.js';

/** A schema field with its values over all rows of a file. Identifying values are in memory only. */
export interface TypedField {
  readonly field: FieldSchema;
  readonly place: ColumnPlace;
  readonly column: Column;
}

/** True when the row has no value. */
export function isNull(column: Column, row: number): boolean {
  if (column.kind === 'code') return (column.index[row] ?? -1) < 0;
  if (column.kind === 'number') return Number.isNaN(column.values[row] ?? Number.NaN);
  return (column.values[row] ?? NULL_INT) === NULL_INT;
}

/** Integers that are equal when the values are. */
export function comparable(column: Column): Int32Array {
  if (column.kind === 'code') return column.index;
  if (column.kind !== 'number') return column.values;
  const numbers = new Map<number, number>();
  return Int32Array.from(column.values, (value) => {
    const known = numbers.get(value);
    if (known !== undefined) return known;
    numbers.set(value, numbers.size);
    return numbers.size - 1;
  });
}

/** Minutes since 1970 of a day or minute column; null when the row has no value or the column is of another kind. */
export function minuteAt(column: Column, row: number): number | null {
  if (column.kind !== 'day' && column.kind !== 'minute') return null;
  const value = column.values[row] ?? NULL_INT;
  if (value === NULL_INT) return null;
  return column.kind === 'day' ? value * 1440 : value;
}

/** Day of a day or minute column, or null. */
export function dayAt(column: Column, row: number): number | null {
  const minute = minuteAt(column, row);
  return minute === null ? null : Math.floor(minute / 1440);
}

/** Text of a code column, or null. */
export function codeAt(column: Column, row: number): string | null {
  return column.kind === 'code' ? (column.dictionary[column.index[row] ?? -1] ?? null) : null;
}

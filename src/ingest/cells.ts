import type { FieldSchema } from '../extracts/schema.js';
import { type Column, NULL_INT } from '../extracts/table.js';
import type { CellProblem, CellValidator, ValidDates } from '../extracts/validators.js';
import type { RawColumn } from './readTable.js';
import type { TypedField } from './typedField.js';

/** A column of cells after validation: values where the text was good, and what was wrong where it was not. */
export interface CheckedCells {
  readonly column: Column;
  /** 0 for a good (or blank) cell, else 1 + the number of its problem in `kinds`; null when all cells are good. */
  readonly problemOf: Uint8Array | null;
  readonly kinds: readonly CellProblem[];
  /** Dates within which a cell's code was in use, by entry of the raw dictionary. */
  readonly valid: ReadonlyMap<number, ValidDates>;
  /** Entries of the raw dictionary that name a code more than once. */
  readonly repeated: ReadonlySet<number>;
}

type Value = string | number | null;

/** Validates a column. Each distinct text is judged once, however many rows hold it. */
export function checkCells(field: FieldSchema, raw: RawColumn, validate: CellValidator): CheckedCells {
  const size = raw.dictionary.length;
  const kinds: CellProblem[] = [];
  const problems = new Uint8Array(size);
  const results: Value[] = new Array(size).fill(null);
  const valid = new Map<number, ValidDates>();
  const repeated = new Set<number>();
  for (let entry = 0; entry < size; entry++) {
    const result = validate(raw.dictionary[entry] ?? '');
    if (!result.ok) {
      problems[entry] = numberOf(kinds, result.problem);
      continue;
    }
    results[entry] = result.value;
    if (result.valid !== undefined) valid.set(entry, result.valid);
    if (result.repeated === true) repeated.add(entry);
  }
  return {
    column: columnOf(field, raw, results),
    problemOf: kinds.length === 0 ? null : pick(raw.index, problems),
    kinds,
    valid,
    repeated,
  };
}

/** A field that is not in the file: no row has a value. */
export function blankField(field: FieldSchema, rows: number): TypedField {
  const column = columnOf(field, { dictionary: [''], index: new Int32Array(rows) }, [null]);
  return { field, place: { name: field.name, letter: '' }, column };
}

function numberOf(kinds: CellProblem[], problem: CellProblem): number {
  const known = kinds.indexOf(problem);
  return known === -1 ? kinds.push(problem) : known + 1;
}

function columnOf(field: FieldSchema, raw: RawColumn, results: readonly Value[]): Column {
  switch (field.type) {
    case 'date':
      return { kind: 'day', values: integers(raw, results) };
    case 'datetime':
      return { kind: 'minute', values: integers(raw, results) };
    case 'integer':
      return { kind: 'integer', values: integers(raw, results) };
    case 'number': {
      const values = Float64Array.from(results, (value) => (typeof value === 'number' ? value : Number.NaN));
      return { kind: 'number', values: Float64Array.from(raw.index, (entry) => values[entry] ?? Number.NaN) };
    }
    default:
      return texts(raw, results);
  }
}

function integers(raw: RawColumn, results: readonly Value[]): Int32Array {
  const values = new Int32Array(results.length);
  for (let entry = 0; entry < results.length; entry++) {
    const value = results[entry];
    values[entry] = typeof value === 'number' ? value : NULL_INT;
  }
  const column = new Int32Array(raw.index.length);
  for (let row = 0; row < column.length; row++) column[row] = values[raw.index[row] ?? 0] ?? NULL_INT;
  return column;
}

function texts(raw: RawColumn, results: readonly Value[]): Column {
  if (results.every((value, entry) => value === raw.dictionary[entry]))
    return { kind: 'code', dictionary: raw.dictionary, index: raw.index };
  const dictionary: string[] = [];
  const known = new Map<string, number>();
  const entries = new Int32Array(results.length);
  for (let at = 0; at < results.length; at++) {
    const value = results[at];
    if (typeof value !== 'string') {
      entries[at] = -1;
      continue;
    }
    const entry = known.get(value) ?? dictionary.push(value) - 1;
    known.set(value, entry);
    entries[at] = entry;
  }
  const index = new Int32Array(raw.index.length);
  for (let row = 0; row < index.length; row++) index[row] = entries[raw.index[row] ?? 0] ?? -1;
  return { kind: 'code', dictionary, index };
}

function pick(index: Int32Array, values: Uint8Array): Uint8Array {
  const column = new Uint8Array(index.length);
  for (let row = 0; row < column.length; row++) column[row] = values[index[row] ?? 0] ?? 0;
  return column;
}

import type { ExtractName, ExtractSchema } from '../extracts/schema.js';
import { type Column, type EventTable, NULL_INT } from '../extracts/table.js';
import type { PersonEncoder } from '../privacy/encoder.js';
import type { AgencyId, PeriodId } from '../reference/brands.js';
import { codeAt, type TypedField } from './typedField.js';

/** A row's derived person columns; null where the extract has no person. */
export interface DerivedColumns {
  readonly localId: TypedField;
  /** Completed years at the event, NULL_INT when not known. */
  readonly age: Int32Array;
  readonly sex: readonly ('M' | 'F' | 'U')[];
  readonly sexIndex: Int32Array;
}

export interface TableRequest {
  readonly schema: ExtractSchema;
  readonly agency: AgencyId;
  readonly period: PeriodId;
  readonly fields: ReadonlyMap<string, TypedField>;
  /** The accepted rows, in file order. */
  readonly rows: Int32Array;
  readonly derived: DerivedColumns | null;
  readonly encoder: PersonEncoder;
  /** The agency that sends an extract: references to its records are made in its name. */
  readonly owners: ReadonlyMap<ExtractName, AgencyId>;
}

/** Builds the stored table of the accepted rows: identifiers become pseudonyms or are left out. */
export function buildTable(request: TableRequest): EventTable {
  const columns = new Map<string, Column>();
  const { rows, encoder, agency } = request;
  for (const typed of request.fields.values()) {
    const { field, column } = typed;
    if (field.storeAs === 'keep' && !field.identifying) columns.set(field.name, take(column, rows));
    if (field.storeAs === 'pseudonym' && column.kind === 'code')
      columns.set(field.name, pseudonymise(typed, request));
  }
  const derived = request.derived;
  if (derived !== null) {
    const ids = derived.localId.column;
    if (ids.kind === 'code')
      columns.set(
        'person',
        mapped(ids, rows, (text) => encoder.person(agency, text)),
      );
    columns.set('age', { kind: 'integer', values: rows.map((row) => derived.age[row] ?? NULL_INT) });
    columns.set('sex', take({ kind: 'code', dictionary: derived.sex, index: derived.sexIndex }, rows));
  }
  return {
    extract: request.schema.name,
    agency,
    period: request.period,
    rows: rows.length,
    columns,
  };
}

function pseudonymise(typed: TypedField, request: TableRequest): Column {
  const { field, column } = typed;
  const { agency, encoder, owners, schema, rows } = request;
  if (column.kind !== 'code') return take(column, rows);
  const target = field.refersTo ?? { kind: 'record' as const, extract: schema.name };
  if (target.kind === 'person') return mapped(column, rows, (text) => encoder.person(agency, text));
  const own = target.own === true || target.extract === schema.name;
  const owner = own ? agency : (owners.get(target.extract) ?? agency);
  const named = request.fields.get(`${field.name}_agency`)?.column;
  if (named === undefined) return mapped(column, rows, (text) => encoder.record(target.extract, owner, text));
  const dictionary: string[] = [];
  const known = new Map<string, number>();
  const index = rows.map((row) => {
    const text = codeAt(column, row);
    if (text === null) return -1;
    const pseudonym = encoder.record(target.extract, (codeAt(named, row) as AgencyId | null) ?? owner, text);
    const entry = known.get(pseudonym) ?? dictionary.push(pseudonym) - 1;
    known.set(pseudonym, entry);
    return entry;
  });
  return { kind: 'code', dictionary, index };
}

/** The rows of a column; a dictionary keeps only what they use, so that nothing of a rejected row is stored. */
function take(column: Column, rows: Int32Array): Column {
  if (column.kind === 'code') return mapped(column, rows, (text) => text);
  if (column.kind === 'number')
    return { kind: 'number', values: Float64Array.from(rows, (row) => column.values[row] ?? Number.NaN) };
  return { kind: column.kind, values: rows.map((row) => column.values[row] ?? NULL_INT) };
}

/** The rows of a code column, each distinct value passed through `change` once, in order of first use. */
function mapped(
  column: Column & { readonly kind: 'code' },
  rows: Int32Array,
  change: (text: string) => string,
): Column {
  const entries = new Int32Array(column.dictionary.length).fill(-1);
  const dictionary: string[] = [];
  const index = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const old = column.index[rows[at] ?? 0] ?? -1;
    if (old < 0) {
      index[at] = -1;
      continue;
    }
    let entry = entries[old] ?? -1;
    if (entry === -1) {
      entry = dictionary.push(change(column.dictionary[old] ?? '')) - 1;
      entries[old] = entry;
    }
    index[at] = entry;
  }
  return { kind: 'code', dictionary, index };
}

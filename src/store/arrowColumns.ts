import {
  Column as ArrowColumn,
  type Batch,
  batchType,
  columnFromArray,
  dictionary as dictionaryType,
  float64,
  int32,
  utf8,
} from '@uwdata/flechette';
import type { Column } from '../extracts/table.js';

type DataType = Parameters<typeof batchType>[0];

interface BatchParts {
  readonly length: number;
  readonly nullCount: number;
  readonly type: DataType;
  readonly validity: Uint8Array;
  readonly values: Int32Array | Float64Array;
}

interface EmptyTextParts extends Omit<BatchParts, 'values'> {
  readonly offsets: Int32Array;
  readonly values: Uint8Array;
}

interface CodeBatch extends Batch<string> {
  setDictionary(values: ArrowColumn<string>): Batch<string>;
  readonly dictionary: ArrowColumn<string>;
}

const ALL_VALID = new Uint8Array(0);

function plainColumn(type: DataType, values: Int32Array | Float64Array): ArrowColumn<number> {
  const PlainBatch: new (parts: BatchParts) => Batch<number> = batchType(type);
  const batch = new PlainBatch({ length: values.length, nullCount: 0, type, validity: ALL_VALID, values });
  return new ArrowColumn([batch], type);
}

/** Arrow marks missing values in a bitmap (least significant bit first, 1 = there). */
function validity(index: Int32Array): { readonly bitmap: Uint8Array; readonly missing: number } {
  const bitmap = new Uint8Array(Math.ceil(index.length / 64) * 8);
  let missing = 0;
  for (let row = 0; row < index.length; row++) {
    if ((index[row] ?? -1) < 0) missing += 1;
    else bitmap[row >> 3] = (bitmap[row >> 3] ?? 0) | (1 << (row & 7));
  }
  return { bitmap, missing };
}

/** The texts of a dictionary; Arrow's reader needs a batch even when there are none. */
function textColumn(texts: readonly string[]): ArrowColumn<string> {
  if (texts.length > 0) return columnFromArray<string>([...texts], utf8());
  const type = utf8();
  const TextBatch: new (parts: EmptyTextParts) => Batch<string> = batchType(type);
  const empty = { length: 0, nullCount: 0, type, validity: ALL_VALID };
  return new ArrowColumn([new TextBatch({ ...empty, offsets: new Int32Array(1), values: ALL_VALID })], type);
}

function codeColumn(dictionary: readonly string[], index: Int32Array): ArrowColumn<string> {
  const values = textColumn(dictionary);
  const type = dictionaryType(values.type, int32());
  const { bitmap, missing } = validity(index);
  const CodeBatchOf: new (parts: BatchParts) => CodeBatch = batchType(type);
  const batch = new CodeBatchOf({
    length: index.length,
    nullCount: missing,
    type,
    validity: missing === 0 ? ALL_VALID : bitmap,
    values: missing === 0 ? index : index.map((code) => Math.max(0, code)),
  });
  return new ArrowColumn([batch.setDictionary(values)], type);
}

/** The Arrow form of a column: codes stay dictionary-encoded; "no value" of the other kinds keeps its marker. */
export function toArrowColumn(column: Column): ArrowColumn<string> | ArrowColumn<number> {
  switch (column.kind) {
    case 'code':
      return codeColumn(column.dictionary, column.index);
    case 'number':
      return plainColumn(float64(), column.values);
    default:
      return plainColumn(int32(), column.values);
  }
}

function int32Values(batch: Batch<unknown> | undefined): Int32Array {
  if (batch === undefined) return new Int32Array(0);
  if (!(batch.values instanceof Int32Array)) throw new TypeError('A column does not hold 32-bit integers.');
  return batch.values;
}

function isCodeBatch(batch: Batch<unknown>): batch is CodeBatch {
  return 'dictionary' in batch;
}

function fromCodeColumn(batch: Batch<unknown> | undefined): Column {
  if (batch === undefined) return { kind: 'code', dictionary: [], index: new Int32Array(0) };
  if (!isCodeBatch(batch)) throw new TypeError('A column of codes has no dictionary.');
  const dictionary = Array.from(batch.dictionary, (text) => text ?? '');
  const codes = int32Values(batch).subarray(0, batch.length);
  const index = batch.nullCount === 0 ? codes : codes.map((code, row) => (batch.isValid(row) ? code : -1));
  return { kind: 'code', dictionary, index };
}

/**
 * The column that {@link toArrowColumn} wrote.
 * @throws TypeError when the Arrow column is of another type
 */
export function fromArrowColumn(stored: ArrowColumn<unknown>, kind: Column['kind']): Column {
  const [batch] = stored.data;
  if (kind === 'code') return fromCodeColumn(batch);
  if (kind !== 'number') return { kind, values: int32Values(batch) };
  const values = batch?.values ?? new Float64Array(0);
  if (!(values instanceof Float64Array)) throw new TypeError('A column does not hold 64-bit numbers.');
  return { kind, values };
}

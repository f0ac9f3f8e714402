import { combine } from './combine.js';
import { FATE } from './fate.js';
import { comparable, type TypedField } from './typedField.js';

/** Rows found to repeat or replace others. */
export interface Repeats {
  readonly duplicates: number;
  readonly superseded: number;
}

/**
 * Among rows not yet decided: an exact repeat of the row that counts is a duplicate; a row with the same primary key
 * and other content supersedes it. Without a primary key only exact repeats can be told.
 */
export function decideRepeats(
  fields: readonly TypedField[],
  primaryKey: readonly string[],
  fates: Uint8Array,
): Repeats {
  const rows = fates.length;
  const all = fields.map((field) => comparable(field.column));
  const keys = primaryKey.flatMap((name) => fields.filter((one) => one.field.name === name));
  const byContent = keys.length < primaryKey.length || keys.length === 0;
  const key = combine(byContent ? all : keys.map((one) => comparable(one.column)), rows);
  const current = new Int32Array(key.count).fill(-1);
  const repeats = { duplicates: 0, superseded: 0 };
  for (let row = 0; row < rows; row++) {
    if (fates[row] !== FATE.accepted) continue;
    const group = key.index[row] ?? 0;
    const before = current[group] ?? -1;
    if (before === -1) current[group] = row;
    else if (byContent || all.every((values) => values[row] === values[before])) {
      fates[row] = FATE.duplicate;
      repeats.duplicates++;
    } else {
      fates[before] = FATE.superseded;
      current[group] = row;
      repeats.superseded++;
    }
  }
  return repeats;
}

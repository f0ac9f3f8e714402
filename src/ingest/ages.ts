import { NULL_INT } from '../extracts/table.js';
import { ageAt } from '../reference/days.js';
import type { PersonFields } from './persons.js';
import { dayAt, type TypedField } from './typedField.js';

/**
 * Completed years of each row's person at a date field: from the date of birth, else from the age column.
 * @param at the date field; without it only the age column counts
 */
export function agesAt(parts: PersonFields, at: TypedField | undefined, rows: number): Int32Array {
  const ages = new Int32Array(rows).fill(NULL_INT);
  const birth = parts.get('dob')?.column;
  const stated = parts.get('age')?.column;
  for (let row = 0; row < rows; row++) {
    const born = birth === undefined ? null : dayAt(birth, row);
    const event = at === undefined ? null : dayAt(at.column, row);
    if (born !== null && event !== null) ages[row] = ageAt(born, event);
    else if (stated?.kind === 'integer') ages[row] = stated.values[row] ?? NULL_INT;
  }
  return ages;
}

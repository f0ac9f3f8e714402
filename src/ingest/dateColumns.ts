import { type DateFormat, inferDateFormat, readDate } from '../extracts/dateCells.js';
import type { FieldSchema } from '../extracts/schema.js';
import { type CellValidator, cellValidator } from '../extracts/validators.js';
import { type CheckedCells, checkCells } from './cells.js';
import type { RawColumn } from './readTable.js';

/** Day-first dates are believed only while fewer than this share of the column says month first. */
const MONTH_FIRST_TOLERATED = 0.01;

/**
 * Validates a column of dates in one format: the declared one, or the one that the whole column tells. Cells in
 * another format are refused row by row; a column that puts the month first is refused as a whole, because most of its
 * dates could be read either way.
 * @param declared format from the delivery note
 */
export function checkDates(field: FieldSchema, raw: RawColumn, declared: DateFormat | null): CheckedCells {
  const guess = declared ?? formatOfFirst(raw.dictionary);
  const checked = checkCells(field, raw, cellValidator(field, guess));
  const consistent = !checked.kinds.includes('other-date-format') && !checked.kinds.includes('month-first');
  if (declared !== null || consistent) return checked;
  const inferred = inferDateFormat(raw.dictionary);
  if (inferred === 'iso' || inferred === 'dmy') return checkCells(field, raw, cellValidator(field, inferred));
  const forms = countForms(raw.dictionary);
  if (forms.monthFirst > MONTH_FIRST_TOLERATED * (forms.dayFirst + forms.monthFirst))
    return checkCells(field, raw, refusing(cellValidator(field, 'iso')));
  return checkCells(field, raw, cellValidator(field, forms.iso >= forms.dayFirst ? 'iso' : 'dmy'));
}

function formatOfFirst(texts: readonly string[]): DateFormat | null {
  for (const text of texts) {
    if (readDate(text, 'iso').ok) return 'iso';
    if (readDate(text, 'dmy').ok) return 'dmy';
  }
  return null;
}

/** Whatever is not an ISO date counts as a date with the month first; blanks stay blank. */
function refusing(iso: CellValidator): CellValidator {
  return (text) => {
    const result = iso(text);
    return !result.ok && result.problem === 'other-date-format'
      ? { ok: false, problem: 'month-first' }
      : result;
  };
}

function countForms(texts: readonly string[]): { iso: number; dayFirst: number; monthFirst: number } {
  const forms = { iso: 0, dayFirst: 0, monthFirst: 0 };
  for (const text of texts) {
    const reading = readDate(text, 'dmy');
    if (reading.ok) forms.dayFirst++;
    else if (reading.problem === 'month-first') forms.monthFirst++;
    else if (reading.problem === 'other-date-format') forms.iso++;
  }
  return forms;
}

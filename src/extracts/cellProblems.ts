import type { CellProblem } from './validators.js';

/** Under which general rule a bad cell is reported, and how a sentence about the column goes on. */
export interface ProblemText {
  readonly rule: string;
  /** Completes "rows in which <column> ...". */
  readonly says: string;
}

/** Every problem of a cell. No text has room for a value. */
export const CELL_PROBLEMS: Readonly<Record<CellProblem, ProblemText>> = {
  'not-a-date': { rule: 'GEN-002', says: 'is not a date' },
  'no-such-date': { rule: 'GEN-002', says: 'is a date or time that does not exist' },
  'other-date-format': { rule: 'GEN-004', says: 'is written unlike the other dates of the column' },
  'month-first': { rule: 'GEN-021', says: 'puts the month before the day' },
  'spreadsheet-date': { rule: 'GEN-020', says: "is a spreadsheet's number for a date" },
  'two-digit-year': { rule: 'GEN-022', says: 'has a year of two digits' },
  'time-zone': { rule: 'GEN-025', says: 'names a time zone' },
  'unknown-code': { rule: 'GEN-003', says: 'is not a code of the list' },
  'not-a-number': { rule: 'GEN-019', says: 'is not a number' },
  'not-a-whole-number': { rule: 'GEN-019', says: 'is not a whole number' },
  'below-minimum': { rule: 'GEN-005', says: 'is below the lowest value allowed' },
  'above-maximum': { rule: 'GEN-005', says: 'is above the highest value allowed' },
  'bad-pattern': { rule: 'GEN-006', says: 'does not have the form that it should' },
  'mangled-number': { rule: 'GEN-023', says: 'was turned into a power of ten by a spreadsheet' },
};

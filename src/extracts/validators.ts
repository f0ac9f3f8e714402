import type { Day } from '../reference/brands.js';
import { type CodeEntry, codeList } from './codeLists.js';
import { type DateFormat, type DateProblem, readDate } from './dateCells.js';
import { isMissingMark } from './missingMarks.js';
import { type FieldSchema, MASKED } from './schema.js';

/** What can be wrong with one cell; `missing` is an error in required fields only, and never returned for a blank. */
export type CellProblem =
  | DateProblem
  | 'unknown-code'
  | 'not-a-number'
  | 'not-a-whole-number'
  | 'below-minimum'
  | 'above-maximum'
  | 'bad-pattern'
  | 'mangled-number';

/** Days on which the codes of a cell are in use; null is open-ended. */
export interface ValidDates {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** The typed value of a cell (null for a blank one), or what is wrong with it. Days and wall minutes are numbers. */
export type CellResult =
  | {
      readonly ok: true;
      readonly value: number | string | null;
      /** Given when a code of the cell is not in use for ever (F12). */
      readonly valid?: ValidDates;
      /** True when a multi-value cell named a code more than once (GEN-024). */
      readonly repeated?: true;
    }
  | { readonly ok: false; readonly problem: CellProblem };

export type CellValidator = (text: string) => CellResult;

const BLANK: CellResult = { ok: true, value: null };
const bad = (problem: CellProblem): CellResult => ({ ok: false, problem });
const good = (value: number | string): CellResult => ({ ok: true, value });

function validDates(entries: readonly CodeEntry[]): ValidDates | undefined {
  const from = entries.flatMap((entry) => entry.from ?? []);
  const to = entries.flatMap((entry) => entry.to ?? []);
  if (from.length === 0 && to.length === 0) return undefined;
  return { from: from.length === 0 ? null : Math.max(...from), to: to.length === 0 ? null : Math.min(...to) };
}

function coded(entries: readonly CodeEntry[], repeated: boolean): CellResult {
  const stored = entries.map((entry) => entry.storedAs).filter((code) => code !== '');
  if (stored.length === 0) return BLANK;
  const value = [...new Set(stored)].sort().join('|');
  const valid = validDates(entries);
  return {
    ok: true,
    value,
    ...(valid === undefined ? {} : { valid }),
    ...(repeated ? { repeated: true as const } : {}),
  };
}

function codeValidator(listName: string): CellValidator {
  const list = codeList(listName);
  return (text) => {
    const entry = list.lookup(text.trim());
    if (entry !== undefined) return coded([entry], false);
    return isMissingMark(text) ? BLANK : bad('unknown-code');
  };
}

/** Several codes in one cell, stored sorted, without repeats and joined by `|`. */
function codesValidator(listName: string, separators: readonly string[]): CellValidator {
  const list = codeList(listName);
  return (text) => {
    const whole = list.lookup(text.trim());
    if (whole !== undefined) return coded([whole], false);
    if (isMissingMark(text)) return BLANK;
    let parts = [text];
    for (const separator of separators) parts = parts.flatMap((part) => part.split(separator));
    const entries: CodeEntry[] = [];
    for (const part of parts) {
      if (part.trim() === '') continue;
      const entry = list.lookup(part.trim());
      if (entry === undefined) return bad('unknown-code');
      entries.push(entry);
    }
    if (entries.length === 0) return BLANK;
    return coded(entries, new Set(entries.map((entry) => entry.storedAs)).size < entries.length);
  };
}

function dateValidator(field: FieldSchema, format: DateFormat | null): CellValidator {
  const birth = field.person === 'dob';
  return (text) => {
    const reading = readDate(text, format, birth);
    if (!reading.ok) return isMissingMark(text) ? BLANK : bad(reading.problem);
    return good(field.type === 'date' ? reading.day : reading.minute);
  };
}

const MASKS = /^(\*|<\s*\d+|\d+\s*(-|to)\s*\d+|c|x|suppressed)$/i;
const NUMBER = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;

function numberValidator(field: FieldSchema): CellValidator {
  const whole = field.type === 'integer';
  return (text) => {
    const trimmed = text.trim();
    if (field.masked === true && MASKS.test(trimmed)) return good(MASKED);
    if (isMissingMark(trimmed)) return BLANK;
    if (!NUMBER.test(trimmed)) return bad('not-a-number');
    const value = Number(trimmed.replaceAll(',', ''));
    if (whole && !Number.isInteger(value)) return bad('not-a-whole-number');
    if (value < (field.minimum ?? Number.NEGATIVE_INFINITY)) return bad('below-minimum');
    if (value > (field.maximum ?? (whole ? 2_000_000_000 : Number.POSITIVE_INFINITY)))
      return bad('above-maximum');
    return good(value);
  };
}

const MANGLED = /^\d(\.\d+)?E\+?\d+$/i;

function textValidator(field: FieldSchema): CellValidator {
  const pattern = field.pattern === undefined ? null : new RegExp(`^(?:${field.pattern})$`);
  return (text) => {
    if (isMissingMark(text)) return BLANK;
    const trimmed = text.trim();
    if (field.type === 'identifier' && MANGLED.test(trimmed)) return bad('mangled-number');
    if (pattern !== null && !pattern.test(trimmed)) return bad('bad-pattern');
    return good(trimmed);
  };
}

/**
 * The judge of a field's cells: a pure function of the text, so that each distinct value need be judged once only.
 * Dates become days, datetimes wall minutes, codes the stored code, multi-value cells sorted codes joined by `|`.
 * @param dates format of the column's dates; null accepts either for each cell by itself
 */
export function cellValidator(field: FieldSchema, dates: DateFormat | null = null): CellValidator {
  switch (field.type) {
    case 'code':
      return codeValidator(field.codeList ?? '');
    case 'codes':
      return codesValidator(field.codeList ?? '', field.separators ?? [';', '|']);
    case 'date':
    case 'datetime':
      return dateValidator(field, dates);
    case 'integer':
    case 'number':
      return numberValidator(field);
    case 'string':
    case 'identifier':
      return textValidator(field);
  }
}

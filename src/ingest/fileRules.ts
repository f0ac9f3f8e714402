import type { FileRule } from '../extracts/schema.js';
import type { Column } from '../extracts/table.js';
import { type RowSet, rowsWhere } from './collector.js';
import { combine } from './combine.js';
import { FATE } from './fate.js';
import { codeAt, comparable, isNull, minuteAt, type TypedField } from './typedField.js';

/** What a file rule found: the rows it concerns, or a share of the file. */
export type FileRuleResult =
  | { readonly kind: 'rows'; readonly rows: RowSet; readonly flagged: Uint8Array }
  | { readonly kind: 'share'; readonly count: number; readonly of: number };

/** What the rules look at: typed fields by name, the fate of each row, and the person of each row (-1: none). */
export interface FileView {
  readonly fields: ReadonlyMap<string, TypedField>;
  readonly fates: Uint8Array;
  readonly person: Int32Array;
  readonly persons: number;
}

/** Fewer rows than this for each code that a rule asks for are too few to judge the variety of codes. */
const ROWS_PER_CODE = 10;

/** Judges one rule on the accepted rows of a file. Null when it holds or its columns are not there. */
export function judgeFileRule(rule: FileRule, view: FileView): FileRuleResult | null {
  const check = rule.check;
  switch (check.kind) {
    case 'unique':
      return flagged(notUnique(rule.fields, view));
    case 'overlap':
      return flagged(overlapping(check.from, check.to, view));
    case 'nearDuplicate':
      return flagged(nearDuplicates(check.at, check.withinMinutes, view));
    case 'shareAbove':
      return shareAbove(check.field, check.codes ?? null, check.share, view);
    case 'midnightOnly':
      return midnightOnly(check.fields, view);
    case 'fewCodes':
      return fewCodes(check.field, check.atLeast, view);
    case 'singleCodes':
      return singleCodes(check.field, view);
    case 'sharedValue':
      return flagged(sharedValues(check.field, check.by, view));
  }
}

function flagged(rows: Uint8Array | null): FileRuleResult | null {
  if (rows === null) return null;
  const set = rowsWhere(rows.length, (row) => rows[row] === 1);
  return set.total === 0 ? null : { kind: 'rows', rows: set, flagged: rows };
}

function notUnique(names: readonly string[], view: FileView): Uint8Array | null {
  const fields = names.flatMap((name) => view.fields.get(name) ?? []);
  if (fields.length < names.length) return null;
  const rows = view.fates.length;
  const groups = combine(
    fields.map((one) => comparable(one.column)),
    rows,
  );
  const seen = new Uint8Array(groups.count);
  const result = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    if (view.fates[row] !== FATE.accepted || fields.some((one) => isNull(one.column, row))) continue;
    const group = groups.index[row] ?? 0;
    if (seen[group] === 1) result[row] = 1;
    seen[group] = 1;
  }
  return result;
}

/** The row that begins before an earlier interval of the same person has ended; one without end lasts for ever. */
function overlapping(from: string, to: string, view: FileView): Uint8Array | null {
  const starts = view.fields.get(from)?.column;
  const ends = view.fields.get(to)?.column;
  if (starts === undefined || ends === undefined) return null;
  const result = new Uint8Array(view.fates.length);
  forEachPerson(view, starts, (rows) => {
    let end = Number.NEGATIVE_INFINITY;
    for (const row of rows) {
      if ((minuteAt(starts, row) ?? end) < end) result[row] = 1;
      end = Math.max(end, minuteAt(ends, row) ?? Number.POSITIVE_INFINITY);
    }
  });
  return result;
}

function nearDuplicates(name: string, withinMinutes: number, view: FileView): Uint8Array | null {
  const times = view.fields.get(name)?.column;
  if (times === undefined) return null;
  const result = new Uint8Array(view.fates.length);
  forEachPerson(view, times, (rows) => {
    let before = Number.NEGATIVE_INFINITY;
    for (const row of rows) {
      const now = minuteAt(times, row) ?? Number.POSITIVE_INFINITY;
      if (now - before <= withinMinutes) result[row] = 1;
      before = now;
    }
  });
  return result;
}

/** Visits the accepted, dated rows of every person who has more than one, in order of time. */
function forEachPerson(view: FileView, times: Column, visit: (rows: Int32Array) => void): void {
  const { starts, rows } = rowsByPerson(view, times);
  const minutes = new Float64Array(view.fates.length);
  for (let at = 0; at < rows.length; at++) minutes[rows[at] ?? 0] = minuteAt(times, rows[at] ?? 0) ?? 0;
  for (let person = 0; person < view.persons; person++) {
    const from = starts[person] ?? 0;
    const to = starts[person + 1] ?? 0;
    if (to - from < 2) continue;
    const mine = rows.subarray(from, to);
    sortByTime(mine, minutes);
    visit(mine);
  }
}

/** A person has few rows, mostly in order already: insertion is the quickest way to sort them. */
function sortByTime(rows: Int32Array, minutes: Float64Array): void {
  if (rows.length > 64) {
    rows.sort((a, b) => (minutes[a] ?? 0) - (minutes[b] ?? 0) || a - b);
    return;
  }
  for (let i = 1; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const minute = minutes[row] ?? 0;
    let at = i;
    for (; at > 0 && (minutes[rows[at - 1] ?? 0] ?? 0) > minute; at--) rows[at] = rows[at - 1] ?? 0;
    rows[at] = row;
  }
}

/** Accepted, dated rows grouped by person: those of person p are `rows[starts[p]]` to `rows[starts[p + 1] - 1]`. */
function rowsByPerson(view: FileView, times: Column): { starts: Int32Array; rows: Int32Array } {
  const { fates, person, persons } = view;
  const counted = (row: number) =>
    fates[row] === FATE.accepted && (person[row] ?? -1) >= 0 && !isNull(times, row);
  const starts = new Int32Array(persons + 1);
  for (let row = 0; row < fates.length; row++) {
    if (!counted(row)) continue;
    const next = (person[row] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let one = 0; one < persons; one++) starts[one + 1] = (starts[one + 1] ?? 0) + (starts[one] ?? 0);
  const rows = new Int32Array(starts[persons] ?? 0);
  const next = starts.slice();
  for (let row = 0; row < fates.length; row++) {
    if (!counted(row)) continue;
    const mine = person[row] ?? 0;
    rows[next[mine] ?? 0] = row;
    next[mine] = (next[mine] ?? 0) + 1;
  }
  return { starts, rows };
}

function shareAbove(
  name: string,
  codes: readonly string[] | null,
  share: number,
  view: FileView,
): FileRuleResult | null {
  const column = view.fields.get(name)?.column;
  if (column === undefined) return null;
  let of = 0;
  let count = 0;
  for (let row = 0; row < view.fates.length; row++) {
    if (view.fates[row] !== FATE.accepted) continue;
    of++;
    const code = codes === null ? null : codeAt(column, row);
    if (codes === null ? isNull(column, row) : code !== null && codes.includes(code)) count++;
  }
  return of > 0 && count > share * of ? { kind: 'share', count, of } : null;
}

function midnightOnly(names: readonly string[], view: FileView): FileRuleResult | null {
  const columns = names.flatMap((name) => view.fields.get(name)?.column ?? []);
  let of = 0;
  for (let row = 0; row < view.fates.length; row++) {
    if (view.fates[row] !== FATE.accepted) continue;
    let any = false;
    for (const column of columns) {
      const minute = minuteAt(column, row);
      if (minute === null) continue;
      if (minute % 1440 !== 0) return null;
      any = true;
    }
    if (any) of++;
  }
  return of === 0 ? null : { kind: 'share', count: of, of };
}

function fewCodes(name: string, atLeast: number, view: FileView): FileRuleResult | null {
  const column = view.fields.get(name)?.column;
  if (column?.kind !== 'code') return null;
  const used = new Set<number>();
  let of = 0;
  for (let row = 0; row < view.fates.length; row++) {
    const entry = column.index[row] ?? -1;
    if (view.fates[row] !== FATE.accepted || entry < 0) continue;
    of++;
    used.add(entry);
  }
  const codes = new Set([...used].flatMap((entry) => (column.dictionary[entry] ?? '').split('|')));
  return of >= ROWS_PER_CODE * atLeast && codes.size < atLeast
    ? { kind: 'share', count: codes.size, of }
    : null;
}

/** Null as soon as a cell names several codes, or when there are too few rows to expect that. */
function singleCodes(name: string, view: FileView): FileRuleResult | null {
  const column = view.fields.get(name)?.column;
  if (column?.kind !== 'code') return null;
  let of = 0;
  for (let row = 0; row < view.fates.length; row++) {
    const text = view.fates[row] === FATE.accepted ? codeAt(column, row) : null;
    if (text === null) continue;
    if (text.includes('|')) return null;
    of++;
  }
  return of >= ROWS_PER_CODE * ROWS_PER_CODE ? { kind: 'share', count: of, of } : null;
}

/** The rows that bring a further value of `by` to a value seen before. */
function sharedValues(name: string, by: string, view: FileView): Uint8Array | null {
  const values = view.fields.get(name)?.column;
  const owners = view.fields.get(by)?.column;
  if (values?.kind !== 'code' || owners?.kind !== 'code') return null;
  const ownerOf = new Int32Array(values.dictionary.length).fill(-1);
  const result = new Uint8Array(view.fates.length);
  for (let row = 0; row < view.fates.length; row++) {
    const value = values.index[row] ?? -1;
    const owner = owners.index[row] ?? -1;
    if (view.fates[row] !== FATE.accepted || value < 0 || owner < 0) continue;
    if (ownerOf[value] === -1) ownerOf[value] = owner;
    else if (ownerOf[value] !== owner) result[row] = 1;
  }
  return result;
}

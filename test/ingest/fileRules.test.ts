import { describe, expect, test } from 'vitest';
import type { FieldSchema, FieldType, FileRule } from '../../src/extracts/schema.js';
import { type Column, NULL_INT } from '../../src/extracts/table.js';
import { decideRepeats } from '../../src/ingest/duplicates.js';
import { FATE } from '../../src/ingest/fate.js';
import { type FileView, judgeFileRule } from '../../src/ingest/fileRules.js';
import type { TypedField } from '../../src/ingest/typedField.js';

const field = (name: string, type: FieldType): FieldSchema => ({
  name,
  title: name,
  description: '',
  type,
  requirement: 'optional',
  identifying: false,
  storeAs: 'keep',
  aliases: [],
  example: '',
});

const code = (name: string, ...values: (string | null)[]): TypedField => {
  const dictionary = [...new Set(values.filter((value) => value !== null))];
  const index = Int32Array.from(values, (value) => (value === null ? -1 : dictionary.indexOf(value)));
  return {
    field: field(name, 'code'),
    place: { name, letter: 'A' },
    column: { kind: 'code', dictionary, index },
  };
};

const minutes = (name: string, ...values: (number | null)[]): TypedField => {
  const column: Column = { kind: 'minute', values: Int32Array.from(values, (value) => value ?? NULL_INT) };
  return { field: field(name, 'datetime'), place: { name, letter: 'A' }, column };
};

const view = (fields: readonly TypedField[], persons: readonly number[], fates?: Uint8Array): FileView => ({
  fields: new Map(fields.map((one) => [one.field.name, one])),
  fates: fates ?? new Uint8Array(persons.length),
  person: Int32Array.from(persons),
  persons: Math.max(-1, ...persons) + 1,
});

const rule = (check: FileRule['check'], fields: readonly string[] = []): FileRule => ({
  code: 'X-001',
  severity: 'warning',
  title: 'X',
  fields,
  why: '',
  remedy: '',
  scope: 'file',
  check,
});

const flagged = (result: ReturnType<typeof judgeFileRule>) =>
  result?.kind === 'rows' ? result.rows.first : result;

describe('overlap', () => {
  const overlap = rule({ kind: 'overlap', from: 'from', to: 'to' });

  test('names the episode that begins before an earlier one of the same person has ended', () => {
    const fields = [minutes('from', 100, 0, 50, 60), minutes('to', 200, 90, 120, 70)];
    expect(flagged(judgeFileRule(overlap, view(fields, [0, 0, 0, 1])))).toEqual([0, 2]);
  });

  test('an open episode lasts for ever; one that begins when another ends does not overlap', () => {
    const fields = [minutes('from', 0, 10, 20), minutes('to', 10, null, 30)];
    expect(flagged(judgeFileRule(overlap, view(fields, [0, 0, 0])))).toEqual([2]);
  });

  test('rejected rows and rows without person are not looked at', () => {
    const fields = [minutes('from', 0, 5, 5), minutes('to', 10, 15, 15)];
    expect(judgeFileRule(overlap, view(fields, [0, 0, -1], Uint8Array.of(FATE.rejected, 0, 0)))).toBeNull();
  });
});

test('near duplicates are within the minutes, for the same person', () => {
  const near = rule({ kind: 'nearDuplicate', at: 'from', withinMinutes: 60 });
  const fields = [minutes('from', 0, 61, 120, 30)];
  expect(flagged(judgeFileRule(near, view(fields, [0, 0, 0, 1])))).toEqual([2]);
});

test('unique names the second and later rows', () => {
  const unique = rule({ kind: 'unique' }, ['upn', 'school']);
  const fields = [code('upn', 'A', 'A', 'A', null, null), code('school', '1', '2', '1', '1', '1')];
  expect(flagged(judgeFileRule(unique, view(fields, [0, 0, 0, 0, 0])))).toEqual([2]);
});

test('shares count blanks, or the codes asked for, among accepted rows', () => {
  const fields = [code('sex', 'U', 'M', null, 'U'), code('other', null, 'x', 'x', 'x')];
  const all = view(fields, [0, 0, 0, 0], Uint8Array.of(0, 0, 0, FATE.rejected));
  expect(judgeFileRule(rule({ kind: 'shareAbove', field: 'sex', codes: ['U'], share: 0.3 }), all)).toEqual({
    kind: 'share',
    count: 1,
    of: 3,
  });
  expect(judgeFileRule(rule({ kind: 'shareAbove', field: 'other', share: 0.34 }), all)).toBeNull();
});

test('midnight only: every time is 00:00', () => {
  const check = rule({ kind: 'midnightOnly', fields: ['from', 'to'] });
  const at = (to: number | null) => view([minutes('from', 0, 1440), minutes('to', 2880, to)], [0, 1]);
  expect(judgeFileRule(check, at(null))).toMatchObject({ kind: 'share', count: 2 });
  expect(judgeFileRule(check, at(2881))).toBeNull();
});

test('few codes is judged only on enough rows, and sees through multi-value cells', () => {
  const check = rule({ kind: 'fewCodes', field: 'codes', atLeast: 2 });
  const many = (values: readonly string[]) =>
    view(
      [code('codes', ...values)],
      values.map(() => 0),
    );
  expect(judgeFileRule(check, many(Array(20).fill('A')))).toEqual({ kind: 'share', count: 1, of: 20 });
  expect(judgeFileRule(check, many(Array(19).fill('A')))).toBeNull();
  expect(judgeFileRule(check, many(Array(20).fill('A|B')))).toBeNull();
});

describe('repeats', () => {
  test('an exact repeat is a duplicate, other content supersedes, and the last row counts', () => {
    const fields = [code('id', 'a', 'a', 'b', 'a', 'a'), code('value', '1', '1', '1', '2', '1')];
    const fates = new Uint8Array(5);
    expect(decideRepeats(fields, ['id'], fates)).toEqual({ duplicates: 1, superseded: 2 });
    expect([...fates]).toEqual([FATE.superseded, FATE.duplicate, 0, FATE.superseded, 0]);
  });

  test('without a key only exact repeats can be told', () => {
    const fields = [code('id', 'a', 'a', 'a'), code('value', '1', '2', '1')];
    const fates = new Uint8Array(3);
    expect(decideRepeats(fields, [], fates)).toEqual({ duplicates: 1, superseded: 0 });
    expect([...fates]).toEqual([0, 0, FATE.duplicate]);
  });
});

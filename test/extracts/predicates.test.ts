import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePredicate, compileRule, type RowAccess } from '../../src/extracts/predicates.js';
import { predicateText } from '../../src/extracts/predicateText.js';
import type { Predicate, RowRule } from '../../src/extracts/schema.js';
import { type Column, NULL_INT } from '../../src/extracts/table.js';
import { dayFromIso, minuteOfDay } from '../../src/reference/days.js';

const cell = (value: number | null) => Int32Array.of(value ?? NULL_INT);
const codes = (text: string | null): Column =>
  text === null
    ? { kind: 'code', dictionary: [], index: Int32Array.of(-1) }
    : { kind: 'code', dictionary: [text], index: Int32Array.of(0) };
const day = (iso: string | null): Column => ({
  kind: 'day',
  values: cell(iso === null ? null : dayFromIso(iso)),
});
const minute = (iso: string, hour: number): Column => ({
  kind: 'minute',
  values: cell(minuteOfDay(dayFromIso(iso), hour)),
});
const access = (columns: Record<string, Column>, age: number | null = null): RowAccess => ({
  column: (name) => columns[name],
  ages: () => cell(age),
});
const holds = (
  predicate: Predicate,
  columns: Record<string, Column>,
  missing = true,
  age: number | null = null,
) => compilePredicate(predicate, access(columns, age), missing)(0);

describe('predicates', () => {
  it('ask for presence', () => {
    expect(holds({ field: 'a', present: true }, { a: codes('Y') })).toBe(true);
    expect(holds({ field: 'a', present: true }, { a: codes(null) })).toBe(false);
    expect(holds({ field: 'a', present: true }, {})).toBe(false);
    expect(holds({ field: 'a', present: false }, {})).toBe(true);
    expect(
      holds({ field: 'a', present: true }, { a: { kind: 'number', values: Float64Array.of(Number.NaN) } }),
    ).toBe(false);
  });

  it('look into cells of several codes', () => {
    const columns = { a: codes('10A|11A') };
    expect(holds({ field: 'a', in: ['11A', '21'] }, columns)).toBe(true);
    expect(holds({ field: 'a', in: ['21'] }, columns)).toBe(false);
    expect(holds({ field: 'a', notIn: ['21'] }, columns)).toBe(true);
    expect(holds({ field: 'a', notIn: ['10A'] }, columns)).toBe(false);
    expect(holds({ field: 'a', countAtMost: 1 }, columns)).toBe(false);
    expect(holds({ field: 'a', countAtMost: 2 }, columns)).toBe(true);
  });

  it('order times, and a date against a time by whole days', () => {
    const order: Predicate = { order: ['a', 'b'] };
    expect(holds(order, { a: minute('2018-06-01', 10), b: minute('2018-06-01', 9) })).toBe(false);
    expect(
      holds({ ...order, slackMinutes: 60 }, { a: minute('2018-06-01', 10), b: minute('2018-06-01', 9) }),
    ).toBe(true);
    expect(holds(order, { a: minute('2018-06-01', 10), b: day('2018-06-01') })).toBe(true);
    expect(holds(order, { a: day('2018-06-01'), b: minute('2018-06-01', 0) })).toBe(true);
    expect(holds({ ...order, strict: true }, { a: day('2018-06-01'), b: day('2018-06-01') })).toBe(false);
    expect(holds(order, { a: day('2018-06-02'), b: day('2018-06-01') })).toBe(false);
  });

  it('measure gaps in hours that really passed, days and working days', () => {
    const overClockChange = { a: minute('2018-10-26', 12), b: minute('2018-10-29', 12) };
    expect(holds({ gap: ['a', 'b'], atMostMinutes: 72 * 60 }, overClockChange)).toBe(false);
    expect(holds({ gap: ['a', 'b'], atMostMinutes: 73 * 60 }, overClockChange)).toBe(true);
    expect(holds({ gap: ['a', 'b'], atMostDays: 3 }, overClockChange)).toBe(true);
    const overEaster = { a: day('2018-03-29'), b: day('2018-04-03') };
    expect(holds({ gap: ['a', 'b'], atMostWorkingDays: 1 }, overEaster)).toBe(true);
    expect(holds({ gap: ['a', 'b'], atMostWorkingDays: 0 }, overEaster)).toBe(false);
    expect(holds({ gap: ['a', 'b'], atMostDays: 1 }, { a: day('2018-06-09'), b: day('2018-06-01') })).toBe(
      true,
    );
  });

  it('compare ages, numbers and texts', () => {
    expect(holds({ age: { atMost: 17 } }, {}, true, 17)).toBe(true);
    expect(holds({ age: { atMost: 17 } }, {}, true, 18)).toBe(false);
    const n = (value: number | null): Column => ({ kind: 'integer', values: cell(value) });
    expect(holds({ compare: ['a', '<=', 'b'] }, { a: n(4), b: n(4) })).toBe(true);
    expect(holds({ compare: ['a', '<', 'b'] }, { a: n(4), b: n(4) })).toBe(false);
    expect(holds({ compare: ['a', '!=', 'b'] }, { a: codes('x'), b: codes('x') })).toBe(false);
    expect(holds({ field: 'a', atLeast: 1, atMost: 3 }, { a: n(3) })).toBe(true);
    expect(holds({ field: 'a', atLeast: 4 }, { a: n(3) })).toBe(false);
  });

  it('refuse a condition on the wrong kind of field', () => {
    expect(() => holds({ field: 'a', in: ['Y'] }, { a: day('2018-06-01') })).toThrow(TypeError);
    expect(() => holds({ field: 'a', atLeast: 1 }, { a: codes('Y') })).toThrow(TypeError);
  });

  const leaf = fc.constantFrom<Predicate>(
    { field: 'a', in: ['Y'] },
    { field: 'b', notIn: ['N'] },
    { field: 'a', present: true },
    { field: 'b', present: false },
    { order: ['d', 'e'] },
  );
  const { tree } = fc.letrec<{ tree: Predicate }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie('tree').map((not) => ({ not })),
    ),
  }));
  const value = fc.constantFrom<string | null>('Y', 'N', null);
  const date = fc.constantFrom<string | null>('2018-06-01', '2018-06-02', null);
  const rows = fc.record({ a: value, b: value, d: date, e: date });

  it('say "surely" only where they say "maybe", and agree where nothing is blank', () => {
    fc.assert(
      fc.property(tree, rows, (predicate, row) => {
        const columns = { a: codes(row.a), b: codes(row.b), d: day(row.d), e: day(row.e) };
        const [surely, maybe] = [holds(predicate, columns, false), holds(predicate, columns, true)];
        if (surely) expect(maybe).toBe(true);
        if (!Object.values(row).includes(null)) expect(surely).toBe(maybe);
        expect(holds({ not: predicate }, columns, false)).toBe(!maybe);
      }),
    );
  });

  it('never blame a row for more when a cell without presence test is blanked', () => {
    const rule = (expectation: Predicate): RowRule => ({
      ...{
        code: 'XXX-001',
        severity: 'error',
        title: 'x',
        fields: ['a'],
        why: 'x.',
        remedy: 'x.',
        scope: 'row',
      },
      expect: expectation,
      examples: { pass: {}, fail: {} },
    });
    fc.assert(
      fc.property(fc.constantFrom('a', 'b'), rows, (field, row) => {
        const full = { a: codes(row.a), b: codes(row.b) };
        const predicate: Predicate = {
          any: [
            { field: 'a', in: ['Y'] },
            { field: 'b', in: ['Y'] },
          ],
        };
        const blanked = { ...full, [field]: codes(null) };
        if (compileRule(rule(predicate), access(blanked))(0))
          expect(compileRule(rule(predicate), access(full))(0)).toBe(true);
      }),
    );
  });

  it('can be put into words', () => {
    fc.assert(
      fc.property(tree, (predicate) => {
        expect(predicateText(predicate)).not.toMatch(/undefined|object/);
      }),
    );
    expect(predicateText({ all: [{ field: 'a', in: ['X', 'Y'] }, { order: ['d', 'e'] }] })).toBe(
      'a is X or Y and d is not after e',
    );
  });
});

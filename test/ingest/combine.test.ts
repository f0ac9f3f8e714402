import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnLetter } from '../../src/ingest/columnPlace.js';
import { combine } from '../../src/ingest/combine.js';

test('two rows have the same combination exactly when all their values are equal', () => {
  const values = fc.integer({ min: -2, max: 3 });
  fc.assert(
    fc.property(fc.array(fc.tuple(values, values, values), { maxLength: 60 }), (rows) => {
      const columns = [0, 1, 2].map((c) => Int32Array.from(rows, (row) => row[c] ?? 0));
      const result = combine(columns, rows.length);
      const expected = new Map<string, number>();
      for (const row of rows) if (!expected.has(row.join())) expected.set(row.join(), expected.size);
      expect([...result.index]).toEqual(rows.map((row) => expected.get(row.join())));
      expect(result.count).toBe(expected.size);
    }),
  );
});

test('combinations stay apart when the table grows', () => {
  const rows = 50_000;
  const a = Int32Array.from({ length: rows }, (_, i) => i % 250);
  const b = Int32Array.from({ length: rows }, (_, i) => Math.floor(i / 250));
  expect(combine([a, b], rows).count).toBe(rows);
  expect(combine([a, a], rows).count).toBe(250);
});

test('column letters are those of a spreadsheet', () => {
  expect([0, 25, 26, 27, 51, 52, 701, 702].map(columnLetter)).toEqual([
    'A',
    'Z',
    'AA',
    'AB',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ]);
});

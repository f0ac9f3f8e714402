import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recover } from '../../src/disclosure/attack.js';
import { type CellSystem, CellSystemBuilder } from '../../src/disclosure/cells.js';
import { givesAway, suppress } from '../../src/disclosure/suppress.js';

/** One total and its parts. */
function line(
  values: readonly number[],
  threshold: number,
  zeros: 'shown' | 'protected' = 'shown',
): CellSystem {
  const builder = new CellSystemBuilder(threshold);
  const parts = values.map((value, i) => builder.cell(`part ${i}`, value));
  if (zeros === 'protected') for (const part of parts) builder.letBeNone(part);
  builder.sum(
    builder.cell(
      'total',
      values.reduce((a, b) => a + b, 0),
    ),
    parts,
  );
  return builder.build();
}

function shownAs(system: CellSystem, threshold: number): (number | 'c')[] {
  const hidden = suppress(system, threshold);
  return system.values.map((value, cell) => (hidden[cell] ? 'c' : value));
}

describe('suppress', () => {
  // Burnley 12, Hyndburn 3, Pendle 9, Rossendale 0, Ribble Valley 7; subtotal 31; 1 to 5 are hidden.
  const worked = line([12, 3, 9, 0, 7], 6);

  it('hides the next smallest count in the worked example, so that 3 is not the rest', () => {
    expect(shownAs(worked, 6)).toEqual([12, 'c', 9, 0, 'c', 31]);
  });

  it('is needed there: hiding the small count alone is undone by subtraction', () => {
    const naive = worked.values.map((value) => value >= 1 && value <= 5);
    expect(recover(worked, naive)).toEqual([1]);
  });

  it('hides noughts too where they are protected, and enough beside them that nobody can tell that they are none', () => {
    expect(shownAs(line([12, 3, 9, 0, 7], 6, 'protected'), 6)).toEqual([12, 'c', 9, 'c', 'c', 31]);
    // Two noughts together are what is left: both would come out.
    const twice = line([12, 0, 9, 0], 6, 'protected');
    expect(recover(twice, [false, true, false, true, false])).toEqual([1, 3]);
    expect(shownAs(twice, 6)).toEqual([12, 'c', 'c', 'c', 21]);
    // A total of none is none, whatever its parts are.
    const nothing = line([0, 0], 6, 'protected');
    expect(recover(nothing, [true, true, false])).toEqual([0, 1]);
  });

  it('hides again what an earlier release hid, which takes nothing from its readers', () => {
    const laying = {
      printed: () => true,
      forced: () => false,
      hiddenBefore: (name: string) => name === 'part 0',
    };
    const hidden = suppress(worked, 6, laying);
    expect(worked.values.map((value, cell) => (hidden[cell] ? 'c' : value))).toEqual(['c', 'c', 9, 0, 7, 31]);
  });

  it('leaves to the seed which of several counts that are alike is hidden', () => {
    const alike = line([3, 20, 20, 20], 6);
    const laying = { printed: () => true, forced: () => false };
    const other = (first: string): readonly number[] => {
      const ties = (name: string): string => (name === first ? '0' : `1 ${name}`);
      return suppress(alike, 6, { ...laying, ties }).flatMap((hidden, cell) => (hidden ? [cell] : []));
    };
    expect(other('part 1')).toEqual([0, 1]);
    expect(other('part 3')).toEqual([0, 3]);
  });

  it('hides a part before the total of a place, and that before the headline of the whole area', () => {
    const builder = new CellSystemBuilder(6);
    const name = (area: string, breakdown: string, category: string) =>
      `k|${area}|2018-H1|${breakdown}|${category}`;
    const small = builder.cell(name('LSCB-BPL', 'sex', 'f'), 2);
    const large = builder.cell(name('LSCB-BPL', 'sex', 'm'), 900);
    const total = builder.cell(name('LSCB-BPL', 'total', 'all'), 7);
    const whole = builder.cell(name('PAN-LANCS', 'total', 'all'), 909);
    // No sum of the field: only which of its members goes first matters here.
    builder.sum(whole, [small, total, large]);
    const hidden = suppress(builder.build(), 6);
    expect([small, large, total, whole].map((cell) => hidden[cell])).toEqual([true, true, false, false]);
  });

  it('shows zero and hides nothing when every count is large or zero', () => {
    expect(shownAs(line([12, 0, 9, 5], 5), 5)).toEqual([12, 0, 9, 5, 26]);
  });

  it('hides a third count when two hidden ones together would say too much', () => {
    // 1 and 2 hidden would leave a sum of 3: each could be 1 or 2 only, although the rule says 1 to 4.
    expect(shownAs(line([20, 1, 2, 8, 30], 5), 5)).toEqual([20, 'c', 'c', 'c', 30, 61]);
  });

  it('hides the total when there is nothing else to hide', () => {
    expect(shownAs(line([0, 3, 0], 5), 5)).toEqual([0, 'c', 0, 'c']);
    expect(shownAs(line([2, 2], 5), 5)).toEqual(['c', 'c', 'c']);
  });

  it('hides tied cells together and protects each of their sums', () => {
    const builder = new CellSystemBuilder(5);
    const [a, b, c] = [builder.cell('a', 3), builder.cell('b', 40), builder.cell('c', 50)];
    builder.sum(builder.cell('t', 93), [a, b, c]);
    const [twin, d, e] = [builder.cell('b again', 40), builder.cell('d', 8), builder.cell('e', 9)];
    builder.tie(b, twin);
    builder.sum(builder.cell('u', 57), [twin, d, e]);
    const system = builder.build();
    expect(shownAs(system, 5)).toEqual(['c', 'c', 50, 93, 'c', 'c', 9, 57]);
  });

  it('leaves a rest that says nothing: parts of children counted twice exceed their total', () => {
    const builder = new CellSystemBuilder(5);
    const parts = [30, 20, 3].map((value, i) => builder.cell(`p${i}`, value));
    builder.sum(builder.cell('t', 40), parts);
    expect(shownAs(builder.build(), 5)).toEqual([30, 20, 'c', 40]);
  });
});

/** A two-way table with all margins: rows × columns, whose counts are often small. */
const table = fc
  .record({ rows: fc.integer({ min: 2, max: 6 }), columns: fc.integer({ min: 2, max: 6 }) })
  .chain(({ rows, columns }) =>
    fc.array(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 80 })), {
        minLength: columns,
        maxLength: columns,
      }),
      {
        minLength: rows,
        maxLength: rows,
      },
    ),
  );

function crossed(rows: readonly (readonly number[])[], threshold: number): CellSystem {
  const builder = new CellSystemBuilder(threshold);
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
  const inner = rows.map((row, r) => row.map((value, c) => builder.cell(`${r},${c}`, value)));
  const rowTotals = rows.map((row, r) => builder.cell(`${r},*`, sum(row)));
  const columnTotals = (rows[0] ?? []).map((_, c) =>
    builder.cell(`*,${c}`, sum(rows.map((row) => row[c] ?? 0))),
  );
  const grand = builder.cell('*,*', sum(rows.map(sum)));
  for (const [r, cells] of inner.entries()) builder.sum(rowTotals[r] ?? grand, cells);
  for (const [c, total] of columnTotals.entries()) {
    builder.sum(
      total,
      inner.map((cells) => cells[c] ?? grand),
    );
  }
  builder.sum(grand, rowTotals);
  builder.sum(grand, columnTotals);
  return builder.build();
}

describe('suppress on any two-way table', () => {
  it('hides every small count and leaves none open to subtraction', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 2, max: 10 }), (rows, threshold) => {
        const system = crossed(rows, threshold);
        const hidden = suppress(system, threshold);
        system.values.forEach((value, cell) => {
          if (value >= 1 && value < threshold) expect(hidden[cell]).toBe(true);
          if (value === 0) expect(hidden[cell]).toBe(false);
        });
        expect(recover(system, hidden)).toEqual([]);
        for (const sum of system.sums) expect(givesAway(system, sum, hidden, threshold)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on being run twice', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const system = crossed(rows, 5);
        expect(suppress(system, 5)).toEqual(suppress(system, 5));
      }),
      { numRuns: 30 },
    );
  });
});

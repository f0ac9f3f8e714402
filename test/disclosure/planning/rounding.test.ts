import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellSystem, countIn } from '../../../src/disclosure/planning/cells.js';
import {
  controlledRounding,
  roundedStatements,
  roundedTargets,
} from '../../../src/disclosure/planning/rounding.js';
import { audit } from '../../../src/disclosure/proof/audit.js';
import { tryAll } from '../proof/bruteForce.js';

/** Cells over counts: each a list of places. */
function systemOf(
  truth: readonly number[],
  supports: readonly (readonly number[])[],
  threshold: number,
): CellSystem {
  return {
    atoms: truth.map((_, i) => `a${i}`),
    truth,
    cells: supports.map((support, i) => ({ id: `c${i}`, support, cost: 1 })),
    rule: { threshold, zeros: 'shown' },
    forced: new Set(),
    require: 'containment',
    known: [],
  };
}

/** Rows and columns with all their totals. */
function tableOf(rows: readonly (readonly number[])[], threshold: number): CellSystem {
  const width = rows[0]?.length ?? 0;
  const at = (row: number, column: number): number => row * width + column;
  const columns = [...Array(width).keys()];
  const all = rows.flatMap((_, row) => columns.map((column) => at(row, column)));
  return systemOf(
    rows.flat(),
    [
      ...rows.flatMap((_, row) => [
        ...columns.map((column) => [at(row, column)]),
        columns.map((column) => at(row, column)),
      ]),
      ...columns.map((column) => rows.map((_, row) => at(row, column))),
      all,
    ],
    threshold,
  );
}

const moved = (system: CellSystem, values: readonly number[]): number =>
  system.cells.reduce(
    (sum, { support }, cell) => sum + Math.abs((values[cell] ?? 0) - countIn(system, support)),
    0,
  );

/** The least that all numbers can move together, over all whole tables of multiples; null when there is none. */
function leastMoved(system: CellSystem, base: number): number | null {
  let best: number | null = null;
  const near = (value: number): readonly number[] => {
    const below = value - (value % base);
    return below === value ? [below] : [below, below + base];
  };
  const numbers = new Array<number>(system.atoms.length).fill(0);
  const go = (atom: number): void => {
    if (atom < numbers.length) {
      for (const value of near(system.truth[atom] ?? 0)) {
        numbers[atom] = value;
        go(atom + 1);
      }
      return;
    }
    const values = system.cells.map(({ support }) =>
      support.reduce((sum, one) => sum + (numbers[one] ?? 0), 0),
    );
    if (
      !system.cells.every(({ support }, cell) => near(countIn(system, support)).includes(values[cell] ?? -1))
    )
      return;
    const here = moved(system, values);
    if (best === null || here < best) best = here;
  };
  go(0);
  return best;
}

describe('controlled rounding', () => {
  it('moves the printed example no further than its authors did (Handbook, section 5.5)', async () => {
    const system = tableOf(
      [
        [1, 0],
        [3, 3],
        [12, 20],
      ],
      5,
    );
    const printed = [5, 0, 5, 0, 5, 5, 10, 20, 30, 15, 25, 40];
    const found = await controlledRounding(system, 5);
    if (found.kind !== 'rounded') throw new Error(found.kind);
    expect(moved(system, found.values)).toBeLessThanOrEqual(moved(system, printed));
    expect(moved(system, found.values)).toBe(leastMoved(system, 5));
    const [am = 0, af = 0, a = 0, bm = 0, bf = 0, b = 0, cm = 0, cf = 0, c = 0, m = 0, f = 0, all = 0] =
      found.values;
    expect([am + af, bm + bf, cm + cf, am + bm + cm, af + bf + cf, m + f]).toEqual([a, b, c, m, f, all]);
  });

  it('says so where no table keeps all sums', async () => {
    // Each two make a multiple, so that one of each two would have to go up and the other down.
    const system = systemOf([2, 2, 2], [[0], [1], [2], [0, 1], [0, 2], [1, 2]], 4);
    expect(leastMoved(system, 4)).toBeNull();
    expect(await controlledRounding(system, 4)).toEqual({ kind: 'impossible' });
  });

  it('finds the table nearest to the truth and leaves every small count open', async () => {
    let tables = 0;
    const counts = fc.array(fc.constantFrom(0, 1, 2, 3, 4, 5, 7), { minLength: 4, maxLength: 4 });
    const overlapping = [[0], [1], [2], [3], [0, 1], [2, 3], [0, 2], [1, 3], [0, 3], [1, 2], [0, 1, 2, 3]];
    const shapes = fc.subarray(overlapping, { minLength: 5 });
    await fc.assert(
      fc.asyncProperty(counts, shapes, async (truth, supports) => {
        const singles = overlapping.slice(0, 4);
        const system = systemOf(truth, [...singles, ...supports.filter((one) => one.length > 1)], 3);
        const found = await controlledRounding(system, 3);
        if (found.kind !== 'rounded') throw new Error(found.kind);
        tables += 1;
        expect(moved(system, found.values)).toBe(leastMoved(system, 3));
        const targets = roundedTargets(system, found.values);
        const statements = roundedStatements(system, found.values, 3);
        const seen = await audit(statements, targets);
        if (seen.kind === 'contradiction') throw new Error('a table contradicts its own rounding');
        const ranges = tryAll(statements, targets, 12);
        expect(seen.targets.map(({ min, max }) => [min, max])).toEqual(ranges);
        expect(seen.targets.every(({ safe }) => safe === true)).toBe(true);
      }),
      { numRuns: 80, seed: 11, endOnFailure: true },
    );
    expect(tables).toBe(80);
  });
});

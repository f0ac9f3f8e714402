import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangesOf } from '../../../src/disclosure/proof/ranges.js';
import type { LinearSystem } from '../../../src/disclosure/proof/system.js';

const sum = (atoms: readonly number[], value: number): LinearSystem['constraints'][number] => ({
  id: '',
  terms: atoms.map((atom) => ({ atom, coefficient: 1 })),
  lower: value,
  upper: value,
  says: '',
});

describe('ranges of many counts at once', () => {
  it('are those of the published example (Geurts 1992)', async () => {
    const system: LinearSystem = {
      atoms: ['11', '12', '21', '22'],
      integer: true,
      constraints: [sum([0, 1], 7), sum([2, 3], 3), sum([0, 2], 6), sum([1, 3], 4)],
    };
    const found = await rangesOf(system, [0, 1, 2, 3]);
    expect([...(found ?? [])].map(([, range]) => range)).toEqual([
      [3, 6],
      [1, 4],
      [0, 3],
      [0, 3],
    ]);
  });

  it('are those of whole numbers where fractions reach further', async () => {
    // Of each three counts every two overlap in a total of one: fractions allow one and a half, whole numbers one.
    const three = [0, 3, 6];
    const atoms = [...'abcdefghi', 'p', ...Array.from({ length: 9 }, (_, i) => `s${i}`)];
    const constraints = three.flatMap((first, t) => [
      sum([first, first + 1, 10 + 3 * t], 1),
      sum([first + 1, first + 2, 11 + 3 * t], 1),
      sum([first, first + 2, 12 + 3 * t], 1),
    ]);
    constraints.push({
      ...sum([], 0),
      terms: [
        ...Array.from({ length: 9 }, (_, atom) => ({ atom, coefficient: 1 })),
        { atom: 9, coefficient: -1 },
      ],
    });
    expect((await rangesOf({ atoms, integer: true, constraints }, [9]))?.get(9)).toEqual([0, 3]);
  });

  it('say that no table meets what contradicts itself, and leave open what is', async () => {
    const system = (value: number): LinearSystem => ({
      atoms: ['a', 'b', 'c'],
      integer: true,
      constraints: [sum([0, 1], 3), sum([0], value)],
    });
    expect(await rangesOf(system(4), [0])).toBeNull();
    expect((await rangesOf(system(1), [1, 2]))?.get(2)).toEqual([0, Number.POSITIVE_INFINITY]);
  });

  it('are those that trying every table gives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 5 }),
        fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 4 }), {
          minLength: 2,
          maxLength: 4,
        }),
        async (truth, sets) => {
          const n = truth.length;
          const groups = [...sets.map((set) => set.filter((atom) => atom < n)), [...truth.keys()]].filter(
            (set) => set.length > 0,
          );
          const constraints = groups.map((set) =>
            sum(
              set,
              set.reduce((all, atom) => all + (truth[atom] ?? 0), 0),
            ),
          );
          const found = await rangesOf({ atoms: truth.map(String), integer: true, constraints }, [
            ...truth.keys(),
          ]);
          const total = truth.reduce((all, value) => all + value, 0);
          const tables = every(n, total).filter((table) =>
            constraints.every(
              ({ terms, lower }) => terms.reduce((all, { atom }) => all + (table[atom] ?? 0), 0) === lower,
            ),
          );
          for (const atom of truth.keys()) {
            const values = tables.map((table) => table[atom] ?? 0);
            expect(found?.get(atom)).toEqual([Math.min(...values), Math.max(...values)]);
          }
        },
      ),
      { seed: 20180930, numRuns: 60 },
    );
  });
});

/** Every table of n counts with that total. */
function every(n: number, total: number): number[][] {
  if (n === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) =>
    every(n - 1, total - first).map((rest) => [first, ...rest]),
  ).flat();
}

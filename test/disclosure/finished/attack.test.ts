import { describe, expect, it } from 'vitest';
import { attackPrinted } from '../../../src/disclosure/finished/attack.js';
import type { PrintedCount, PrintedCounts } from '../../../src/disclosure/finished/figures.js';
import type { PrintedRelation } from '../../../src/disclosure/finished/relations.js';
import { area } from '../observation.js';

const T = 5;

function printed(
  indicator: string,
  numbers: Readonly<Record<string, number | null>>,
  sums: readonly (readonly [total: string, ...parts: string[]])[],
): { readonly counts: PrintedCounts; readonly relations: readonly PrintedRelation[] } {
  const counts = new Map(
    Object.entries(numbers).map(([name, number]): [string, PrintedCount] => [
      name,
      {
        name,
        indicator,
        key: indicator,
        place: { area: area('PAN-LANCS'), period: '2018-H1', breakdown: 'total', category: 'all' },
        number,
        hidden: number === null,
        from: 'board/tables/a.csv',
      },
    ]),
  );
  const count = (name: string): PrintedCount => {
    const found = counts.get(name);
    if (found === undefined) throw new Error('no such count');
    return found;
  };
  return {
    counts: { counts, shares: [], faults: [] },
    relations: sums.map(([total, ...parts]) => ({
      total: count(total),
      parts: parts.map(count),
      complete: true,
      family: `${indicator} by area`,
    })),
  };
}

describe('people who add up in what is printed', () => {
  // The boards add up to the whole in 2017. In 2018 the districts of one board add up to more than it can have: somebody was counted in two.
  const numbers = { whole17: 30, a17: 20, b17: 10, whole18: 37, a18: null, b18: 9, one: 20, two: 18 };
  const sums = [
    ['whole17', 'a17', 'b17'],
    ['whole18', 'a18', 'b18'],
    ['a18', 'one', 'two'],
  ] as const;

  it('are not held to add up everywhere: that is no contradiction', async () => {
    const { counts, relations } = printed('G04', numbers, sums);
    expect(await attackPrinted(counts, relations, T)).toMatchObject({ kind: 'attacked', leaks: [] });
  });

  it('as events are, which have one place', async () => {
    const { counts, relations } = printed('M01', numbers, sums);
    expect(await attackPrinted(counts, relations, T)).toMatchObject({ kind: 'contradiction' });
  });

  it('are used against the files where nothing speaks against it', async () => {
    const { counts, relations } = printed(
      'G04',
      { whole17: 30, a17: 20, b17: 10, whole18: 37, a18: null, b18: 34 },
      [
        ['whole17', 'a17', 'b17'],
        ['whole18', 'a18', 'b18'],
      ],
    );
    const found = await attackPrinted(counts, relations, T);
    expect(found).toMatchObject({ kind: 'attacked', leaks: [{ count: 'a18', least: 3, most: 3 }] });
  });
});

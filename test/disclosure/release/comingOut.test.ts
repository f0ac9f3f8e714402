import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Relation, ReleaseCount, ReleaseCounts } from '../../../src/disclosure/release/counts.js';
import { prove } from '../../../src/disclosure/release/prove.js';

const T = 6;

function count(name: string, value: number, isPrinted: boolean, place: number): ReleaseCount {
  const isSmall = value >= 1 && value < T;
  return {
    name,
    value,
    standing: isPrinted ? 'known' : 'unprinted',
    sensitive: isSmall,
    room: null,
    held: false,
    awaited: false,
    mayHide: isPrinted && value > 0 ? place : null,
  };
}

/** Counts that are printed nowhere, and printed sums of some of them. */
function systemOf(values: readonly number[], sums: readonly (readonly number[])[]): ReleaseCounts {
  const counts = values.map((value, i) => count(`K|E07000117|2018-H1|class|${i}`, value, false, i));
  const relations: Relation[] = sums.map((parts, i) => {
    const value = parts.reduce((sum, part) => sum + (values[part] ?? 0), 0);
    const total = counts.push(count(`K|E07000117|2018-H1|other|${i}`, value, true, values.length + i)) - 1;
    return { total, parts, lower: 0, upper: 0 };
  });
  return { counts, relations };
}

/** What a count that is printed nowhere can be, by trying out every number up to `most` for every one of them. */
function possible(
  system: ReleaseCounts,
  hidden: readonly number[],
  unknown: number,
  most: number,
): Set<number>[] {
  const found = Array.from({ length: unknown }, () => new Set<number>());
  const now = new Array<number>(unknown).fill(0);
  const told = system.relations.filter(({ total }) => !hidden.includes(total));
  const agrees = (): boolean =>
    told.every(
      ({ total, parts }) =>
        parts.reduce((sum, part) => sum + (now[part] ?? 0), 0) === system.counts[total]?.value,
    );
  const fill = (place: number): void => {
    if (place === unknown) {
      if (agrees()) for (const [i, value] of now.entries()) found[i]?.add(value);
      return;
    }
    for (let value = 0; value <= most; value++) {
      now[place] = value;
      fill(place + 1);
    }
  };
  fill(0);
  return found;
}

describe('a small count that is printed nowhere', () => {
  it('comes out of three sums of two each, which none of them tells alone, and is kept', async () => {
    // a + b = 10, b + c = 12, a + c = 8: a is (10 + 8 - 12) / 2 = 3.
    const system = systemOf(
      [3, 7, 5],
      [
        [0, 1],
        [1, 2],
        [0, 2],
      ],
    );
    expect(possible(system, [], 3, 12).map((values) => [...values])).toEqual([[3], [7], [5]]);
    const { hide, open } = await prove(system, T);
    expect(open).toEqual([]);
    expect(hide).not.toEqual([]);
    for (const values of possible(system, hide, 3, 12)) expect(values.size).toBeGreaterThan(1);
  });

  it('needs nothing hidden where one sum fewer is printed', async () => {
    const system = systemOf(
      [3, 7, 5],
      [
        [0, 1],
        [1, 2],
      ],
    );
    expect((await prove(system, T)).hide).toEqual([]);
  });

  it('can be another number whatever sums are printed', async () => {
    const sums = fc.uniqueArray(fc.subarray([0, 1, 2, 3], { minLength: 2 }), {
      minLength: 3,
      maxLength: 6,
      selector: (parts) => parts.join(' '),
    });
    const values = fc.array(fc.nat(4), { minLength: 4, maxLength: 4 });
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(values, sums, async (numbers, parts) => {
        const system = systemOf(numbers, parts);
        const { hide, open } = await prove(system, T);
        expect(open).toEqual([]);
        if (hide.length > 0) kept += 1;
        const can = possible(system, hide, numbers.length, 8);
        for (const [i, value] of numbers.entries())
          if (value > 0) expect([...(can[i] ?? [])].length).toBeGreaterThan(1);
      }),
      { numRuns: 150, seed: 20180930 },
    );
    // Most of these systems tell something as they stand.
    expect(kept).toBeGreaterThan(40);
  });

  it('may be one less where it cannot be one more, also after something was hidden for it', async () => {
    const [small, large, whole, least] = [0, 1, 2, 3];
    const system: ReleaseCounts = {
      counts: [
        count('K|E07000117|2018-H1|class|a', 2, false, small),
        count('K|E07000117|2018-H1|class|b', 7, true, large),
        { ...count('K|E07000117|2018-H1|total|all', 9, true, whole), mayHide: null },
        { ...count('L|E07000117|2018-H1|total|all', 7, true, least), mayHide: null },
      ],
      relations: [
        { total: whole, parts: [small, large], lower: 0, upper: 0 },
        { total: large, parts: [least], lower: Number.NEGATIVE_INFINITY, upper: 0 },
      ],
    };
    const { open, hide, rules } = await prove(system, T);
    expect(open).toEqual([]);
    expect(hide).toEqual([large]);
    expect(rules.get(small)).toEqual([1, 2]);
  });
});

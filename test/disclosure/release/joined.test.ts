import { describe, expect, it } from 'vitest';
import type { ReleaseCount, ReleaseCounts, Standing } from '../../../src/disclosure/release/counts.js';
import {
  type EarlierCounts,
  joined,
  printedIn,
  revisedByFew,
} from '../../../src/disclosure/release/joined.js';
import { prove } from '../../../src/disclosure/release/prove.js';

const THRESHOLD = 5;

const count = (name: string, value: number, standing: Standing): ReleaseCount => ({
  name,
  value,
  standing,
  sensitive: value >= 1 && value < THRESHOLD,
  room: null,
  held: false,
  awaited: false,
  mayHide: null,
});

/** Two parts and their total, as they stand in a release. */
function release(
  a: readonly [number, Standing],
  b: readonly [number, Standing],
  total: Standing,
): ReleaseCounts {
  return {
    counts: [count('a', ...a), count('b', ...b), count('total', a[0] + b[0], total)],
    relations: [{ total: 2, parts: [0, 1], lower: 0, upper: 0 }],
  };
}

const as = (name: string, counts: ReleaseCounts): EarlierCounts => ({ ...counts, release: name });

describe('releases side by side', () => {
  it('are not proven when both print a count that grew by a handful', async () => {
    const first = as('one', release([20, 'known'], [30, 'known'], 'known'));
    const second = joined(release([22, 'known'], [30, 'known'], 'known'), first, THRESHOLD);
    expect((await prove(second, THRESHOLD)).open.length).toBeGreaterThan(0);
  });

  it('are proven when the new number is hidden with another beside it', async () => {
    const first = as('one', release([20, 'known'], [30, 'known'], 'known'));
    const second = joined(release([22, 'marked'], [30, 'marked'], 'unprinted'), first, THRESHOLD);
    expect((await prove(second, THRESHOLD)).open).toEqual([]);
  });

  it('let a hidden count be worked out where nothing came late and the other release prints what is missing', async () => {
    const first = as('one', release([3, 'marked'], [30, 'known'], 'unprinted'));
    const second = joined(release([3, 'marked'], [30, 'marked'], 'known'), first, THRESHOLD);
    // b is at least the 30 of before, so a is at most 3: less than "fewer than five" says.
    expect((await prove(second, THRESHOLD)).open.length).toBeGreaterThan(0);
  });

  it('are held to what earlier ones do not tell by themselves, where a threshold was raised since', async () => {
    // Three was no small number then.
    const first = as('one', release([20, 'known'], [3, 'known'], 'known'));
    const second = joined(release([21, 'marked'], [3, 'marked'], 'unprinted'), first, THRESHOLD);
    const { rules, open, toldBefore } = await prove(second, THRESHOLD);
    expect(open).toEqual([]);
    expect(toldBefore).toBe(1);
    expect(rules.get(1)).toEqual([3, THRESHOLD - 1]);
    // Of what is printed anew nothing is forgiven.
    const third = joined(release([21, 'known'], [3, 'marked'], 'known'), first, THRESHOLD);
    expect((await prove(third, THRESHOLD)).open.length).toBeGreaterThan(0);
  });

  it('hide a number that differs by a handful from any earlier printed one, also from one before the last', () => {
    const first = as('one', release([20, 'known'], [30, 'known'], 'known'));
    const second = as('two', joined(release([21, 'marked'], [30, 'known'], 'marked'), first, THRESHOLD));
    const third = [
      ['a', 22],
      ['b', 30],
      ['total', 60],
    ] as const;
    expect([...revisedByFew(third, second, THRESHOLD)]).toEqual(['a']);
    expect([...revisedByFew(third, first, THRESHOLD)]).toEqual(['a']);
    expect([...revisedByFew(third, null, THRESHOLD)]).toEqual([]);
  });

  it('know that what is given as first published is not far off', async () => {
    const first = as('one', release([20, 'known'], [3, 'unprinted'], 'unprinted'));
    const now = release([22, 'marked'], [3, 'marked'], 'known');
    const numbers = new Map([['a', 20]]);
    const open = async (within: number): Promise<readonly string[]> => {
      const system = joined(now, first, THRESHOLD, [{ numbers, withheld: new Map(), within }]);
      const found = (await prove(system, THRESHOLD)).open;
      return found.map(({ count, side }) => `${system.counts[count]?.name} ${side}`);
    };
    // The two are 25 together. If a may be four more than it was, b can be one; if two more at most, b is at least three.
    expect(await open(THRESHOLD - 1)).toEqual([]);
    expect(await open(2)).toEqual(['b low']);
  });

  it('are given no old number where that it is not far off would tell too much', async () => {
    const first = as('one', release([20, 'known'], [3, 'unprinted'], 'unprinted'));
    const now = release([22, 'marked'], [3, 'marked'], 'known');
    const numbers = new Map([['a', 20]]);
    const cells = new Map([['a', 7]]);
    const asked = async (within: number) => {
      const system = joined(now, first, THRESHOLD, [{ numbers, withheld: new Map(), within, cells }]);
      const { hide, open } = await prove(system, THRESHOLD);
      return { open, cells: hide.map((count) => system.counts[count]?.mayWithhold) };
    };
    expect(await asked(THRESHOLD - 1)).toEqual({ open: [], cells: [] });
    expect(await asked(2)).toEqual({ open: [], cells: [7, 7] });
    // What is withheld keeps its place and tells nothing, so that the tables of other readers still serve.
    const [given, withheld] = [
      { numbers, withheld: new Map() },
      { numbers: new Map(), withheld: numbers },
    ].map((old) => joined(now, first, THRESHOLD, [{ ...old, within: 2, cells }]));
    expect(withheld?.relations).toEqual(given?.relations);
    expect(withheld?.counts.map(({ name }) => name)).toEqual(given?.counts.map(({ name }) => name));
    const standing = (system: ReleaseCounts | undefined) =>
      system?.counts.filter(({ name }) => / of a$/.test(name)).map(({ standing }) => standing);
    expect(standing(given)).toEqual(['known', 'known']);
    expect(standing(withheld)).toEqual(['unprinted', 'unprinted']);
  });

  it('remember the newest number that was printed of a count, from whichever release', () => {
    const first = as('one', release([20, 'known'], [30, 'known'], 'known'));
    const second = as('two', joined(release([21, 'marked'], [38, 'known'], 'marked'), first, THRESHOLD));
    expect(
      [...printedIn(second)].filter(([name]) => !name.startsWith('least') && !name.startsWith('most')),
    ).toEqual([
      ['b', 38],
      ['a', 20],
      ['total', 50],
    ]);
    expect([...printedIn(null)]).toEqual([]);
  });

  it('keep the names of each release apart', () => {
    const first = as('one', release([20, 'known'], [30, 'known'], 'known'));
    const second = as('two', joined(release([21, 'marked'], [30, 'known'], 'marked'), first, THRESHOLD));
    const third = joined(release([22, 'marked'], [30, 'known'], 'marked'), second, THRESHOLD);
    const names = third.counts.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('a @ one');
    expect(names).toContain('a @ two');
    expect(names).toContain('change of a @ two');
  });
});

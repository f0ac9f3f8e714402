import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReleaseCount, ReleaseCounts, Standing } from '../../../src/disclosure/release/counts.js';
import {
  allOf,
  type EarlierCounts,
  hiddenIn,
  joined,
  type OwnCounts,
  printedIn,
  revisedByFew,
  sideBySide,
  withOldNumbers,
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
    expect(rules.has(1)).toBe(false);
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
      const system = joined(
        withOldNumbers(now, [{ numbers, withheld: new Map(), within }]),
        first,
        THRESHOLD,
      );
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
      const old = [{ numbers, withheld: new Map(), within, cells }];
      const system = joined(withOldNumbers(now, old), first, THRESHOLD);
      const { hide, open } = await prove(system, THRESHOLD);
      return { open, cells: hide.map((count) => system.counts[count]?.mayWithhold) };
    };
    expect(await asked(THRESHOLD - 1)).toEqual({ open: [], cells: [] });
    expect(await asked(2)).toEqual({ open: [], cells: [7, 7] });
    // What is withheld keeps its place and tells nothing, so that the tables of other readers still serve.
    const [given, withheld] = [
      { numbers, withheld: new Map() },
      { numbers: new Map(), withheld: numbers },
    ].map((old) => joined(withOldNumbers(now, [{ ...old, within: 2, cells }]), first, THRESHOLD));
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

  it('have what did not change once, as it stands in whichever tells most', () => {
    const first = as('one', release([20, 'known'], [3, 'marked'], 'unprinted'));
    const second = as('two', joined(release([20, 'marked'], [3, 'unprinted'], 'known'), first, THRESHOLD));
    expect(second.counts.map(({ name, standing, before }) => [name, standing, before])).toEqual([
      ['a', 'known', 'known'],
      ['b', 'marked', 'marked'],
      ['total', 'known', 'unprinted'],
    ]);
    expect(second.relations).toEqual(first.relations);
    expect([...hiddenIn(second)]).toEqual(['b']);
    // What changed is told apart from the release in which it did.
    const third = joined(release([20, 'marked'], [4, 'marked'], 'unprinted'), second, THRESHOLD);
    expect(third.counts.map(({ name }) => name).toSorted()).toEqual([
      'a',
      'b',
      'b @ two',
      'change of b @ two',
      'change of total @ two',
      'total',
      'total @ two',
    ]);
    expect(third.relations.length).toBe(4);
  });

  it('are proven for those who do not know what changed by what is proven for those who do', async () => {
    const value = fc.constantFrom(0, 1, 2, 3, 4, 7, 12, 20);
    const standing = fc.constantFrom<Standing>('known', 'marked', 'marked', 'unprinted');
    const drawn = fc.array(fc.tuple(value, standing), { minLength: 4, maxLength: 4 });
    const change = fc.array(fc.constantFrom(0, 0, 0, 1, 6), { minLength: 4, maxLength: 4 });
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(
        drawn,
        fc.array(standing, { minLength: 7, maxLength: 7 }),
        change,
        async (old, standings, changes) => {
          const totals = standings.slice(4);
          const before = wider(old, totals);
          const after = wider(
            old.map(([was], i) => [was + (changes[i] ?? 0), standings[i] ?? 'known'] as const),
            totals.toReversed(),
          );
          const apart = sideBySide(after, as('one', before), THRESHOLD);
          const once = joined(after, as('one', before), THRESHOLD);
          const { tables, besides } = await prove(once, THRESHOLD);
          for (const table of [...tables, ...besides]) {
            const byName = new Map([...table].map(([own, to]) => [once.counts[own]?.name ?? '', to]));
            // Copies of a count that stands once are what it is, and what did not change still does not.
            const numbers = apart.counts.map(
              ({ name, value: was }) => byName.get(name) ?? byName.get(nameOfOne(name, once)) ?? was,
            );
            if (numbers.some((number, i) => number !== apart.counts[i]?.value)) moved += 1;
            for (const { total, parts, lower, upper } of apart.relations) {
              const rest = parts.reduce((sum, part) => sum + (numbers[part] ?? 0), 0) - (numbers[total] ?? 0);
              expect(rest >= lower && rest <= upper).toBe(true);
            }
            apart.counts.forEach(({ standing: own, value: was }, i) => {
              if (own === 'known') expect(numbers[i]).toBe(was);
              if (own === 'marked' && was > 0) expect(numbers[i]).toBeGreaterThan(0);
            });
          }
        },
      ),
      { numRuns: 200, seed: 5 },
    );
    expect(moved).toBeGreaterThan(200);
  });
});

describe('a count that only those can narrow who know what did not change', () => {
  /** A total of three parts, of which the second and third are small. */
  const release3 = (
    [q, s, u]: readonly [number, number, number],
    standings: readonly [Standing, Standing, Standing, Standing],
  ): ReleaseCounts => ({
    counts: [
      count('p', q + s + u, standings[0]),
      count('q', q, standings[1]),
      count('s', s, standings[2]),
      count('u', u, standings[3]),
    ],
    relations: [{ total: 0, parts: [1, 2, 3], lower: 0, upper: 0 }],
  });
  const one = release3([18, 1, 1], ['known', 'unprinted', 'unprinted', 'unprinted']);
  // The second release gives the total as first published: it is no further from 20 than two, so that s and u are three together at most.
  const given = [{ numbers: new Map([['p', 20]]), withheld: new Map(), within: 2 }];
  const two = withOldNumbers(release3([19, 2, 1], ['unprinted', 'known', 'unprinted', 'unprinted']), given);
  const three = release3([19, 2, 1], ['unprinted', 'known', 'marked', 'marked']);
  const own = (name: string, counts: ReleaseCounts): OwnCounts => ({
    ...counts,
    release: name,
    threshold: THRESHOLD,
  });
  const first = own('one', one);
  const second = own('two', two);

  it('is proven with its copies set apart', async () => {
    const before = allOf([first, second]);
    const once = joined(three, before, THRESHOLD);
    const proven = await prove(once, THRESHOLD);
    expect(proven.open.map(({ count: open }) => once.counts[open]?.name).toSorted()).toEqual(['s', 'u']);
    expect(proven.apart).toEqual(['q', 's', 'u']);
    const again = joined(three, before, THRESHOLD, new Set(proven.apart));
    expect(again.counts.map(({ name }) => name)).toContain('s @ two');
    const set = await prove(again, THRESHOLD);
    expect(set.open).toEqual([]);
    expect(set.apart).toEqual([]);
  });

  it('is proven so too where they are copies of two earlier releases', async () => {
    // Nothing changed since, and nothing is told.
    const four = release3([19, 2, 1], ['unprinted', 'unprinted', 'unprinted', 'unprinted']);
    const before = allOf([first, second, own('three', three)]);
    const once = joined(four, before, THRESHOLD);
    const proven = await prove(once, THRESHOLD);
    // Those who know what did not change have it from the third release already.
    expect(proven.toldBefore).toBe(2);
    expect(proven.apart).toEqual(['p', 'q', 's', 'u']);
    const again = joined(four, before, THRESHOLD, new Set(proven.apart));
    expect(again.counts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['s', 's @ three', 's @ two']),
    );
    const { open, toldBefore } = await prove(again, THRESHOLD);
    expect({ open, toldBefore }).toEqual({ open: [], toldBefore: 0 });
  });

  it('has its copies found once only, and anew for others that are set apart', () => {
    const before = allOf([first, second, own('three', three)]);
    const apart = new Set(['q', 's', 'u']);
    const names = (which: ReadonlySet<string>) =>
      joined(three, before, THRESHOLD, which).counts.map(({ name }) => name);
    const [none, some] = [names(new Set()), names(apart)];
    expect(some.length).toBeGreaterThan(none.length);
    expect(names(new Set())).toEqual(none);
    expect(names(new Set(apart))).toEqual(some);
  });
});

/** Two times two parts, their two totals and the whole. */
function wider(parts: readonly (readonly [number, Standing])[], totals: readonly Standing[]): ReleaseCounts {
  // Noughts are shown as what they are.
  const shown = (number: number, standing: Standing): Standing =>
    number === 0 && standing === 'marked' ? 'known' : standing;
  const all = parts.map(([number, standing], i) => count(`part ${i}`, number, shown(number, standing)));
  const sum = (a: number, b: number): number => (all[a]?.value ?? 0) + (all[b]?.value ?? 0);
  const of = (name: string, number: number, place: number): void => {
    all.push(count(name, number, shown(number, totals[place] ?? 'known')));
  };
  of('left', sum(0, 1), 0);
  of('right', sum(2, 3), 1);
  of('whole', sum(4, 5), 2);
  const relations = [
    { total: 4, parts: [0, 1], lower: 0, upper: 0 },
    { total: 5, parts: [2, 3], lower: 0, upper: 0 },
    { total: 6, parts: [4, 5], lower: 0, upper: 0 },
  ];
  return { counts: all, relations };
}

/** Name of the count that stands for a copy of it; the copy's own where it stands by itself. */
function nameOfOne(name: string, once: ReleaseCounts): string {
  return once.counts.some((one) => one.name === name) ? name : (name.split(' @ ')[0] ?? name);
}

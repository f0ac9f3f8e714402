import { describe, expect, it } from 'vitest';
import { attackPrinted, smallPrinted } from '../../../src/disclosure/finished/attack.js';
import {
  type PrintedCount,
  type PrintedCounts,
  type PrintedFigure,
  printedCounts,
} from '../../../src/disclosure/finished/figures.js';
import type { PrintedRelation } from '../../../src/disclosure/finished/relations.js';
import { joinReleases } from '../../../src/disclosure/finished/releases.js';
import { hidden, shown } from '../../report/figures.js';
import { area } from '../observation.js';

const T = 5;

function printed(
  indicator: string,
  numbers: Readonly<Record<string, number | null>>,
  sums: readonly (readonly [total: string, ...parts: string[]])[],
  zeros: 'shown' | 'protected' = 'shown',
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
        mayBeNone: zeros === 'protected',
        asFirst: null,
        near: null,
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

  describe('where the only sums that do have one part that is not none', () => {
    const all = { whole: 26, a: 14, b: 12, other: 26, c: 16, d: 12 };
    const missing = { mWhole17: 4, m1: 4, m2: 0, mWhole18: 12, m3: null, m4: 9 };
    const counts = printed('M05', { ...all, ...missing }, []).counts;
    const relation = (family: string, ...names: readonly string[]): PrintedRelation => {
      const [total, ...parts] = names.map((name) => counts.counts.get(name));
      if (total === undefined) throw new Error('no such count');
      return { total, parts: parts.filter((part) => part !== undefined), complete: true, family };
    };
    const again = 'missing-episodes: person by missing_from_at in home where again by area';
    const relations = [
      relation(again, 'mWhole17', 'm1', 'm2'),
      relation(again, 'mWhole18', 'm3', 'm4'),
      relation('missing-episodes: person by missing_from_at in home by area', 'whole', 'a', 'b'),
    ];

    it('are held to while nobody is seen to be counted in two', async () => {
      const found = await attackPrinted(counts, relations, T);
      expect(found).toMatchObject({ kind: 'attacked', leaks: [{ count: 'm3', least: 3, most: 3 }] });
    });

    it('are not where others of the same register are', async () => {
      const seen = relation('missing-episodes: person by missing_from_at in home by area', 'other', 'c', 'd');
      expect(await attackPrinted(counts, [...relations, seen], T)).toMatchObject({ leaks: [] });
      const elsewhere = { ...seen, family: 'referrals: person by contact_at in home by area' };
      expect(await attackPrinted(counts, [...relations, elsewhere], T)).toMatchObject({
        leaks: [{ count: 'm3' }],
      });
    });
  });
});

describe('noughts that are hidden with the same mark', () => {
  const sums = [['whole', 'a', 'b', 'c']] as const;

  it('leave more open than where noughts are shown', async () => {
    // The two hidden ones are four together: each at most three where noughts are shown, and anything from none to four where they are not.
    const numbers = { whole: 24, a: 20, b: null, c: null };
    const shown = printed('M01', numbers, sums);
    expect(await attackPrinted(shown.counts, shown.relations, T)).toMatchObject({
      leaks: [
        { count: 'b', least: 1, most: 3 },
        { count: 'c', least: 1, most: 3 },
      ],
    });
    const covered = printed('M01', numbers, sums, 'protected');
    expect(await attackPrinted(covered.counts, covered.relations, T)).toMatchObject({ leaks: [] });
  });

  it('come out where nothing is left for them', async () => {
    const { counts, relations } = printed('M01', { whole: 20, a: 20, b: null, c: null }, sums, 'protected');
    expect(await attackPrinted(counts, relations, T)).toMatchObject({
      leaks: [
        { count: 'b', least: 0, most: 0 },
        { count: 'c', least: 0, most: 0 },
      ],
    });
  });
});

/** Sums of episodes, with something else given of some counts than a number or nothing; another sum of the kind is printed in full, so that everybody sees that parts add up. */
function withGiven(
  numbers: Readonly<Record<string, number | null>>,
  sums: readonly (readonly [total: string, ...parts: string[]])[],
  given: Readonly<Record<string, Partial<PrintedCount>>>,
) {
  const found = printed('M01', { ...numbers, all: 30, x: 10, y: 20 }, [...sums, ['all', 'x', 'y']]);
  for (const [name, own] of Object.entries(given)) Object.assign(found.counts.counts.get(name) ?? {}, own);
  return found;
}

describe('counts that are given as first published', () => {
  const withOld = (
    numbers: Readonly<Record<string, number | null>>,
    sums: readonly (readonly [total: string, ...parts: string[]])[],
    old: Readonly<Record<string, number>>,
  ) =>
    withGiven(
      numbers,
      sums,
      Object.fromEntries(Object.entries(old).map(([name, asFirst]) => [name, { asFirst }])),
    );
  const sums = [['whole', 'a', 'b']] as const;

  it('need not add up, and tell nothing while two of them can have changed', async () => {
    const { counts, relations } = withOld({ whole: null, a: null, b: 30 }, sums, { whole: 50, a: 20 });
    expect(await attackPrinted(counts, relations, T)).toMatchObject({ kind: 'attacked', leaks: [] });
  });

  it('are told by a sum of new numbers, with the arithmetic', async () => {
    const { counts, relations } = withOld({ whole: null, a: 22, b: 30 }, sums, { whole: 50 });
    const found = await attackPrinted(counts, relations, T);
    expect(found).toMatchObject({
      kind: 'attacked',
      leaks: [{ count: 'the change of whole', least: 2, most: 2 }],
    });
    expect(JSON.stringify(found)).toMatch(/whole \[c\] is a \(22\) \+ b \(30\)/);
  });

  it('bound what stands beside them', async () => {
    // At most four more than 50: with 46 known, c is at most eight; with 52 known it is at most two.
    const of = (a: number) => withOld({ whole: null, a, c: null }, [['whole', 'a', 'c']], { whole: 50 });
    const far = of(46);
    expect(await attackPrinted(far.counts, far.relations, T)).toMatchObject({ kind: 'attacked', leaks: [] });
    const near = of(52);
    expect(await attackPrinted(near.counts, near.relations, T)).toMatchObject({
      leaks: [{ count: 'c', least: 1, most: 2 }],
    });
  });

  it('may not be small themselves', () => {
    const { counts } = withOld({ whole: null, a: 22, b: 30 }, sums, { whole: 3 });
    expect(smallPrinted(counts, T, false)).toMatchObject([{ count: 'whole', least: 3 }]);
  });

  it('must be a number that an earlier release gave, or one that is not near any', () => {
    const released = (number: number | null, old?: number) => {
      const { counts, relations } = withOld(
        { whole: number, a: number === null ? null : 20, b: 30 },
        sums,
        old === undefined ? {} : { whole: old },
      );
      return { printed: counts, relations, claims: [] };
    };
    const faults = (...releases: readonly ReturnType<typeof released>[]) =>
      joinReleases(
        releases.map((one, i) => ({ ...one, label: String(i) })),
        T,
        false,
      ).printed.faults;
    expect(faults(released(50), released(null, 50))).toEqual([]);
    const fault = { message: 'whole is given as first published with another number than before.' };
    expect(faults(released(50), released(null, 51))).toMatchObject([fault]);
    // Of the first of three; and one that only a release between can have laid out.
    expect(faults(released(50), released(57), released(null, 50))).toEqual([]);
    expect(faults(released(50), released(57), released(null, 58))).toMatchObject([fault]);
    expect(faults(released(50), released(null, 80))).toEqual([]);
  });
});

describe('a count of groups', () => {
  it('may change by one for those who have the map of groups, and for nobody else', () => {
    const of = (number: number) => {
      const { counts, relations } = printed('G03', { all: number, x: number, y: 0 }, [['all', 'x', 'y']]);
      return { printed: counts, relations, claims: [] };
    };
    const revisions = (groupsDrawn: boolean) =>
      joinReleases(
        [
          { ...of(9), label: '1' },
          { ...of(8), label: '2' },
        ],
        T,
        groupsDrawn,
      ).revisions;
    expect(revisions(true)).toEqual([]);
    expect(revisions(false)).not.toEqual([]);
  });
});

describe('rounded counts', () => {
  const sums = [['whole', 'a', 'b']] as const;
  const withRounded = (
    numbers: Readonly<Record<string, number | null>>,
    near: Readonly<Record<string, number>>,
  ) =>
    withGiven(
      numbers,
      sums,
      Object.fromEntries(
        Object.entries(near).map(([name, number]) => [
          name,
          { hidden: false, near: { number, half: 2, ofOld: false } },
        ]),
      ),
    );

  it('leave more open than exact ones', async () => {
    // Exactly 30 less 28 would be two; about 30 less about 28 is anything up to six.
    const exact = withRounded({ whole: 30, a: 28, b: null }, {});
    expect(await attackPrinted(exact.counts, exact.relations, T)).toMatchObject({
      leaks: [{ count: 'b', least: 2, most: 2 }],
    });
    const rounded = withRounded({ whole: null, a: null, b: null }, { whole: 30, a: 30 });
    expect(await attackPrinted(rounded.counts, rounded.relations, T)).toMatchObject({ leaks: [] });
  });

  it('tell a small one all the same where they are too near', async () => {
    // 33 at least and 32 at most leave one at most for the other.
    const { counts, relations } = withRounded({ whole: null, a: 31, b: null }, { whole: 30 });
    expect(await attackPrinted(counts, relations, T)).toMatchObject({
      leaks: [{ count: 'b', least: 1, most: 1 }],
    });
  });

  it('must be rounded, and near the count where that is printed', () => {
    const figure = (file: string, number: number): PrintedFigure => {
      const nothing = hidden('z');
      return {
        from: `${file}/tables/a.csv`,
        indicator: 'M01',
        area: area('PAN-LANCS'),
        period: '2018-H1',
        breakdown: 'total',
        category: 'all',
        numerator: shown(number),
        denominator: nothing,
        value: nothing,
        lower: nothing,
        upper: nothing,
      };
    };
    const faults = (...figures: readonly PrintedFigure[]) =>
      printedCounts(figures, (file) => ({
        hidesNoughts: false,
        roundTo: file.startsWith('public') ? 5 : 1,
      })).faults.map(({ message }) => message);
    expect(faults(figure('public', 50), figure('board', 48))).toEqual([]);
    expect(faults(figure('board', 48), figure('public', 50))).toEqual([]);
    expect(faults(figure('public', 48))).toEqual([expect.stringMatching(/is not rounded to 5/)]);
    expect(faults(figure('public', 50), figure('board', 53))).toEqual([expect.stringMatching(/is not near/)]);
    expect(faults(figure('board', 53), figure('public', 50))).toEqual([expect.stringMatching(/is not near/)]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Observation, StatementRecord } from '../../src/analysis/model.js';
import type { Figure } from '../../src/disclosure/model.js';
import { protect } from '../../src/disclosure/protect.js';
import { area, areas, count, H1, H1_BEFORE, result, share } from './observation.js';

const ceilings = new Map(
  ['M02', 'M03', 'M01', 'S01', 'V03', 'V04', 'M19', 'R09', 'T01'].map((id) => [id, 'B' as const]),
);
const board = { edition: 'board', threshold: 5, ceiling: 'B', ceilings } as const;

function text(figure: Figure | undefined): string | number | undefined {
  if (figure === undefined) return undefined;
  return 'number' in figure ? figure.number : `[${figure.symbol}]`;
}

/** One count for every district, with every larger area as the sum. */
function everywhere(
  indicator: string,
  byDistrict: (index: number) => number,
  over: Partial<Observation> = {},
): Observation[] {
  const values = new Map(areas.districts.map((code, index) => [code, byDistrict(index)]));
  return areas.all.map((code) =>
    count(
      indicator,
      code,
      areas.districtsOf(code).reduce((sum, d) => sum + (values.get(d) ?? 0), 0),
      over,
    ),
  );
}

describe('protect', () => {
  it('hides a small district count with its rate, and a second district so that it cannot be had by subtraction', () => {
    // Districts by code: Blackburn, Blackpool, Burnley ... Hyndburn (index 5) has 3, Ribble Valley (9) has 6.
    const counts = everywhere('M02', (i) => (i === 5 ? 3 : i === 9 ? 6 : 20 + i));
    const rates = everywhere('M03', (i) => (i === 5 ? 3 : i === 9 ? 6 : 20 + i), {
      numeratorKey: 'M02',
      denominator: 20_000,
      populationBase: true,
      denominatorKey: 'population 0-17',
      value: 1.25,
      lower: 1,
      upper: 2,
      method: 'exact',
    });
    const published = protect(result([...counts, ...rates]), board);
    const [hyndburn, ribble] = ['E07000120', 'E07000124'];
    expect(text(published.find('M02', hyndburn, H1)?.value)).toBe('[c]');
    expect(text(published.find('M02', ribble, H1)?.value)).toBe('[c]');
    expect(text(published.find('M03', hyndburn, H1)?.value)).toBe('[c]');
    expect(text(published.find('M03', hyndburn, H1)?.lower)).toBe('[c]');
    expect(text(published.find('M03', hyndburn, H1)?.denominator)).toBe(20_000);
    expect(text(published.find('M02', 'PAN-LANCS', H1)?.value)).toBeGreaterThan(100);
    // Hyndburn and Ribble Valley share a partnership board and a division, so two hidden cells are enough in each.
    expect(published.summary.suppressed).toBe(2);
  });

  it('treats a board that covers one district as that district', () => {
    const published = protect(result([count('M02', 'LSCB-BPL', 3), count('M02', 'E06000009', 3)]), board);
    expect(text(published.find('M02', 'LSCB-BPL', H1)?.value)).toBe('[c]');
  });

  it('hides events of too few people', () => {
    const episodes = count('M01', 'E07000117', 40, { people: 3 });
    expect(text(protect(result([episodes]), board).find('M01', 'E07000117', H1)?.value)).toBe('[c]');
  });

  it('hides a part whose complement is small, and the percentage', () => {
    const published = protect(result([share('M19', 'PAN-LANCS', 97, 100)]), board);
    expect(text(published.find('M19', 'PAN-LANCS', H1)?.numerator)).toBe('[c]');
    expect(text(published.find('M19', 'PAN-LANCS', H1)?.value)).toBe('[c]');
    expect(text(published.find('M19', 'PAN-LANCS', H1)?.denominator)).toBe(100);
  });

  it('hides girls when boys are few: two indicators share one denominator', () => {
    const known = { denominatorKey: 'sex known' };
    const published = protect(
      result([share('V03', 'E07000117', 40, 43, known), share('V04', 'E07000117', 3, 43, known)]),
      board,
    );
    expect(text(published.find('V03', 'E07000117', H1)?.numerator)).toBe('[c]');
    expect(text(published.find('V04', 'E07000117', H1)?.numerator)).toBe('[c]');
  });

  it('hides a small number of unknown answers where everyone is counted elsewhere', () => {
    const published = protect(
      result([
        count('S01', 'PAN-LANCS', 120),
        share('V03', 'PAN-LANCS', 80, 117, { unknown: 3, denominatorKey: 'sex known' }),
      ]),
      board,
    );
    const female = published.find('V03', 'PAN-LANCS', H1);
    expect(text(female?.unknown)).toBe('[c]');
    expect(text(female?.denominator)).toBe('[c]');
    expect(text(published.find('S01', 'PAN-LANCS', H1)?.value)).toBe(120);
  });

  it('protects categories within their total', () => {
    const by = (category: string, n: number): Observation =>
      count('S01', 'PAN-LANCS', n, { breakdown: 'risk', category });
    const published = protect(
      result([count('S01', 'PAN-LANCS', 93), by('HIGH', 3), by('MED', 40), by('LOW', 50)]),
      board,
    );
    expect(published.categories('S01', 'PAN-LANCS', H1, 'risk').map((o) => text(o.value))).toEqual([
      '[c]',
      '[c]',
      50,
    ]);
  });

  it('does not average few people', () => {
    const median = count('R09', 'PAN-LANCS', 7, {
      method: 'median',
      value: 4,
      denominator: 7,
      numerator: null,
    });
    const observation = protect(result([median]), board).find('R09', 'PAN-LANCS', H1);
    expect(text(observation?.value)).toBe('[u]');
    expect(text(observation?.denominator)).toBe(7);
  });

  it('leaves out indicators that the edition may not carry, and unknown ones', () => {
    const restricted = new Map([['M02', 'T' as const]]);
    const published = protect(result([count('M02', 'PAN-LANCS', 50), count('new', 'PAN-LANCS', 50)]), {
      ...board,
      ceilings: restricted,
    });
    expect(published.all()).toEqual([]);
  });

  it('says nothing in a statement about a hidden count, not even its direction', () => {
    const statement: StatementRecord = {
      id: 's',
      kind: 'change',
      indicator: 'M02',
      countingUnit: 'children',
      area: area('E07000117'),
      period: H1,
      comparedWith: H1_BEFORE,
      n1: 3,
      n2: 30,
      exposure1: 1,
      exposure2: 1,
      method: 'paired-people',
      estimate: 10,
      lower: 3,
      upper: 30,
      p: 0.001,
      pAdjusted: null,
      family: null,
      verdict: 'higher',
      clearly: true,
      refusal: null,
    };
    const published = protect(
      result([count('M02', 'E07000117', 3, { period: H1_BEFORE }), count('M02', 'E07000117', 30)], {
        statements: [statement],
      }),
      board,
    );
    expect(published.statement('change', 'M02', 'E07000117')).toMatchObject({
      verdict: 'confidential',
      clearly: false,
      n2: { symbol: 'c' },
      estimate: { symbol: 'c' },
    });
  });

  it('keeps the counts of children in one half-year only out of statements', () => {
    const statement = {
      id: 's',
      kind: 'change',
      indicator: 'M02',
      countingUnit: 'children',
      area: area('PAN-LANCS'),
      period: H1,
      comparedWith: H1_BEFORE,
      n1: 12,
      n2: 30,
      exposure1: null,
      exposure2: null,
      method: 'paired-people',
      estimate: 1.2,
      lower: 1.012345,
      upper: 1.5,
      p: 0.01,
      pAdjusted: null,
      family: null,
      verdict: 'higher',
      clearly: false,
      refusal: null,
    } as const;
    const published = protect(
      result([count('M02', 'PAN-LANCS', 100, { period: H1_BEFORE }), count('M02', 'PAN-LANCS', 120)], {
        statements: [statement],
      }),
      board,
    );
    const spoken = published.statement('change', 'M02', 'PAN-LANCS');
    expect([text(spoken?.n1), text(spoken?.n2), text(spoken?.lower)]).toEqual(['[x]', '[x]', 1.012]);
    expect(spoken?.verdict).toBe('higher');
  });

  it('hides the bands of a concentration that are few children, and shares of few', () => {
    const published = protect(
      result([count('M01', 'PAN-LANCS', 100, { people: 44 }), count('M02', 'PAN-LANCS', 44)], {
        concentrations: [
          {
            indicator: 'M01',
            area: area('PAN-LANCS'),
            period: H1,
            children: 44,
            episodes: 100,
            childrenMakingHalf: 4,
            topTenthChildren: 5,
            topTenthShare: 52,
            repeatChildren: 14,
            chanceRepeatShare: 60,
            bands: [
              { band: '1', children: 30, episodes: 30 },
              { band: '2', children: 9, episodes: 18 },
              { band: '3-5', children: 3, episodes: 12 },
              { band: '6-10', children: 2, episodes: 16 },
              { band: '11+', children: 0, episodes: 0 },
            ],
            refusal: null,
          },
        ],
      }),
      board,
    );
    const spread = published.concentration('M01', 'PAN-LANCS');
    expect(spread?.bands.map((band) => text(band.children))).toEqual([30, 9, '[c]', '[c]', 0]);
    expect(spread?.bands.map((band) => text(band.episodes))).toEqual([30, 18, '[c]', '[c]', 0]);
    expect(text(spread?.childrenMakingHalf)).toBe('[c]');
    expect(text(spread?.topTenthShare)).toBe(52);
  });
});

describe('protect on random localities', () => {
  const district = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 400 }));

  it('lets no hidden number into the published JSON', () => {
    fc.assert(
      fc.property(fc.array(district, { minLength: 14, maxLength: 14 }), (values) => {
        // Every count is moved to a number of its own, so that finding it can only mean a leak.
        const marked = everywhere('M02', (i) => values[i] ?? 0).map((o) => ({
          ...o,
          value: o.value === null ? null : o.value + 0.123456,
        }));
        const published = protect(result(marked), board);
        const json = JSON.stringify(published);
        marked.forEach((o) => {
          const shown = published.find('M02', o.area, H1);
          const isHidden = text(shown?.numerator) === '[c]';
          if (!isHidden) return;
          expect(text(shown?.value)).toBe('[c]');
          const sharedWithShown = marked.some(
            (other) =>
              other.numerator === o.numerator &&
              text(published.find('M02', other.area, H1)?.numerator) !== '[c]',
          );
          if (!sharedWithShown) expect(json).not.toContain(`:${o.value}`);
        });
        for (const o of published.all()) {
          if ('number' in o.numerator && o.numerator.number > 0) {
            expect(o.numerator.number).toBeGreaterThanOrEqual(5);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('protect on profiles and lists', () => {
  const pan = 'PAN-LANCS';

  it('does not give a category away by the number of known answers', () => {
    // 100 children, 3 of them unknown: hiding only the unknown and the smallest category would leave 97 - 60 = 37.
    const by = (category: string, n: number): Observation =>
      count('V05', pan, n, {
        numeratorKey: 'S01',
        denominatorKey: 'S01',
        breakdown: 'ethnicity',
        category,
        denominator: 97,
        unknown: 3,
        value: n,
        method: 'wilson',
      });
    const published = protect(result([count('S01', pan, 100), by('white', 60), by('asian', 37)]), {
      ...board,
      ceilings: new Map([...ceilings, ['V05', 'B' as const]]),
    });
    const [white, asian] = published.categories('V05', pan, H1, 'ethnicity');
    const knowns = [white?.numerator, asian?.numerator, asian?.denominator].map(text);
    expect(text(asian?.unknown)).toBe('[c]');
    // Either all categories are shown and their total is not, or not just one of them is hidden.
    expect(knowns.filter((n) => n === '[c]').length).not.toBe(1);
    expect(text(published.find('S01', pan, H1)?.value)).toBe(100);
  });

  it('gives a pair of agencies one fate in both directions, and protects it by the patterns that make it up', () => {
    const pair = (category: string, n: number, whole: number, first: string): Observation =>
      share('X01', pan, n, whole, {
        breakdown: 'agency-pair',
        category,
        numeratorKey: 'known at a and b',
        denominatorKey: `known at ${first}`,
      });
    const pattern = (category: string, n: number): Observation =>
      count('X04', pan, n, { breakdown: 'agency', category, numeratorKey: 'known' });
    const published = protect(
      result([
        pair('a|b', 33, 133, 'a'),
        pair('b|a', 33, 93, 'b'),
        count('X04', pan, 193, { numeratorKey: 'known' }),
        pattern('a', 100),
        pattern('b', 60),
        pattern('a+b', 30),
        pattern('a+b+c', 3),
      ]),
      { ...board, ceilings: new Map([...ceilings, ['X01', 'B' as const], ['X04', 'B' as const]]) },
    );
    const numerators = ['a|b', 'b|a'].map((category) =>
      text(published.find('X01', pan, H1, 'agency-pair', category)?.numerator),
    );
    expect(numerators[0]).toBe(numerators[1]);
    const parts = ['a+b', 'a+b+c'].map((category) =>
      text(published.find('X04', pan, H1, 'agency', category)?.numerator),
    );
    expect(parts[1]).toBe('[c]');
    // Never 33 beside 30.
    expect(numerators[0] === '[c]' || parts[0] === '[c]').toBe(true);
  });
});

describe('a share whose base is hidden for a few unknown answers', () => {
  const girls = (part: number, known: number, everyone: number): (string | number | undefined)[] => {
    const published = protect(
      result([
        count('S01', 'PAN-LANCS', everyone),
        share('V03', 'PAN-LANCS', part, known, { unknown: everyone - known, denominatorKey: 'sex known' }),
      ]),
      board,
    );
    const o = published.find('V03', 'PAN-LANCS', H1);
    return [o?.numerator, o?.denominator, o?.value].map(text);
  };

  it('is given in whole percent where that says nothing about the unknown', () => {
    expect(girls(446, 645, 649)).toEqual([446, '[c]', 69]);
  });

  it('is the same whatever the unknown is', () => {
    const seen = new Set([1, 2, 3, 4].map((few) => JSON.stringify(girls(446, 649 - few, 649))));
    expect(seen.size).toBe(1);
  });

  it('is hidden where the percentage would tell', () => {
    // 20 of 29 is 69%, 20 of 30 is 67%.
    expect(girls(20, 29, 32)).toEqual([20, '[c]', '[c]']);
  });
});

describe('counts that are not of people', () => {
  it('shows few actions of the plan and hides few offences, groups and logs', () => {
    const published = protect(
      result(['A02', 'O01', 'G01', 'I01'].map((id) => count(id, 'PAN-LANCS', 3, { people: null }))),
      { edition: 'board', threshold: 5, ceiling: 'B' },
    );
    const values = ['A02', 'O01', 'G01', 'I01'].map((id) => text(published.find(id, 'PAN-LANCS', H1)?.value));
    expect(values).toEqual([3, '[c]', '[c]', '[c]']);
  });

  it('hides few groups from all who are not given the map of them', () => {
    const groups = (groupsDrawn: boolean) =>
      text(
        protect(result([count('G01', 'PAN-LANCS', 1, { people: null })]), {
          edition: 'tactical',
          threshold: 3,
          ceiling: 'T',
          groupsDrawn,
        }).find('G01', 'PAN-LANCS', H1)?.value,
      );
    expect([groups(true), groups(false)]).toEqual([1, '[c]']);
  });

  it('hides a few people of whatever theme', () => {
    const published = protect(result([count('A02', 'PAN-LANCS', 3, { people: 3 })]), {
      edition: 'board',
      threshold: 5,
      ceiling: 'B',
    });
    expect(text(published.find('A02', 'PAN-LANCS', H1)?.value)).toBe('[c]');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../src/analysis/model.js';
import { roomOfFew } from '../../src/disclosure/primary.js';
import { checkCertificate } from '../../src/disclosure/proof/checker.js';
import { hidingMore, layEdition, planEdition, protect, publishPlan } from '../../src/disclosure/protect.js';
import { certificateOf } from '../../src/disclosure/release/certificates.js';
import { releaseCounts } from '../../src/disclosure/release/counts.js';
import { prove } from '../../src/disclosure/release/prove.js';
import { areas, count, H1, result, share } from './observation.js';

const BLACKPOOL = 'E06000009';
const BURNLEY = 'E07000117';
const ceilings = new Map(['M01', 'M05', 'M16'].map((id) => [id, 'B' as const]));
const board = { edition: 'board', threshold: 5, ceiling: 'B', ceilings } as const;
const EVERYTHING = { asked: null, forced: new Set<string>(), more: new Set<string>() };

const episodes = (numerator: number, largest: readonly [number, number], people = 9) => ({
  numerator,
  people,
  largest,
});

describe('the p % rule', () => {
  it.each([
    // Whoever knows 5 of 44 has the 35 to within the 4 of all others: one in ten of 35, rounded up.
    [episodes(44, [35, 5]), 10, null],
    [episodes(43, [35, 5]), 10, [43, 44]],
    [episodes(43, [35, 5]), 5, null],
    [episodes(41, [35, 5]), 0, null],
    // A count of children themselves: nobody has more than one.
    [episodes(9, [1, 1]), 10, null],
    [{ numerator: 43, people: 9 }, 10, null],
    [{ numerator: 43, people: null, largest: [35, 5] as const }, 10, null],
  ])('of %o at %i in a hundred', (of, percent, room) => {
    expect(roomOfFew(of, percent)).toEqual(room);
  });

  it('hides a count of events however many children they are of, and keeps it open far enough', async () => {
    const one = 60;
    const observations = areas.all.map((code) => {
      const districts = areas.districtsOf(code);
      const own = districts.includes(BURNLEY as never) ? one + 9 : 0;
      const others = districts.filter((district) => district !== BURNLEY).length * 40;
      const largest =
        districts.length === 1 && own > 0 ? ([one, 4] as const) : ([own > 0 ? one : 5, 5] as const);
      return count('M01', code, own + others, { people: 10 * districts.length, largest });
    });
    const plan = planEdition(layEdition([result(observations)], board), {
      ...EVERYTHING,
      hiddenElsewhere: new Set(),
    });
    const [published] = publishPlan(plan);
    expect(published?.find('M01', BURNLEY, H1)?.numerator).toEqual({ symbol: 'c' });
    const counts = releaseCounts([plan], { sees: ['board'], threshold: 5 });
    const proven = await prove(counts, 5);
    expect(proven.open).toEqual([]);
    expect([...proven.rules.values()]).toContainEqual([one + 9, one + 10]);
    const { system, targets, certificate } = certificateOf(counts, proven);
    expect(checkCertificate(system, targets, certificate)).toBeNull();
    const usual = protect(result(observations), { ...board, pPercent: 0 });
    expect(usual.find('M01', BURNLEY, H1)?.numerator).toEqual({ number: one + 9 });
  });
});

describe('all of them', () => {
  const shares = (indicator: string): readonly Observation[] => [
    share(indicator, BURNLEY, 12, 12),
    share(indicator, BLACKPOOL, 20, 31),
  ];
  const partOf = (published: ReturnType<typeof protect>, indicator: string, code = BURNLEY) =>
    published.find(indicator, code, H1)?.numerator;

  it('is hidden where it would tell something about each child, and the share with it', () => {
    const published = protect(result(shares('M05')), board);
    expect(published.find('M05', BURNLEY, H1)).toMatchObject({
      numerator: { symbol: 'c' },
      denominator: { number: 12 },
      value: { symbol: 'c' },
    });
    expect(partOf(published, 'M05', BLACKPOOL)).toEqual({ number: 20 });
  });

  it('is shown of what the services did, and where an edition says so', () => {
    expect(partOf(protect(result(shares('M16')), board), 'M16')).toEqual({ number: 12 });
    expect(partOf(protect(result(shares('M05')), { ...board, allOfThem: 'shown' }), 'M05')).toEqual({
      number: 12,
    });
  });

  it('cannot be worked out from what else is printed: the proof leaves room for one who is not', async () => {
    const everywhere = areas.all.map((code) => {
      const districts = areas.districtsOf(code);
      const part = districts.reduce((sum, district) => sum + (district === BURNLEY ? 12 : 20), 0);
      const whole = districts.reduce((sum, district) => sum + (district === BURNLEY ? 12 : 31), 0);
      return share('M05', code, part, whole);
    });
    const careful = planEdition(layEdition([result(everywhere)], board), {
      ...EVERYTHING,
      hiddenElsewhere: new Set(),
    });
    const { system } = careful.layout;
    // Nothing but the count itself is hidden: every other district and the total are printed.
    const careless = {
      ...careful,
      hidden: careful.hidden.map(
        (hidden, cell) =>
          hidden && (system.virtual[cell] === true || system.names[cell]?.includes(BURNLEY) === true),
      ),
    };
    expect(careless.hidden).not.toEqual(careful.hidden);
    for (const [plan, hides] of [
      [careful, false],
      [careless, true],
    ] as const) {
      const proven = await prove(releaseCounts([plan], { sees: ['board'], threshold: 5 }), 5);
      expect(proven.open).toEqual([]);
      expect(proven.hide.length > 0).toBe(hides);
      expect([...proven.rules.values()]).toContainEqual([0, 1]);
    }
  });
});

describe('noughts', () => {
  const none = areas.all.map((code) => {
    const districts = areas.districtsOf(code);
    const value = districts.reduce(
      (sum, district) => sum + (district === BURNLEY ? 0 : district === BLACKPOOL ? 3 : 40),
      0,
    );
    return count('M01', code, value, { people: value });
  });

  it('are shown, or hidden as small counts are, as the edition says', () => {
    const at = (code: string, zeros: 'shown' | 'protected') =>
      protect(result(none), { ...board, zeros }).find('M01', code, H1)?.numerator;
    expect(at(BURNLEY, 'shown')).toEqual({ number: 0 });
    expect(at(BURNLEY, 'protected')).toEqual({ symbol: 'c' });
    expect(at(BLACKPOOL, 'protected')).toEqual({ symbol: 'c' });
  });

  it('may be anything below the threshold, and so may small counts: none, too', async () => {
    const plan = planEdition(layEdition([result(none)], { ...board, zeros: 'protected' }), {
      ...EVERYTHING,
      hiddenElsewhere: new Set(),
    });
    const counts = releaseCounts([plan], { sees: ['board'], threshold: 5 });
    const proven = await prove(counts, 5);
    expect(proven.open).toEqual([]);
    const rulesFor = (value: number) =>
      [...proven.rules].flatMap(([number, rule]) => (counts.counts[number]?.value === value ? [rule] : []));
    for (const value of [0, 3]) expect(rulesFor(value)).toContainEqual([0, 4]);
    // Whoever will have a narrower edition has noughts as that edition shows them.
    const others = releaseCounts([plan], { sees: ['board'], threshold: 5, isLast: false });
    expect(others.counts.filter(({ value, sensitive }) => value === 0 && sensitive)).toEqual([]);
  });

  it('and small counts of random districts hold their rule, or more is hidden', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(9), { minLength: 14, maxLength: 14 }), async (values) => {
        const own = new Map(areas.districts.map((district, i) => [district, values[i] ?? 0]));
        const observations = areas.all.map((code) => {
          const value = areas.districtsOf(code).reduce((sum, district) => sum + (own.get(district) ?? 0), 0);
          return count('M01', code, value, { people: value });
        });
        const plan = planEdition(layEdition([result(observations)], { ...board, zeros: 'protected' }), {
          ...EVERYTHING,
          hiddenElsewhere: new Set(),
        });
        const readers = { sees: ['board'], threshold: 5 };
        const first = await prove(releaseCounts([plan], readers), 5);
        expect(first.open).toEqual([]);
        const names = new Set(
          first.hide.flatMap(
            (c) => plan.layout.system.names[releaseCounts([plan], readers).counts[c]?.mayHide ?? -1] ?? [],
          ),
        );
        const final = hidingMore(plan, names);
        const counts = releaseCounts([final], readers);
        const proven = await prove(counts, 5);
        expect(proven).toMatchObject({ open: [], hide: [] });
        // Every hidden district with fewer than five is proven to be anything from none to four, unless nothing is left for it anywhere.
        for (const [district, value] of own) {
          const printed = publishPlan(final)[0]?.find('M01', district, H1)?.numerator;
          if (value < 5) expect(printed).toEqual({ symbol: 'c' });
        }
        const { system, targets, certificate } = certificateOf(counts, proven);
        expect(checkCertificate(system, targets, certificate)).toBeNull();
      }),
      { numRuns: 15, seed: 20180406 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentration, truncatedPoissonLambda } from '../../src/statistics/concentration.js';
import { gini } from '../../src/statistics/gini.js';
import { chaoLowerBound, chapman, mainEffectsTotal } from '../../src/statistics/hiddenPopulation.js';
import { logLinear } from '../../src/statistics/logLinear.js';
import { repeatWithin } from '../../src/statistics/repeat.js';
import { scanWindow } from '../../src/statistics/scan.js';
import { weightedDisplacement } from '../../src/statistics/wdd.js';

const spread = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 120 });

describe('concentration', () => {
  it('counts people with events only, in any order', () => {
    fc.assert(
      fc.property(spread, (events) => {
        fc.pre(events.some((each) => each > 0));
        const found = concentration(events);
        expect(concentration([0, ...events.toReversed(), 0])).toEqual(found);
        expect(found?.people).toBe(events.filter((each) => each > 0).length);
        expect(found?.shareMakingHalf).toBeLessThanOrEqual(0.5 + 0.5 / (found?.people ?? 1));
        expect(found?.topTenthShare).toBeGreaterThanOrEqual(0.1 - 1e-12);
      }),
    );
  });
  it('finds the fewest who reach half', () => {
    expect(concentration([5, 1, 1, 1, 1, 1])).toMatchObject({
      peopleMakingHalf: 1,
      topTenthPeople: 1,
      topTenthShare: 0.5,
    });
    expect(concentration([1, 1, 1])).toMatchObject({ peopleMakingHalf: 2, chanceRepeatShare: 0 });
  });
  it('of nobody is nothing', () => {
    expect(concentration([])).toBeNull();
    expect(concentration([0, 0])).toBeNull();
    expect(() => concentration([0.5])).toThrow(RangeError);
  });
  it('solves for the truncated Poisson with the same mean', () => {
    fc.assert(
      fc.property(fc.double({ min: 1.001, max: 50, noNaN: true }), (mean) => {
        const lambda = truncatedPoissonLambda(mean);
        expect(lambda / -Math.expm1(-lambda)).toBeCloseTo(mean, 9);
      }),
    );
  });
});

describe('Gini', () => {
  it('is 0 for equal counts, nearly 1 for one person with all, and ignores the unit', () => {
    expect(gini([3, 3, 3, 3]).biased).toBe(0);
    expect(gini([0, 0, 0, 8]).biased).toBeCloseTo(0.75, 12);
    expect(gini([0, 0, 0, 8]).unbiased).toBeCloseTo(1, 12);
    expect(gini([1, 2, 5]).biased).toBeCloseTo(gini([10, 20, 50]).biased, 12);
  });
  it('in its general form does not call three single events among ten people concentrated', () => {
    const counts = [1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
    expect(gini(counts).biased).toBeCloseTo(0.7, 12);
    expect(gini(counts).generalBiased).toBeCloseTo(0, 12);
  });
});

describe('a hidden population', () => {
  it('is never estimated below the known, and the order of the lists does not matter', () => {
    const list = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(list, list, list, (onlyFirst, onlySecond, both) => {
        const estimate = chapman(onlyFirst + both, onlySecond + both, both);
        expect(estimate.range.lower).toBeGreaterThanOrEqual(estimate.known);
        expect(chapman(onlySecond + both, onlyFirst + both, both).chapman).toBeCloseTo(estimate.chapman, 9);
        expect(estimate.reliable).toBe(both >= 7);
      }),
    );
  });
  it('has nobody hidden when one list holds all', () => {
    expect(chapman(50, 20, 20)).toMatchObject({ known: 50, chapman: 50, range: { lower: 50, upper: 50 } });
  });
  it('refuses more shared than either list holds', () => expect(() => chapman(3, 9, 4)).toThrow(RangeError));
  it('by main effects of two lists is Lincoln and Petersen’s', () => {
    expect(mainEffectsTotal(126, [84, 61])).toBeCloseTo((84 * 61) / 19, 8);
    expect(() => mainEffectsTotal(10, [4, 6])).toThrow(RangeError);
  });
  it('has no bound when nobody is on two lists', () => {
    expect(chaoLowerBound(10, 10, 0, 2)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('log-linear models', () => {
  const hepatitis = new Map([
    ['100', 69],
    ['010', 55],
    ['001', 63],
    ['110', 21],
    ['101', 17],
    ['011', 18],
    ['111', 28],
  ]);
  it('of three lists are eight, disagree widely, and their weights add up', () => {
    const { models, plausible } = logLinear(3, hepatitis);
    expect(models).toHaveLength(8);
    expect(models.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(plausible.lowest).toBeCloseTo(1312.76470588, 5);
    expect(Math.max(...models.map(({ total }) => total)) / 271).toBeGreaterThan(4);
  });
  it('by main effects agree with the closed form', () => {
    const { models } = logLinear(3, hepatitis);
    const main = models.find(({ interactions }) => interactions.length === 0);
    expect(main?.total).toBeCloseTo(mainEffectsTotal(271, [135, 122, 126]), 6);
  });
  it('of four lists add triples only where their three pairs are in', () => {
    const counts = new Map(
      Array.from({ length: 15 }, (_, i): [string, number] => [
        (i + 1).toString(2).padStart(4, '0'),
        20 + ((i * 7) % 11),
      ]),
    );
    const { models } = logLinear(4, counts);
    for (const { interactions } of models) {
      for (const [a, b, c] of interactions.filter((term) => term.length === 3)) {
        for (const pair of [
          [a, b],
          [a, c],
          [b, c],
        ]) {
          expect(interactions).toContainEqual(pair);
        }
      }
    }
    // Graphs on four lists, each with every set of its triangles: 41 without one, then 16, 6 x 4 and 16.
    expect(models).toHaveLength(113);
  });
  it('refuse two lists, five lists and patterns that do not fit', () => {
    expect(() => logLinear(2, new Map())).toThrow(RangeError);
    expect(() => logLinear(5, new Map())).toThrow(RangeError);
    expect(() => logLinear(3, new Map([['0101', 3]]))).toThrow(RangeError);
  });
});

describe('repeats', () => {
  it('are the plain share when everyone was followed long enough', () => {
    const people = [3, 9, 28, 40, 90].map((days) => ({ days, repeated: days < 60 }));
    const { share, plainShare } = repeatWithin(people, 28);
    expect(share).toBeCloseTo(3 / 5, 12);
    expect(plainShare).toBe(3 / 5);
  });
  it('allow for those not followed so long: never below the plain share', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ days: fc.integer({ min: 0, max: 90 }), repeated: fc.boolean() }), {
          minLength: 1,
        }),
        (people) => {
          const { share, plainShare } = repeatWithin(people, 28);
          expect(share).toBeGreaterThanOrEqual(plainShare - 1e-12);
          expect(share).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
  it('refuse nobody', () => expect(() => repeatWithin([], 28)).toThrow(RangeError));
});

describe('bursts and comparison areas', () => {
  it('a moving window of six in a week at one a week over five years is an even chance', () => {
    expect(scanWindow(260, 1, 1, 6)).toBeCloseTo(0.4868, 4);
    expect(scanWindow(208, 2, 0.6, 6)).toBeCloseTo(0.039, 4);
  });
  it('a larger burst is rarer', () => {
    expect(scanWindow(208, 2, 0.6, 7)).toBeLessThan(scanWindow(208, 2, 0.6, 6));
    expect(() => scanWindow(1, 2, 0.6, 6)).toThrow(RangeError);
  });
  it('an equal change in both areas is no effect', () => {
    expect(weightedDisplacement({ control: [50, 70], treated: [30, 50] })).toMatchObject({ total: 0, z: 0 });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareProportionToBenchmark, compareToBenchmark } from '../../src/statistics/benchmark.js';
import { drawnLimits, overdispersion, predictiveLimits } from '../../src/statistics/funnel.js';
import {
  adjustedVerdict,
  anyDifference,
  comparedParts,
  localityVsRest,
} from '../../src/statistics/localityComparison.js';
import { adjustBH, adjustHolm } from '../../src/statistics/multiplicity.js';
import { exceedance, shrink } from '../../src/statistics/shrinkage.js';

const COUNTS = [34, 12, 58, 21, 9, 41, 17, 26];
const PEOPLE = [5200, 3900, 6100, 4800, 3600, 5900, 4100, 5300];
const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 });

describe('a part against the rest', () => {
  it('of eight, adjusted for having looked at eight: the adjusted p of the published table', () => {
    const adjusted = comparedParts(COUNTS, PEOPLE).map(({ pAdjusted }) => pAdjusted);
    expect(adjusted[0]).toBeCloseTo(0.382489895549125, 12);
    expect(adjusted[2]).toBeCloseTo(0.000304933998526622, 14);
    expect(adjusted[4]).toBeCloseTo(0.0181199302912896, 12);
    expect(adjusted[5]).toBeCloseTo(0.283808720759248, 12);
    expect(adjusted[7]).toBeCloseTo(0.473923311544785, 12);
  });
  it('finds the three that differ and calls no other', () => {
    expect(comparedParts(COUNTS, PEOPLE).map(({ verdict }) => verdict)).toEqual([
      'no clear change',
      'lower',
      'higher',
      'too few to say',
      'lower',
      'no clear change',
      'too few to say',
      'no clear change',
    ]);
  });
  it('never compares a part with a whole that contains it', () => {
    const half = localityVsRest({ count: 30, total: 60, personYears: 50, totalPersonYears: 100 });
    expect(half.ratio).toBe(1);
    const part = localityVsRest({ count: 40, total: 60, personYears: 50, totalPersonYears: 100 });
    expect(part.ratio).toBe(2);
  });
  it('loses a direction that does not survive the adjustment, and any direction below five', () => {
    const part = localityVsRest({ count: 40, total: 100, personYears: 30, totalPersonYears: 100 });
    expect(part.verdict).toBe('higher');
    expect(adjustedVerdict(part, 0.04, 40)).toBe('higher');
    expect(adjustedVerdict(part, 0.06, 40)).toBe('too few to say');
    const few = localityVsRest({ count: 4, total: 6, personYears: 1, totalPersonYears: 1000 });
    expect(adjustedVerdict(few, 0.0001, 4)).toBe('too few to say');
  });
  it('refuses a part that is the whole', () => {
    expect(() => localityVsRest({ count: 1, total: 1, personYears: 5, totalPersonYears: 5 })).toThrow(
      RangeError,
    );
  });
});

describe('any difference at all', () => {
  it('is none between parts with one rate', () => {
    expect(anyDifference([10, 20, 30], [100, 200, 300])).toMatchObject({
      chisq: 0,
      df: 2,
      p: 1,
      tested: true,
    });
  });
  it('is not tested where fewer than five are expected', () => {
    expect(anyDifference([1, 30, 30], [10, 300, 300]).tested).toBe(false);
  });
  it('refuses one part', () => expect(() => anyDifference([3], [10])).toThrow(RangeError));
});

describe('adjusted p-values', () => {
  it('keep the order, stay between the p and 1, and Holm’s are never smaller', () => {
    fc.assert(
      fc.property(pValues, (p) => {
        const bh = adjustBH(p);
        const holm = adjustHolm(p);
        for (const [i, raw] of p.entries()) {
          expect(bh[i]).toBeGreaterThanOrEqual(raw * (1 - 1e-12));
          expect(bh[i]).toBeLessThanOrEqual(1);
          expect(holm[i]).toBeGreaterThanOrEqual((bh[i] ?? 0) * (1 - 1e-12));
          for (const [j, other] of p.entries())
            if (raw < other) expect(bh[i]).toBeLessThanOrEqual(bh[j] ?? 0);
        }
      }),
    );
  });
  it('do not depend on the order in which they are given', () => {
    fc.assert(
      fc.property(pValues, (p) => {
        expect(adjustBH(p.toReversed())).toEqual(adjustBH(p).toReversed());
      }),
    );
  });
  it('of one are itself, of none are none, and refuse what is no p', () => {
    expect(adjustBH([0.03])).toEqual([0.03]);
    expect(adjustBH([])).toEqual([]);
    expect(() => adjustBH([1.2])).toThrow(RangeError);
    expect(() => adjustBH([Number.NaN])).toThrow(RangeError);
  });
});

describe('shrunk rates', () => {
  it('lie between the part’s own and the whole’s', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 50, max: 9000 })), {
          minLength: 2,
          maxLength: 20,
        }),
        (parts) => {
          const counts = parts.map(([count]) => count);
          const people = parts.map(([, population]) => population);
          const { mean, rates } = shrink(counts, people);
          for (const [i, shrunk] of rates.entries()) {
            const own = (counts[i] ?? 0) / (people[i] ?? 1);
            expect(shrunk).toBeGreaterThanOrEqual(Math.min(own, mean) - 1e-15);
            expect(shrunk).toBeLessThanOrEqual(Math.max(own, mean) + 1e-15);
          }
        },
      ),
    );
  });
  it('are all the mean when chance explains the spread, and then nothing is said of exceeding it', () => {
    const { between, rates, mean } = shrink([10, 11, 9], [1000, 1000, 1000]);
    expect(between).toBe(0);
    expect(rates).toEqual([mean, mean, mean]);
    expect(exceedance([10, 11, 9], [1000, 1000, 1000])).toEqual({ prior: null, above: [null, null, null] });
  });
  it('refuse unlike lengths and nobody living there', () => {
    expect(() => shrink([1], [])).toThrow(RangeError);
    expect(() => shrink([1, 2], [10, 0])).toThrow(RangeError);
  });
});

describe('the funnel', () => {
  const expected = PEOPLE.map((people) => (people * 218) / 38_900);
  it('shows more spread than chance by each way of taming the extremes', () => {
    expect(overdispersion(COUNTS, expected, 'root', 0).tau2).toBeCloseTo(0.0349, 4);
    expect(overdispersion(COUNTS, expected, 'root', 0.1).tau2).toBeCloseTo(0.0206, 4);
    expect(overdispersion(COUNTS, expected, 'log', 0.1).tau2).toBeCloseTo(0.158, 3);
  });
  it('shows none where the counts are as expected', () => {
    expect(overdispersion([10, 20, 30], [10, 20, 30], 'root', 0)).toEqual({ phi: 0, tau2: 0 });
  });
  it('leaves out the outermost groups once there are enough parts', () => {
    const means = new Array<number>(40).fill(25);
    const observed = means.map((_, i) => (i < 36 ? 25 : 60));
    expect(overdispersion(observed, means, 'log', 0.1).tau2).toBe(0);
    expect(overdispersion(observed, means, 'log', 0).tau2).toBeGreaterThan(0);
  });
  it('widens with the confidence, and its drawn lines are another thing than its limits', () => {
    const { likely, clear } = predictiveLimits(15);
    expect(clear.lower).toBeLessThan(likely.lower);
    expect(clear.upper).toBeGreaterThan(likely.upper);
    expect(drawnLimits(15).likely.upper * 15).not.toBeCloseTo(likely.upper, 0);
  });
  it('refuses unlike lengths and nothing expected', () => {
    expect(() => overdispersion([1], [], 'root', 0)).toThrow(RangeError);
    expect(() => overdispersion([1], [0], 'root', 0)).toThrow(RangeError);
  });
});

describe('a benchmark', () => {
  it('that is met is similar', () => {
    const same = { rate: 10, denominator: 1000, benchmark: 10, per: 1000, confidence: 0.95 };
    expect(compareToBenchmark(same)).toBe('similar');
    const share = { value: 10, n: 100, benchmark: 10, confidence: 0.95 };
    expect(compareProportionToBenchmark(share).verdict).toBe('similar');
  });
});

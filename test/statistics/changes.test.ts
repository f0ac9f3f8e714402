import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialTails } from '../../src/statistics/binomialTails.js';
import { clopperPearson, midP, midPLimits } from '../../src/statistics/conditional.js';
import { eTest } from '../../src/statistics/eTest.js';
import { fisherExact } from '../../src/statistics/fisher.js';
import { poissonMass } from '../../src/statistics/mass.js';
import { exactRateRatio, poissonZ, rateRatio } from '../../src/statistics/rateRatio.js';
import { verdictOf } from '../../src/statistics/verdict.js';

const counts = fc.integer({ min: 0, max: 400 });
const exposures = fc.integer({ min: 1, max: 100_000 });
const equal = (before: number, after: number) =>
  rateRatio({ before, after, exposureBefore: 1, exposureAfter: 1 });

describe('the change between two counts', () => {
  it('turns round when the periods are swapped', () => {
    fc.assert(
      fc.property(counts, counts, exposures, exposures, (before, after, exposureBefore, exposureAfter) => {
        fc.pre(before + after > 0);
        const there = rateRatio({ before, after, exposureBefore, exposureAfter });
        const back = rateRatio({
          before: after,
          after: before,
          exposureBefore: exposureAfter,
          exposureAfter: exposureBefore,
        });
        expect(back.midp).toBeCloseTo(there.midp, 9);
        expect(back.lower95 * there.upper95 || 1).toBeCloseTo(1, 6);
        expect(back.ratio * there.ratio || 1).toBeCloseTo(1, 9);
        const mirror = { higher: 'lower', lower: 'higher' } as const;
        const { verdict } = there;
        expect(back.verdict).toBe(verdict === 'higher' || verdict === 'lower' ? mirror[verdict] : verdict);
      }),
    );
  });
  it('holds its ratio in nested intervals that agree with its p', () => {
    fc.assert(
      fc.property(counts, counts, exposures, exposures, (before, after, exposureBefore, exposureAfter) => {
        fc.pre(before > 0 && after > 0);
        const change = rateRatio({ before, after, exposureBefore, exposureAfter });
        expect(change.lower998).toBeLessThan(change.lower95);
        expect(change.lower95).toBeLessThan(change.ratio);
        expect(change.ratio).toBeLessThan(change.upper95);
        expect(change.upper95).toBeLessThan(change.upper998);
        fc.pre(Math.abs(change.midp - 0.05) > 1e-9);
        expect(change.lower95 > 1 || change.upper95 < 1).toBe(change.midp < 0.05);
      }),
    );
  });
  it('depends on the ratio of the exposures only', () => {
    const days = rateRatio({ before: 45, after: 70, exposureBefore: 181, exposureAfter: 184 });
    const years = rateRatio({ before: 45, after: 70, exposureBefore: 181 * 7, exposureAfter: 184 * 7 });
    expect(years.midp).toBeCloseTo(days.midp, 14);
    expect(years.upper95).toBeCloseTo(days.upper95, 12);
  });
  it('rises with the later count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), (before, after) => {
        expect(equal(before, after + 1).lower95).toBeGreaterThan(equal(before, after).lower95);
      }),
    );
  });
  it('says nothing of nothing', () => {
    expect(equal(0, 0)).toMatchObject({
      lower95: 0,
      upper95: Number.POSITIVE_INFINITY,
      midp: 1,
      verdict: 'too few to say',
      clearly: false,
    });
    expect(equal(0, 0).ratio).toBeNaN();
  });
  it('is too few to say below ten in both together, however lopsided', () => {
    expect(equal(0, 9).midp).toBeLessThan(0.05);
    expect(equal(0, 9).verdict).toBe('too few to say');
    expect(equal(0, 10).verdict).toBe('higher');
  });
  it('earns "no clear change" from 17 against 17', () => {
    for (let n = 5; n < 17; n += 1) expect(equal(n, n).verdict).toBe('too few to say');
    for (let n = 17; n < 40; n += 1) expect(equal(n, n).verdict).toBe('no clear change');
  });
  it('is clear only when the 99.8% range agrees', () => {
    expect(equal(12, 30)).toMatchObject({ verdict: 'higher', clearly: false });
    expect(equal(12, 60)).toMatchObject({ verdict: 'higher', clearly: true });
    expect(equal(60, 12)).toMatchObject({ verdict: 'lower', clearly: true });
  });
  it('refuses counts that are not whole and exposures that are not positive', () => {
    expect(() => equal(1.5, 3)).toThrow(RangeError);
    expect(() => equal(-1, 3)).toThrow(RangeError);
    expect(() => rateRatio({ before: 1, after: 3, exposureBefore: 0, exposureAfter: 1 })).toThrow(RangeError);
  });
});

describe('false alarms, summed over every pair of counts of an unchanged mean', () => {
  const share = (mean: number, alarm: (before: number, after: number) => boolean) => {
    const most = Math.ceil(mean + 9 * Math.sqrt(mean) + 12);
    const mass = Array.from({ length: most }, (_, k) => poissonMass(k, mean));
    let sum = 0;
    for (const [before, m1] of mass.entries()) {
      for (const [after, m2] of mass.entries()) if (alarm(before, after)) sum += m1 * m2;
    }
    return Number(sum.toFixed(3));
  };
  const mid = (before: number, after: number) =>
    before + after > 0 && midP(after, before + after, 0.5) <= 0.05;
  it.each([
    [2, 0.017],
    [5, 0.041],
    [12, 0.045],
    [30, 0.049],
  ])('mid-P at a mean of %d', (mean, size) => expect(share(mean, mid)).toBe(size));
  it('Poisson z as commonly used fires one time in six', () => {
    expect(share(30, (before, after) => Math.abs(poissonZ(before, after).knownBaseline) > 1.96)).toBe(0.17);
  });
});

describe('limits of a share', () => {
  it('solve their defining equation', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, share) => {
          const x = Math.round(share * n);
          const { lower, upper } = midPLimits(x, n, 0.95);
          if (x > 0) {
            const at = binomialTails(x, n, lower);
            expect(at.above + 0.5 * at.at).toBeCloseTo(0.025, 10);
          }
          if (x < n) {
            const at = binomialTails(x, n, upper);
            expect(at.below + 0.5 * at.at).toBeCloseTo(0.025, 10);
          }
          const exact = clopperPearson(x, n, 0.95);
          expect(exact.lower).toBeLessThanOrEqual(lower);
          expect(exact.upper).toBeGreaterThanOrEqual(upper);
        },
      ),
    );
  });
});

describe('cross-checks', () => {
  it('E-test and mid-P agree where both are defined', () => {
    for (const [before, after] of [
      [16, 25],
      [12, 30],
      [30, 45],
    ] as const) {
      expect(Math.abs(eTest(before, after) - equal(before, after).midp)).toBeLessThan(0.01);
    }
    expect(eTest(0, 0)).toBe(1);
  });
  it('a p and an interval of different kinds can disagree', () => {
    const exact = exactRateRatio({ before: 9, after: 2, exposureBefore: 16_660, exposureAfter: 17_877 });
    expect(exact.minimumLikelihoodP).toBeLessThan(0.05);
    expect(exact.upper95).toBeGreaterThan(1);
    expect(exact.centralP).toBeGreaterThan(0.05);
  });
  it('Fisher’s lady tasting tea', () => {
    expect(fisherExact(3, 4, 1, 4)).toBeCloseTo(34 / 70, 12);
    expect(fisherExact(4, 4, 0, 4)).toBeCloseTo(2 / 70, 12);
    expect(fisherExact(0, 4, 0, 4)).toBe(1);
  });
});

describe('the verdict of an interval', () => {
  it.each([
    [1.01, 3, 'higher'],
    [0.2, 0.99, 'lower'],
    [0.51, 1.99, 'no clear change'],
    [0.5, 1.5, 'too few to say'],
    [0.8, 2, 'too few to say'],
    [0, Number.POSITIVE_INFINITY, 'too few to say'],
    [Number.NaN, Number.NaN, 'too few to say'],
  ])('%d to %d: %s', (lower, upper, verdict) => expect(verdictOf(lower, upper)).toBe(verdict));
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingertipsTrend, fingertipsTrendProportion } from '../../src/statistics/fingertips.js';
import { forecast, forecastNext, forecastNextTrend } from '../../src/statistics/forecast.js';
import { mannKendall, median } from '../../src/statistics/mannKendall.js';
import { poissonRegression } from '../../src/statistics/poissonRegression.js';
import { decisivePeriod, fittedNext, trend, trendRefusal } from '../../src/statistics/trend.js';

const flat = (length: number, value = 1000) => new Array<number>(length).fill(value);
const series = fc
  .integer({ min: 6, max: 12 })
  .chain((n) => fc.array(fc.integer({ min: 1, max: 200 }), { minLength: n, maxLength: n }));

describe('a Poisson regression', () => {
  it('on a constant alone fits the pooled rate', () => {
    const exposures = [10, 20, 30];
    const fit = poissonRegression(
      [3, 9, 12],
      exposures.map(() => [1]),
      exposures.map((each) => Math.log(each)),
    );
    expect(Math.exp(fit.coefficients[0] ?? 0)).toBeCloseTo(24 / 60, 12);
    expect(fit.covariance[0]?.[0]).toBeCloseTo(1 / 24, 12);
    expect(fit.df).toBe(2);
  });
  it('refuses columns that depend on each other', () => {
    const design = [
      [1, 2],
      [1, 2],
      [1, 2],
    ];
    expect(() => poissonRegression([1, 2, 3], design, [0, 0, 0])).toThrow(RangeError);
    expect(() => poissonRegression([1], [[1, 0]], [0])).toThrow(RangeError);
  });
});

describe('a trend', () => {
  it('of an exact geometric growth is that growth', () => {
    const counts = Array.from({ length: 8 }, (_, i) => 1000 * 2 ** i);
    const result = trend({ counts, personYears: flat(8) });
    expect(result.percent).toBeCloseTo(100, 8);
    expect(result.verdict).toBe('rising');
  });
  it('turns round when the series does', () => {
    fc.assert(
      fc.property(series, (counts) => {
        const there = trend({ counts, personYears: flat(counts.length), season: false });
        const back = trend({ counts: counts.toReversed(), personYears: flat(counts.length), season: false });
        expect(back.slope).toBeCloseTo(-there.slope, 8);
        expect(back.p).toBeCloseTo(there.p, 8);
      }),
    );
  });
  it('holds its estimate and never claims less doubt than either test', () => {
    fc.assert(
      fc.property(series, (counts) => {
        const result = trend({ counts, personYears: flat(counts.length) });
        expect(result.percentLower95).toBeLessThanOrEqual(result.percent);
        expect(result.percentUpper95).toBeGreaterThanOrEqual(result.percent);
        expect(result.p).toBeGreaterThanOrEqual(result.poissonP);
        expect(result.p).toBeGreaterThanOrEqual(result.quasiP);
      }),
    );
  });
  it('does not depend on the size of the population', () => {
    const counts = [41, 55, 48, 63, 58, 77, 70, 88];
    const small = trend({ counts, personYears: flat(8, 10) });
    const large = trend({ counts, personYears: flat(8, 1e6) });
    expect(small.slope).toBeCloseTo(large.slope, 10);
    expect(small.p).toBeCloseTo(large.p, 10);
  });
  it('is not seen in two seasons that alternate', () => {
    const counts = [120, 60, 120, 60, 120, 60, 120, 60, 120, 60];
    expect(trend({ counts, personYears: flat(10) }).verdict).toBe('no clear trend');
  });
  it('follows the population: counts that rise with it are no trend', () => {
    const personYears = Array.from({ length: 8 }, (_, i) => 1000 * 1.1 ** i);
    const counts = personYears.map((years) => Math.round(years / 20));
    expect(trend({ counts, personYears }).verdict).toBe('no clear trend');
  });
  it('names the one period it hangs on, and none where it hangs on none', () => {
    expect(decisivePeriod({ counts: [30, 31, 29, 30, 32, 60], personYears: flat(6) })).toBeNull();
    expect(decisivePeriod({ counts: [30, 33, 36, 38, 36, 39, 42, 58], personYears: flat(8) })).toBe(7);
    const steady = Array.from({ length: 8 }, (_, i) => Math.round(100 * 1.25 ** i));
    expect(decisivePeriod({ counts: steady, personYears: flat(8) })).toBeNull();
  });
  it('is refused for five periods or small counts', () => {
    expect(trendRefusal([40, 40, 40, 40, 40])).toBe('too few periods');
    expect(trendRefusal([4, 4, 4, 4, 4, 4])).toBe('too few events');
    expect(trendRefusal([9, 9, 9, 9, 9, 9])).toBeNull();
    expect(() => trend({ counts: [1, 2], personYears: [1, 1] })).toThrow(RangeError);
    expect(() => trend({ counts: [1, 2, 3], personYears: [1, 1] })).toThrow(RangeError);
    expect(() => fittedNext({ counts: flat(6, 9), personYears: flat(6) }, 0)).toThrow(RangeError);
  });
});

describe('Mann-Kendall', () => {
  it('turns round with the series and ignores any monotone rescaling', () => {
    fc.assert(
      fc.property(series, (values) => {
        const there = mannKendall(values);
        const back = mannKendall(values.toReversed());
        expect(back.S + there.S).toBe(0);
        expect(back.p).toBeCloseTo(there.p, 12);
        expect(mannKendall(values.map((value) => value ** 3)).p).toBeCloseTo(there.p, 12);
      }),
    );
  });
  it.each([
    [4, 0.0833],
    [5, 0.0167],
    [6, 0.0028],
  ])('of %d rising values is at its smallest p', (n, p) => {
    expect(mannKendall(Array.from({ length: n }, (_, i) => i)).p).toBeCloseTo(p, 4);
  });
  it('of equal values is no trend', () => {
    expect(mannKendall([5, 5, 5])).toMatchObject({ S: 0, p: 1, senSlope: 0 });
    expect(() => mannKendall([1])).toThrow(RangeError);
  });
  it('takes the middle of an even number of values halfway', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNaN();
  });
});

describe('the Fingertips marker', () => {
  it('cannot be calculated without intervals, and never says "no change" then', () => {
    expect(fingertipsTrend([1, 2, 3, 4, 5], null).marker).toBe('cannot be calculated');
    const gap = [null, ...flat(4).map(() => ({ lower: 1, upper: 2 }))];
    expect(fingertipsTrend([1, 2, 3, 4, 5], gap).marker).toBe('cannot be calculated');
    const empty = flat(5).map(() => ({ lower: 1, upper: 1 }));
    expect(fingertipsTrend([1, 2, 3, 4, 5], empty).marker).toBe('cannot be calculated');
    const upsideDown = flat(5).map(() => ({ lower: 2, upper: 1 }));
    expect(fingertipsTrend([1, 2, 3, 4, 5], upsideDown).marker).toBe('cannot be calculated');
    expect(fingertipsTrendProportion([0, 0, 0], [10, 10, 10]).marker).toBe('cannot be calculated');
  });
  it('calls no change when one point makes the slope', () => {
    const around = (value: number) => ({ lower: value - 0.1, upper: value + 0.1 });
    const values = [10, 9, 8, 7, 30];
    const result = fingertipsTrend(values, values.map(around));
    expect(result.chisq).toBeGreaterThan(9.55);
    expect(result.marker).toBe('no significant change');
  });
});

describe('a forecast', () => {
  it('is a range of whole numbers around the mean, the 95% one outside the 80% one', () => {
    fc.assert(
      fc.property(series, (counts) => {
        const { mean, range80, range95 } = forecastNext(counts);
        for (const limit of [range80.lower, range80.upper, range95.lower, range95.upper]) {
          expect(Number.isInteger(limit)).toBe(true);
        }
        expect(range95.lower).toBeLessThanOrEqual(range80.lower);
        expect(range80.lower).toBeLessThanOrEqual(mean + 1);
        expect(range80.upper).toBeGreaterThanOrEqual(mean - 1);
        expect(range95.upper).toBeGreaterThanOrEqual(range80.upper);
      }),
    );
  });
  it('follows the trend only where there is one', () => {
    const rising = { counts: [41, 55, 48, 63, 58, 77, 70, 88], personYears: flat(8) };
    expect(forecast(rising, 1000)).toEqual(forecastNextTrend(rising, 1000));
    const steady = { counts: [41, 55, 48, 63, 58, 47, 52, 60], personYears: flat(8) };
    expect(forecast(steady, 1000)).toEqual(forecastNext(steady.counts));
  });
  it('is refused for a short or a small series', () => {
    expect(forecast({ counts: [9, 9, 9, 9, 9], personYears: flat(5) }, 1000)).toBe('too few periods');
    expect(forecast({ counts: [2, 2, 2, 2, 2, 2], personYears: flat(6) }, 1000)).toBe('too few events');
    expect(() => forecastNext([3])).toThrow(RangeError);
  });
  it('of nothing is nothing', () => expect(forecastNext([0, 0, 0]).range95).toEqual({ lower: 0, upper: 0 }));
});

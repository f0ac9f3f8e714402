import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonMass } from '../../src/statistics/mass.js';
import { FEWEST_USEFUL, runsAboutMedian, runsAnalysis, runsLimits } from '../../src/statistics/spc/anhoej.js';
import { cChart } from '../../src/statistics/spc/cChart.js';
import { chartFor, indexOfDispersion } from '../../src/statistics/spc/dispersion.js';
import { exactCountChart, exactCountLimits } from '../../src/statistics/spc/exactLimits.js';
import { iChart } from '../../src/statistics/spc/iChart.js';
import { laneyUChart } from '../../src/statistics/spc/laney.js';
import { pChart } from '../../src/statistics/spc/pChart.js';
import {
  partOfSevenOneSide,
  partOfSevenTrend,
  partOfTwoInThree,
} from '../../src/statistics/spc/specialCause.js';
import { tChart } from '../../src/statistics/spc/tChart.js';
import { uChart } from '../../src/statistics/spc/uChart.js';
import { xmr, xmrInParts } from '../../src/statistics/spc/xmr.js';

const monthly = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 8, maxLength: 40 });

describe('an XmR chart', () => {
  it('moves with the values and stretches with their unit', () => {
    fc.assert(
      fc.property(monthly, fc.integer({ min: -50, max: 50 }), (values, shift) => {
        const chart = xmr(values);
        const moved = xmr(values.map((value) => 2 * value + shift));
        expect(moved.mean).toBeCloseTo(2 * chart.mean + shift, 9);
        expect(moved.upper).toBeCloseTo(2 * chart.upper + shift, 9);
      }),
    );
  });
  it('screens a burst out of the ranges once, unless told not to', () => {
    const values = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];
    expect(xmr(values).points[4]?.cause).toBe('above limit');
    expect(xmr(values, { screen: false }).upper).toBeGreaterThan(xmr(values).upper);
  });
  it('names rising and falling runs of seven', () => {
    const rising = [10, 9, 10, 9, 10, 9, 10, 11, 12, 13, 14, 15, 16];
    const causes = xmr([...rising.slice(0, 7), ...rising.slice(7)], { freeze: 7 }).points.map(
      ({ cause }) => cause,
    );
    expect(causes.slice(-2)).toEqual(['above limit', 'above limit']);
    expect(partOfSevenTrend([1, 2, 3, 4, 5, 6, 7])).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(partOfSevenTrend([7, 6, 5, 4, 3, 2, 1, 1])).toEqual([-1, -1, -1, -1, -1, -1, -1, 0]);
    expect(partOfSevenTrend([1, 2, 3, 3, 4, 5, 6, 7])).toEqual(new Array(8).fill(0));
  });
  it('needs all seven on one side, none on the mean', () => {
    expect(partOfSevenOneSide([1, 1, 1, 1, 1, 1, 1, -1])).toEqual([...new Array(7).fill(true), false]);
    expect(partOfSevenOneSide([1, 1, 1, 0, 1, 1, 1])).toEqual(new Array(7).fill(false));
    expect(partOfSevenOneSide(new Array(9).fill(0))).toEqual(new Array(9).fill(false));
  });
  it('flags only the close ones of three on one side', () => {
    expect(partOfTwoInThree([true, false, true], [1, 1, 1])).toEqual([true, false, true]);
    expect(partOfTwoInThree([true, false, true], [1, -1, 1])).toEqual([false, false, false]);
    expect(partOfTwoInThree([true, true], [1, 1])).toEqual([false, false]);
  });
  it('of equal values has no limits to be outside of', () => {
    const chart = xmr([4, 4, 4, 4]);
    expect(chart).toMatchObject({ mean: 4, lower: 4, upper: 4 });
    expect(chart.points.map(({ cause }) => cause)).toEqual(['none', 'none', 'none', 'none']);
  });
  it('is judged alone on each side of a recording change', () => {
    const before = [5, 6, 5, 6, 5, 6, 5, 6];
    const after = [20, 21, 20, 21, 20, 21, 20, 21];
    const parts = xmrInParts([...before, ...after], [8]);
    expect(parts).toEqual([xmr(before), xmr(after)]);
  });
});

describe('charts with sigma limits', () => {
  it('keep the limits of counts and shares where they can be', () => {
    fc.assert(
      fc.property(monthly, (counts) => {
        const sizes = counts.map((count) => count + 5);
        for (const chart of [cChart(counts), uChart(counts, sizes), pChart(counts, sizes)]) {
          expect(Math.min(...chart.lower)).toBeGreaterThanOrEqual(0);
          for (const index of chart.outside) {
            const value = chart.values[index] ?? 0;
            expect(value > (chart.upper[index] ?? 0) || value < (chart.lower[index] ?? 0)).toBe(true);
          }
        }
        expect(Math.max(...pChart(counts, sizes).upper)).toBeLessThanOrEqual(1);
      }),
    );
  });
  it('take the centre from the baseline alone', () => {
    const counts = [10, 10, 10, 90, 30, 30];
    expect(cChart(counts, { freeze: 4, exclude: [3] }).centre).toBe(10);
    expect(iChart(counts, { freeze: 3 }).upper).toEqual(new Array(6).fill(10));
  });
  it('widen by Laney’s factor where rates vary more than chance, narrow where less', () => {
    const denominators = new Array<number>(24).fill(1000);
    const wild = Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? 20 : 60));
    expect(laneyUChart(wild, denominators).sigmaZ).toBeGreaterThan(3);
    const tame = Array.from({ length: 24 }, (_, i) => 40 + (i % 2));
    expect(laneyUChart(tame, denominators).sigmaZ).toBeLessThan(0.3);
  });
  it('draw times between events with an upper limit far out and a lower one at 0 or above', () => {
    const chart = tChart([10, 40, 3, 25, 60, 12, 8, 33]);
    expect(chart.lower[0]).toBeGreaterThanOrEqual(0);
    expect(chart.outside).toEqual([]);
  });
  it('refuse counts without denominators', () => expect(() => uChart([1, 2], [1])).toThrow(RangeError));
});

describe('exact limits', () => {
  it('are crossed by chance at most 27 times in ten thousand, whatever the mean', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 60, noNaN: true }), (mean) => {
        const { lower, upper } = exactCountLimits(mean);
        let outside = 0;
        for (let count = 0; count < 200; count += 1) {
          if (count < lower || count > upper) outside += poissonMass(count, mean);
        }
        expect(outside).toBeLessThanOrEqual(0.0027);
      }),
    );
  });
  it('step with the exposure', () => {
    const chart = exactCountChart([5, 5, 5, 5], [1, 1, 1, 4]);
    expect((chart.upper[3] ?? 0) < (chart.upper[0] ?? 0)).toBe(true);
  });
});

describe('runs', () => {
  it('drop the points on the line', () => {
    const runs = runsAnalysis([1, 0, 1, -1, 0, -1, 1], 0);
    expect(runs).toMatchObject({ useful: 5, longestRun: 2, crossings: 2 });
  });
  it('of a shift signal, of a lively series do not', () => {
    const shift = [...new Array<number>(12).fill(1), ...new Array<number>(12).fill(2)];
    expect(runsAboutMedian(shift).signal).toBe(true);
    const lively = Array.from({ length: 24 }, (_, i) => (i * 7) % 5);
    expect(runsAboutMedian(lively).signal).toBe(false);
  });
  it('may cross exactly as seldom as chance allows', () => {
    const runs = runsAnalysis([1, 1, 1, -1, -1, -1, -1, 1, 1, 1], 0);
    expect(runs).toMatchObject({ useful: 10, crossings: 2, crossingsMin: 2, signal: false });
  });
  it('need ten useful points to mean anything', () => {
    expect(FEWEST_USEFUL).toBe(10);
    expect(runsLimits(0)).toEqual({ longestRunMax: 3, crossingsMin: 0 });
  });
});

describe('the choice of a chart', () => {
  it('is none for a short or sparse series, exact by chance, XmR beyond it', () => {
    expect(chartFor([5, 5, 5])).toBe('none');
    expect(chartFor(new Array<number>(12).fill(1))).toBe('none');
    expect(chartFor([7, 5, 9, 6, 8, 4, 6, 7, 5, 8, 6, 5])).toBe('exact');
    expect(chartFor([7, 5, 9, 6, 8, 4, 22, 6, 7, 5, 8, 6])).toBe('xmr');
  });
  it('rests on a spread that is 1 by chance and 0 for equal counts', () => {
    expect(indexOfDispersion([6, 6, 6, 6])).toEqual({ index: 0, chisq: 0, df: 3, p: 1 });
  });
});

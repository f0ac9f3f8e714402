import { describe, expect, it } from 'vitest';
import { judgeMonths } from '../../../src/analysis/gate/signals.js';

const days = (counts: readonly number[]) => counts.map(() => 30);
const judge = (counts: readonly number[]) => judgeMonths(counts, days(counts));

/** Twelve quiet months around five, no more varied than chance. */
const QUIET = [5, 4, 6, 5, 7, 3, 5, 6, 4, 5, 6, 4];
/** Months that vary far more than chance around forty: the dispersion test sends them to the moving range. */
const WILD = [40, 55, 30, 48, 25, 52, 38, 60, 28, 45, 33, 50];

describe('a month against its own usual range', () => {
  it('is not judged with fewer than eight months, or fewer than two a month', () => {
    expect(judge(QUIET.slice(0, 7))).toMatchObject({ verdict: 'too few to say', lower: null, upper: null });
    expect(judge(QUIET.slice(0, 8)).verdict).toBe('within the usual range');
    expect(judge([1, 0, 2, 1, 3, 0, 1, 2, 1, 1])).toMatchObject({
      verdict: 'too few to say',
      refusal: 'Fewer than two a month on average.',
    });
  });

  it('has exact limits while months vary by no more than chance', () => {
    // Poisson of mean 5 (60 events in 12 months): quantiles at 0.00135 and 0.99865 are 0 and 13.
    const found = judge(QUIET);
    expect(found).toMatchObject({ chart: 'exact-limits', centre: 5, lower: 0, upper: 13 });
    expect(found.verdict).toBe('within the usual range');
  });

  it('has limits from the moving range where they vary more', () => {
    const found = judge(WILD);
    expect(found.chart).toBe('moving-range');
    // Mean 42; mean moving range 222 / 11 = 20.2; 2.66 times that is 53.7: 0 (not below) to 95.7.
    expect(found).toMatchObject({ centre: 42, lower: 0, upper: 95 });
    expect(judge([...WILD, 120]).verdict).toBe('unusually high');
  });

  it('keeps the first twelve months as the yardstick once there are two years', () => {
    const year = [20, 22, 18, 21, 19, 20, 23, 17, 20, 21, 19, 20];
    const later = [20, 19, 21, 20, 22, 20, 18, 21, 20, 19, 20, 40];
    expect(judge([...year, ...later])).toMatchObject({ centre: 20, verdict: 'unusually high' });
  });

  it('names seven months running on one side, not six', () => {
    const ahead = [...QUIET, ...QUIET];
    expect(judge([...ahead, 4, 7, 7, 6, 8, 7, 6]).verdict).toBe('within the usual range');
    expect(judge([...ahead, 7, 7, 6, 8, 7, 6, 7]).verdict).toBe('seven months above');
    expect(judge([...ahead, 3, 4, 3, 4, 2, 4, 3]).verdict).toBe('seven months below');
  });
});

import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analyse.js';
import { atGrain } from '../../src/analysis/grains.js';
import type { PeriodId } from '../../src/reference/brands.js';
import { episodes } from './counts.js';
import { inputOf } from './tables.js';

const ROWS = `
episode_id | person | missing_from_at  | found_at         | category | district_missing_from
e1         | a      | 2018-04-02 12:00 | 2018-04-03 12:00 | M        | Burnley
e2         | a      | 2018-05-02 12:00 | 2018-05-03 12:00 | M        | Burnley
e3         | b      | 2018-06-30 23:59 | 2018-07-02 12:00 | M        | Burnley
e4         | b      | 2018-07-01 00:00 | 2018-10-02 12:00 | M        | Burnley
e5         | a      | 2017-08-01 12:00 | 2017-08-02 12:00 | M        | Burnley`;

const input = inputOf(episodes(ROWS), ['2017-H1', '2018-H1']);

function series(
  grain: 'quarter' | 'month',
  indicator: string,
  until?: string,
): (readonly [string, number | null])[] {
  const cut = until === undefined ? undefined : (until as PeriodId);
  return analyse(atGrain(input, grain, cut), { indicators: [indicator], totalsOnly: true })
    .observations.filter((o) => o.indicator === indicator && o.area === 'PAN-LANCS')
    .map((o) => [o.period, o.numerator] as const);
}

describe('shorter periods', () => {
  it('are the quarters of the reporting year', () => {
    expect(series('quarter', 'M01')).toEqual([
      ['2017-Q1', 0],
      ['2017-Q2', 1],
      ['2017-Q3', 0],
      ['2017-Q4', 0],
      ['2018-Q1', 3],
      ['2018-Q2', 1],
    ]);
  });

  it('count a child once a quarter: quarters add up to more children than the half-year has', () => {
    expect(series('quarter', 'M02').slice(-2)).toEqual([
      ['2018-Q1', 2],
      ['2018-Q2', 1],
    ]);
  });

  it('are the months of the calendar, up to the one asked for', () => {
    const months = series('month', 'M01', '2018-06');
    expect(months).toHaveLength(15);
    expect(months.slice(-3)).toEqual([
      ['2018-04', 1],
      ['2018-05', 1],
      ['2018-06', 1],
    ]);
  });

  it('look at the end of each period for what is open then', () => {
    // The episode of 1 July ended in October: open at the end of July, August and September.
    expect(
      series('month', 'M24')
        .slice(-4)
        .map(([, n]) => n),
    ).toEqual([1, 1, 1, 1]);
    expect(series('quarter', 'M24').at(-1)).toEqual(['2018-Q2', 1]);
  });

  it('look back over the same length of time as half-years do', () => {
    // Twice in the half-year to the end of the quarter: child a in April and May, child b in June and July.
    const shares = analyse(atGrain(input, 'quarter'), {
      indicators: ['M05'],
      totalsOnly: true,
    }).observations.filter((o) => o.area === 'PAN-LANCS');
    expect(shares.slice(-2).map((o) => `${o.numerator}/${o.denominator}`)).toEqual(['1/2', '1/1']);
  });

  it('know nothing of a period that is not in the history', () => {
    expect(() => atGrain(input, 'month', '2019-01' as PeriodId)).toThrow(RangeError);
  });
});

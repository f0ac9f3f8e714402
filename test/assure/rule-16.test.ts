import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analyse.js';
import { referrals } from '../analysis/counts.js';
import { inputOf } from '../analysis/tables.js';
import { assured } from './assured.js';

describe('rule 16: rates', () => {
  it('uses the estimate nearest the middle of the half-year, and the half-year as it is', () => {
    const input = inputOf(
      referrals(`
        referral_id | person | concern_types | contact_at | district_home
        r1          | p1     | CSE           | 2018-05-01 | Burnley
        r2          | p2     | CSE           | 2018-05-01 | Burnley`),
      ['2017-H1', '2018-H1'],
    );
    const rate = analyse(input).observations.find(
      (o) => o.indicator === 'S02' && o.area === 'E07000117' && o.period === '2018-H1',
    );
    const residents = input.populations.population({
      area: input.areas.districts.find((d) => d === 'E07000117') ?? input.areas.pan,
      period: input.period,
      ages: '0-17',
    });
    expect(rate).toMatchObject({
      numerator: 2,
      denominator: residents?.population,
      populationBase: true,
      method: 'exact',
    });
    expect(rate?.value).toBeCloseTo((2 / (residents?.population ?? 1)) * 10000, 10);
  });

  it('gives none where there is no estimate of residents', () => {
    const input = inputOf(
      referrals(`
        referral_id | person | concern_types | contact_at | district_home
        r1          | p1     | CSE           | 2018-05-01 | Burnley`),
      ['2017-H1', '2018-H1'],
      { populations: { years: [], population: () => null } },
    );
    expect(assured(input, 'S02')).toBe('[x]');
    expect(assured(input, 'S01')).toBe('1');
  });
});

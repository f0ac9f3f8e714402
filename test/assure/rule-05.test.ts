import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analyse.js';
import { referrals } from '../analysis/counts.js';
import { inputOf } from '../analysis/tables.js';
import { assured } from './assured.js';

describe('rule 5: what is not known', () => {
  const referralsWith = (statuses: readonly string[]) =>
    inputOf(
      referrals(
        `referral_id | person | concern_types | contact_at | child_status | district_home\n${statuses
          .map((status, i) => `r${i} | p${i} | CSE | 2018-05-01 | ${status} | Wyre`)
          .join('\n')}`,
      ),
      ['2017-H1', '2018-H1'],
    );

  it('is left out of the denominator and counted beside it', () => {
    expect(assured(referralsWith(['KNOWN', 'AT_RISK', 'UNCLEAR']), 'S09')).toBe('1/2 (1)');
  });

  it('keeps a figure back when fewer than 60 in 100 are known', () => {
    expect(assured(referralsWith(['KNOWN', 'AT_RISK', 'AT_RISK', 'UNCLEAR', 'UNCLEAR']), 'S09')).toBe(
      '1/3 (2)',
    );
    expect(assured(referralsWith(['KNOWN', 'AT_RISK', 'UNCLEAR', 'UNCLEAR']), 'S09')).toBe('[x]');
  });

  it('gives no percentage on a base under 20', () => {
    const value = (n: number) =>
      analyse(referralsWith(Array.from({ length: n }, () => 'KNOWN'))).observations.find(
        (o) => o.indicator === 'S09' && o.area === 'PAN-LANCS' && o.period === '2018-H1',
      );
    expect(value(19)).toMatchObject({ numerator: 19, denominator: 19, value: null, method: 'none' });
    expect(value(20)).toMatchObject({ numerator: 20, denominator: 20, value: 100, method: 'wilson' });
  });
});

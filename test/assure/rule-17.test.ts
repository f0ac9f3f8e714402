import { describe, expect, it } from 'vitest';
import { referrals } from '../analysis/counts.js';
import { inputOf } from '../analysis/tables.js';
import { assured } from './assured.js';

describe('rule 17: working days in England', () => {
  it('counts working days, without weekends and bank holidays', () => {
    const input = inputOf(
      referrals(`
        referral_id | person | concern_types | contact_at | decision_at | district_home
        friday      | p1     | CSE           | 2018-05-04 | 2018-05-08  | Wyre
        friday2     | p2     | CSE           | 2018-05-04 | 2018-05-09  | Wyre
        same        | p3     | CSE           | 2018-05-09 | 2018-05-09  | Wyre`),
      ['2017-H1', '2018-H1'],
    );
    expect(assured(input, 'R07')).toBe('2/3');
  });
});

import { describe, expect, it } from 'vitest';
import { referrals } from '../analysis/counts.js';
import { inputOf } from '../analysis/tables.js';
import { assured } from './assured.js';

describe('rule 11: referred again', () => {
  it('follows closures for 365 days and gives the figure once they have passed', () => {
    const input = inputOf(
      referrals(`
        referral_id | person | concern_types | contact_at | decision | closed_at  | district_home
        r1          | p1     | CSE           | 2017-04-03 | ACCEPTED | 2017-06-01 | Wyre
        r2          | p1     | CSE           | 2018-06-01 | NFA      |            | Wyre
        r3          | p2     | CSE           | 2017-04-03 | ACCEPTED | 2017-06-01 | Wyre
        r4          | p2     | CSE           | 2018-06-02 | NFA      |            | Wyre`),
      ['2017-H1', '2018-H1'],
    );
    expect(assured(input, 'R12', 'PAN-LANCS', '2017-H1')).toBe('1/2');
    expect(assured(input, 'R12')).toBe('[x]');
  });
});

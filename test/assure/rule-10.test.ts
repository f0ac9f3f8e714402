import { describe, expect, it } from 'vitest';
import { dayFromIso } from '../../src/reference/days.js';
import { referrals } from '../analysis/counts.js';
import { inputOf } from '../analysis/tables.js';
import { assured } from './assured.js';

describe('rule 10: referrals are followed to their state at the cut-off', () => {
  it('shows recent referrals as in progress, never as ended', () => {
    const input = inputOf(
      referrals(`
        referral_id | person | concern_types | contact_at | decision | assessment_end | district_home
        r1          | p1     | CSE           | 2018-04-10 | ACCEPTED | 2018-06-01     | Wyre
        r2          | p2     | CSE           | 2018-04-10 | ACCEPTED |                | Wyre
        r3          | p3     | CSE           | 2018-09-20 | ACCEPTED |                | Wyre
        r4          | p4     | CSE           | 2018-09-20 | ACCEPTED | 2018-09-28     | Wyre
        r5          | p5     | CSE           | 2018-09-20 | NFA      |                | Wyre`),
      ['2017-H1', '2018-H1'],
    );
    expect(assured(input, 'R04')).toBe('2/3 (1)');
    expect(assured({ ...input, cutOff: dayFromIso('2018-12-31') }, 'R04')).toBe('2/4');
  });
});

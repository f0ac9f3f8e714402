import { describe, expect, it } from 'vitest';
import { ageAt, dayFromIso } from '../../src/reference/days.js';
import { episodes, referrals } from '../analysis/counts.js';
import { eventTable, inputOf, rowsFrom } from '../analysis/tables.js';
import { assured } from './assured.js';

describe('rule 4: age in completed years at the event', () => {
  it('changes on the birthday; a child of 29 February has it on 1 March', () => {
    const age = (born: string, at: string) => ageAt(dayFromIso(born), dayFromIso(at));
    expect(age('2003-05-15', '2018-05-14')).toBe(14);
    expect(age('2003-05-15', '2018-05-15')).toBe(15);
    expect(age('2004-02-29', '2018-02-28')).toBe(13);
    expect(age('2004-02-29', '2018-03-01')).toBe(14);
  });

  it('is that at the contact: one child, two ages in two half-years', () => {
    const input = inputOf(
      referrals(`
        referral_id | person | concern_types | contact_at | district_home | age
        r1          | p1     | CSE           | 2018-03-01 | Wyre          | 13
        r2          | p1     | CSE           | 2018-06-01 | Wyre          | 14
        r3          | p2     | CSE           | 2018-06-01 | Wyre          |
        r4          | p3     | CSE           | 2018-06-01 | Wyre          | 14`),
      ['2017-H2', '2018-H1'],
    );
    expect(assured(input, 'S01')).toBe('3');
    expect(assured(input, 'V01')).toBe('2');
    expect(assured(input, 'V02', 'PAN-LANCS', '2017-H2', '13')).toBe('1/1');
    expect(assured(input, 'V02', 'PAN-LANCS', '2018-H1', '14')).toBe('2/2 (1)');
    expect(assured(input, 'V02', 'PAN-LANCS', '2018-H1', '13')).toBe('0/2 (1)');
  });

  it('keeps out whoever was 18 when last seen, and counts whoever was 17', () => {
    const service = eventTable(
      'return-interviews',
      'service',
      '2018-H1',
      rowsFrom(`
        rhi_id | episode_id | person | offered
        i1     | e1         | s1     | Y`),
    );
    const missing = (age: number) =>
      inputOf(
        [
          ...episodes(`
            episode_id | person | category | missing_from_at  | found_at         | district_missing_from | age
            e1         | p1     | M        | 2018-05-01 10:00 | 2018-05-02 10:00 | Wyre                  | ${age}`),
          service,
        ],
        ['2017-H2', '2018-H1'],
      );
    expect(assured(missing(17), 'M16')).toBe('1/1');
    expect(assured(missing(18), 'M16')).toBe('0/0');
    expect(assured(missing(18), 'M02')).toBe('1');
  });
});

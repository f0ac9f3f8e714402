import { describe, expect, it } from 'vitest';
import { episodes, offences, referrals } from '../analysis/counts.js';
import { eventTable, inputOf } from '../analysis/tables.js';
import { assured } from './assured.js';

describe('rule 1: which half-year an event belongs to', () => {
  it('a missing episode by its beginning, a return by the day the child was found', () => {
    const input = inputOf(
      episodes(`
        episode_id | person | category | missing_from_at  | found_at         | district_missing_from | age
        e1         | p1     | M        | 2018-03-31 23:50 | 2018-04-01 02:00 | Preston               | 14
        e2         | p2     | M        | 2018-09-30 23:59 | 2018-10-01 08:00 | Preston               | 14`),
      ['2017-H2', '2018-H1'],
    );
    expect(assured(input, 'M01', 'PAN-LANCS', '2017-H2')).toBe('1');
    expect(assured(input, 'M01')).toBe('1');
    expect(assured(input, 'M18')).toBe('0/1');
    expect(assured(input, 'M18', 'PAN-LANCS', '2017-H2')).toBe('0/0');
  });

  it('a referral by its receipt, whenever the file came, and only in its newest version', () => {
    const row = {
      referral_id: 'r1',
      person: 'p1',
      concern_types: 'CSE',
      contact_at: '2017-05-02',
      district_home: 'Wyre',
    };
    const input = inputOf(
      [
        eventTable('referrals', 'council', '2017-H1', [{ ...row, decision: 'NFA' }]),
        eventTable('referrals', 'council', '2018-H1', [{ ...row, decision: 'ACCEPTED' }]),
      ],
      ['2017-H1', '2018-H1'],
    );
    expect(assured(input, 'S03', 'PAN-LANCS', '2017-H1')).toBe('1');
    expect(assured(input, 'S03')).toBe('0');
    expect(assured(input, 'R03', 'PAN-LANCS', '2017-H1')).toBe('1/1');
  });

  it('outcomes by the day of the outcome, offences by the day of recording', () => {
    const input = inputOf(
      offences(`
        crime_ref | person | cse_flag | offence_class | recorded_at | outcome_at | outcome_code | district_offence
        c1        | p1     | Y        | 22B           | 2017-06-01  | 2018-05-01 | 1            | Burnley
        c2        | p2     | Y        | 22B           | 2018-06-01  | 2018-07-01 | 16           | Burnley
        c3        | p3     | Y        | 22B           | 2018-06-01  |            |              | Burnley`),
      ['2017-H1', '2018-H1'],
    );
    expect(assured(input, 'O01')).toBe('2');
    expect(assured(input, 'O08')).toBe('1/2');
    expect(assured(input, 'O11')).toBe('1/2');
  });

  it('snapshots on the last day of the half-year', () => {
    const input = inputOf(
      referrals(`
        referral_id | person | concern_types | contact_at | decision | allocated_at | closed_at  | district_home
        old         | p0     | CSE           | 2016-05-01 | ACCEPTED | 2016-05-02   | 2016-06-01 | Preston
        r1          | p1     | CSE           | 2017-11-01 | ACCEPTED | 2017-11-03   |            | Preston
        r2          | p2     | CSE           | 2018-04-03 | ACCEPTED | 2018-04-04   | 2018-09-30 | Preston
        r3          | p3     | CSE           | 2018-04-03 | ACCEPTED | 2018-04-04   | 2018-10-01 | Preston
        r4          | p4     | CSE           | 2018-04-03 | NFA      |              |            | Preston`),
      ['2016-H1', '2018-H1'],
    );
    expect(assured(input, 'S05')).toBe('2');
    expect(assured(input, 'S05', 'PAN-LANCS', '2017-H2')).toBe('1');
    expect(assured(input, 'R13')).toBe('0/2');
  });
});

import { describe, expect, it } from 'vitest';
import { episodes } from '../analysis/counts.js';
import { eventTable, inputOf, rowsFrom } from '../analysis/tables.js';
import { assured } from './assured.js';

describe('rule 7: interviews within 72 hours', () => {
  const missing = `
    episode_id | person | category | missing_from_at  | found_at         | district_missing_from | age
    e1         | p1     | M        | 2018-05-01 10:00 | 2018-05-02 12:00 | Preston               | 14
    e2         | p1     | M        | 2018-05-03 10:00 | 2018-05-03 12:00 | Preston               | 14
    e3         | p2     | M        | 2018-05-01 10:00 | 2018-05-02 12:00 | Preston               | 14
    e4         | p3     | M        | 2018-05-01 10:00 | 2018-05-02 12:00 | Preston               | 14
    e5         | p4     | ABSENT   | 2018-05-01 10:00 | 2018-05-02 12:00 | Preston               | 14
    e6         | p5     | M        | 2018-05-01 10:00 |                  | Preston               | 14
    e7         | p6     | M        | 2018-05-01 10:00 | 2018-05-02 12:00 | Preston               | 18`;
  const interviews = eventTable(
    'return-interviews',
    'service',
    '2018-H1',
    rowsFrom(`
    rhi_id | episode_id | person | returned_at      | offered | completed_at     | cse_disclosed
    i1     | e1         | s1     | 2018-05-02 12:00 | Y       | 2018-05-06 12:00 | Y
    i1     | e2         | s1     | 2018-05-03 12:00 | Y       | 2018-05-06 12:00 | Y
    i2     | e3         | s2     | 2018-05-02 12:00 | Y       | 2018-05-05 12:01 | U
    i3     | e4         | s3     | 2018-05-02 12:00 | N       |                  | U
    i4     | e5         | s4     | 2018-05-02 12:00 | Y       | 2018-05-03 12:00 | N`),
  );
  const input = inputOf([...episodes(missing), interviews], ['2017-H1', '2018-H1']);

  it('credit every episode they cover and are timed from the last return, to the minute', () => {
    expect(assured(input, 'M19')).toBe('2/3');
    expect(assured(input, 'M20')).toBe('2/4');
    expect(assured(input, 'M22')).toBe('2/2 (1)');
  });

  it('count exactly 72 hours as in time, over the change of clocks too', () => {
    const table = (completed: string) =>
      inputOf(
        [
          ...episodes(`
            episode_id | person | category | missing_from_at  | found_at         | district_missing_from | age
            e1         | p1     | M        | 2017-10-27 10:00 | 2017-10-27 12:00 | Preston               | 14`),
          eventTable('return-interviews', 'service', '2017-H2', [
            {
              rhi_id: 'i',
              episode_id: 'e1',
              person: 's',
              returned_at: '2017-10-27 12:00',
              offered: 'Y',
              completed_at: completed,
            },
          ]),
        ],
        ['2017-H1', '2017-H2'],
      );
    expect(assured(table('2017-10-30 11:00'), 'M19', 'PAN-LANCS', '2017-H2')).toBe('1/1');
    expect(assured(table('2017-10-30 11:01'), 'M19', 'PAN-LANCS', '2017-H2')).toBe('0/1');
  });
});

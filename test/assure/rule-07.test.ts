import { describe, expect, it } from 'vitest';
import { episodes } from '../analysis/counts.js';
import { eventTable, inputOf } from '../analysis/tables.js';
import { assured } from './assured.js';
import { interviewed } from './interviews.js';

describe('rule 7: interviews within 72 hours', () => {
  it('credit every episode they cover and are timed from the last return, to the minute', () => {
    expect(assured(interviewed, 'M19')).toBe('2/3');
    expect(assured(interviewed, 'M20')).toBe('2/4');
    expect(assured(interviewed, 'M22')).toBe('2/2 (1)');
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

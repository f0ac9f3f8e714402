import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analyse.js';
import { episodes } from '../analysis/counts.js';
import { eventTable, inputOf, rowsFrom } from '../analysis/tables.js';
import { assured } from './assured.js';

describe('rule 2: a child counts once per place and half-year', () => {
  const input = inputOf(
    episodes(`
      episode_id | person | category | missing_from_at  | found_at         | district_missing_from | sex | age
      e1         | p1     | M        | 2018-05-01 10:00 | 2018-05-01 20:00 | Burnley               | F   | 13
      e2         | p1     | M        | 2018-06-01 10:00 | 2018-06-01 20:00 | Burnley               | U   | 14
      e3         | p1     | M        | 2018-07-01 10:00 | 2018-07-01 20:00 | Preston               | F   | 14
      e4         | p2     | M        | 2018-05-01 10:00 | 2018-05-01 20:00 | Preston               |     | 15
      e5         | p3     | ABSENT   | 2018-05-01 10:00 | 2018-05-01 20:00 | Preston               | M   | 15`),
    ['2017-H1', '2018-H1'],
  );

  it('in each district, and once in the area around them', () => {
    expect(assured(input, 'M02', 'E07000117')).toBe('1');
    expect(assured(input, 'M02', 'E07000123')).toBe('2');
    expect(assured(input, 'M02')).toBe('2');
    expect(assured(input, 'M01')).toBe('4');
    expect(assured(input, 'M02', 'CPB-BP')).toBe('1');
    expect(assured(input, 'M02', 'LSCB-BPL')).toBe('0');
  });

  it('with one age and sex: the first that is known', () => {
    const sex = analyse(input).observations.filter(
      (o) =>
        o.indicator === 'M02' && o.area === 'PAN-LANCS' && o.period === '2018-H1' && o.breakdown === 'sex',
    );
    expect(sex.map((o) => [o.category, o.numerator, o.unknown])).toEqual([
      ['F', 1, 1],
      ['M', 0, 1],
    ]);
    expect(assured(input, 'M02', 'PAN-LANCS', '2018-H1', '12-13')).toBe('1');
  });

  it('as one child when two agencies know it under two names', () => {
    const two = inputOf(
      [
        eventTable(
          'referrals',
          'one',
          '2018-H1',
          rowsFrom(`
          referral_id | person | concern_types | contact_at | district_home
          r1          | a1     | CSE           | 2018-05-01 | Wyre`),
        ),
        eventTable(
          'referrals',
          'two',
          '2018-H1',
          rowsFrom(`
          referral_id | person | concern_types | contact_at | district_home
          r2          | b1     | CSE;MISSING   | 2018-05-04 | Wyre`),
        ),
      ],
      ['2017-H1', '2018-H1'],
      {
        childOf: new Map([
          ['a1', 'x'],
          ['b1', 'x'],
        ]),
      },
    );
    expect(assured(two, 'S01')).toBe('1');
    expect(assured(two, 'S03')).toBe('2');
    expect(assured(two, 'S04')).toBe('2/1');
  });
});

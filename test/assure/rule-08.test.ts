import { describe, expect, it } from 'vitest';
import { episodes } from '../analysis/counts.js';
import { inputOf } from '../analysis/tables.js';
import { assured } from './assured.js';

describe('rule 8: children missing more than once', () => {
  const children = Array.from({ length: 10 }, (_, i) => `p${i}`);
  const missing = children.map(
    (person) => `${person}a | ${person} | M | 2018-05-01 10:00 | 2018-05-01 12:00 | Preston | 14`,
  );
  const table = (rows: readonly string[]) =>
    episodes(
      `episode_id | person | category | missing_from_at | found_at | district_missing_from | age\n${rows.join('\n')}`,
    );

  it('counts children missing at least twice in the half-year, not in two', () => {
    const input = inputOf(
      table([
        ...missing,
        'x1 | p1 | M | 2018-06-01 10:00 | 2018-06-01 12:00 | Burnley | 14',
        'x2 | p2 | M | 2017-06-01 10:00 | 2017-06-01 12:00 | Preston | 14',
      ]),
      ['2017-H1', '2018-H1'],
    );
    expect(assured(input, 'M05')).toBe('1/10');
  });

  it('counts three within 90 days by the day of the last, and two within twelve months, among those missing now', () => {
    const input = inputOf(
      table([
        ...missing,
        // p1: 30 December, 3 February, 1 May: 122 days. p2: 5 February, 10 March, 1 May: 85 days, begun in the half-year before.
        'x1 | p1 | M | 2017-12-30 10:00 | 2017-12-30 12:00 | Preston | 14',
        'x2 | p1 | M | 2018-02-03 10:00 | 2018-02-03 12:00 | Preston | 14',
        'x3 | p2 | M | 2018-02-05 10:00 | 2018-02-05 12:00 | Burnley | 14',
        'x4 | p2 | M | 2018-03-10 10:00 | 2018-03-10 12:00 | Preston | 14',
        // p3: 1 May, 2 May, 29 July: 89 days from first to last, so 90 days in all. p4: the same to 30 July.
        'x5 | p3 | M | 2018-05-02 10:00 | 2018-05-02 12:00 | Preston | 14',
        'x6 | p3 | M | 2018-07-29 10:00 | 2018-07-29 12:00 | Preston | 14',
        'x7 | p4 | M | 2018-05-02 10:00 | 2018-05-02 12:00 | Preston | 14',
        'x8 | p4 | M | 2018-07-30 10:00 | 2018-07-30 12:00 | Preston | 14',
        // Not missing now: in no numerator.
        'y1 | q1 | M | 2018-01-01 10:00 | 2018-01-01 12:00 | Preston | 14',
        'y2 | q1 | M | 2018-01-02 10:00 | 2018-01-02 12:00 | Preston | 14',
      ]),
      ['2017-H1', '2018-H1'],
    );
    expect(assured(input, 'M05')).toBe('2/10');
    expect(assured(input, 'M05T')).toBe('2/10');
    expect(assured(input, 'M05Y')).toBe('4/10');
  });
});

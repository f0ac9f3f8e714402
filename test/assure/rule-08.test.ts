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
});

import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analyse.js';
import { referrals } from '../analysis/counts.js';
import { inputOf } from '../analysis/tables.js';

/** Different children in each year, so that the test is of two independent counts. */
function verdict(before: number, after: number): string | undefined {
  const rows = (year: number, n: number) =>
    Array.from({ length: n }, (_, i) => `${year}r${i} | ${year}p${i} | CSE | ${year}-05-01 | Wyre`);
  const input = inputOf(
    referrals(
      `referral_id | person | concern_types | contact_at | district_home\n${[...rows(2017, before), ...rows(2018, after)].join('\n')}`,
    ),
    ['2017-H1', '2018-H1'],
  );
  return analyse(input).statements.find(
    ({ indicator, area, kind }) => indicator === 'S01' && area === 'PAN-LANCS' && kind === 'change',
  )?.verdict;
}

describe('rule 15: a change is said only when it is both unlikely by chance and ten or more', () => {
  it('so 2 to 12 is a direction, and 1 to 10 is none, though its range excludes no change as well', () => {
    expect(verdict(2, 12)).toBe('higher');
    expect(verdict(1, 10)).not.toBe('higher');
  });

  it('so 100 to 112 is none, though it is more than ten', () => {
    expect(verdict(100, 112)).toBe('no clear change');
  });
});

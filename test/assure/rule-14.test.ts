import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analyse.js';
import { chapman } from '../../src/statistics/hiddenPopulation.js';
import { referrals } from '../analysis/counts.js';
import { inputOf } from '../analysis/tables.js';

describe('rule 14: children on no list', () => {
  it('are never a figure of the report, whatever the lists hold', () => {
    const rows = Array.from({ length: 60 }, (_, i) => `r${i} | p${i} | CSE | 2018-05-01 | Wyre`);
    const input = inputOf(
      referrals(`referral_id | person | concern_types | contact_at | district_home\n${rows.join('\n')}`),
      ['2017-H2', '2018-H1'],
    );
    const found = analyse(input).observations.filter(({ indicator }) => indicator === 'X03');
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ missing, numerator }) => missing?.symbol === 'x' && numerator === null)).toBe(true);
  });

  it('are Chapman’s estimate where somebody asks for it by hand: 100 and 80 with 40 in common', () => {
    // (101 x 81 / 41) - 1 = 198.5
    expect(chapman(100, 80, 40).chapman).toBeCloseTo((101 * 81) / 41 - 1, 10);
  });
});

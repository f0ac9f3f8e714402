import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analyse.js';
import { episodes, referrals } from '../analysis/counts.js';
import { inputOf } from '../analysis/tables.js';
import { assured } from './assured.js';

describe('rule 9: children on another list', () => {
  const children = Array.from({ length: 10 }, (_, i) => `p${i}`);
  const missing = children.map(
    (person) => `${person}a | ${person} | M | 2018-05-01 10:00 | 2018-05-01 12:00 | Preston | 14`,
  );
  const table = (rows: readonly string[]) =>
    episodes(
      `episode_id | person | category | missing_from_at | found_at | district_missing_from | age\n${rows.join('\n')}`,
    );

  it('looks back twelve months for the other list', () => {
    const input = inputOf(
      [
        ...table(missing),
        ...referrals(`
          referral_id | person | concern_types | contact_at | district_home
          r1          | p1     | CSE           | 2017-10-01 | Preston
          r2          | p2     | CSE           | 2017-09-30 | Preston
          r3          | p3     | CCE           | 2018-05-01 | Preston
          r4          | p4     | CSE;CCE       | 2018-09-30 | Preston`),
      ],
      ['2017-H1', '2018-H1'],
    );
    expect(assured(input, 'M13')).toBe('2/10');
    expect(assured(input, 'M14')).toBe('1/1');
    expect(assured(input, 'M13', 'PAN-LANCS', '2017-H1')).toBe('[x]');
  });

  it('claims no range and no change for what linking between agencies can only find part of', () => {
    const people = Array.from({ length: 30 }, (_, i) => `p${i}`);
    const result = analyse(
      inputOf(
        [
          ...table(people.map((p) => `${p} | ${p} | M | 2018-05-01 10:00 | 2018-05-01 12:00 | Preston | 14`)),
          ...referrals(
            `referral_id | person | concern_types | contact_at | district_home\n${people
              .map((p) => `${p} | ${p} | CSE | 2018-05-01 | Preston`)
              .join('\n')}`,
          ),
        ],
        ['2017-H1', '2018-H1'],
      ),
    );
    const of = (id: string) =>
      result.observations.find((o) => o.indicator === id && o.area === 'PAN-LANCS' && o.period === '2018-H1');
    expect(of('M13')).toMatchObject({ numerator: 30, denominator: 30, value: 100, lower: null, upper: null });
    expect(of('M05')?.upper).not.toBeNull();
    expect(result.statements.find((s) => s.indicator === 'M13' && s.area === 'PAN-LANCS')).toMatchObject({
      verdict: 'not comparable',
      method: 'none',
      refusal: expect.stringMatching(/linked/),
    });
  });

  it('gives nothing where practically no child is on both lists', () => {
    const input = inputOf(
      [
        ...table(missing),
        ...referrals(`
          referral_id | person | concern_types | contact_at | district_home
          r1          | q1     | CSE           | 2018-05-01 | Preston`),
      ],
      ['2017-H1', '2018-H1'],
    );
    expect(assured(input, 'M13')).toBe('[x]');
    expect(assured(input, 'M14')).toBe('[x]');
  });

  it('counts the children of each extract who carry a number to be found by', () => {
    const input = inputOf(
      [
        ...table(missing),
        ...referrals(`
          referral_id | person | concern_types | contact_at | district_home
          r1          | q1     | CSE           | 2018-05-01 | Preston
          r2          | q2     | CSE           | 2018-06-01 | Preston`),
      ],
      ['2017-H1', '2018-H1'],
      { numbered: new Set(['p1', 'p2', 'p3', 'q2', 'q9']) },
    );
    const found = analyse(input).observations.filter((o) => o.indicator === 'Q07' && o.period === '2018-H1');
    expect(found.map(({ category, numerator, denominator }) => [category, numerator, denominator])).toEqual([
      ['missing-episodes', 3, 10],
      ['referrals', 1, 2],
    ]);
    const { numbered: _, ...unknown } = input;
    expect(analyse(unknown).observations.some((o) => o.indicator === 'Q07')).toBe(false);
  });
});

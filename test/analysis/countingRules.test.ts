import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analyse.js';
import { counts, episodes, offences, referrals } from './counts.js';
import { eventTable, inputOf, rowsFrom } from './tables.js';

describe('rule 1: which half-year an event belongs to', () => {
  it('a missing episode by its beginning, a return by the day the child was found', () => {
    const input = inputOf(
      episodes(`
        episode_id | person | category | missing_from_at  | found_at         | district_missing_from | age
        e1         | p1     | M        | 2018-03-31 23:50 | 2018-04-01 02:00 | Preston               | 14
        e2         | p2     | M        | 2018-09-30 23:59 | 2018-10-01 08:00 | Preston               | 14`),
      ['2017-H2', '2018-H1'],
    );
    expect(counts(input, 'M01', 'PAN-LANCS', '2017-H2')).toBe('1');
    expect(counts(input, 'M01')).toBe('1');
    expect(counts(input, 'M18')).toBe('0/1');
    expect(counts(input, 'M18', 'PAN-LANCS', '2017-H2')).toBe('0/0');
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
    expect(counts(input, 'S03', 'PAN-LANCS', '2017-H1')).toBe('1');
    expect(counts(input, 'S03')).toBe('0');
    expect(counts(input, 'R03', 'PAN-LANCS', '2017-H1')).toBe('1/1');
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
    expect(counts(input, 'O01')).toBe('2');
    expect(counts(input, 'O08')).toBe('1/2');
    expect(counts(input, 'O11')).toBe('1/2');
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
    expect(counts(input, 'S05')).toBe('2');
    expect(counts(input, 'S05', 'PAN-LANCS', '2017-H2')).toBe('1');
    expect(counts(input, 'R13')).toBe('0/2');
  });
});

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
    expect(counts(input, 'M02', 'E07000117')).toBe('1');
    expect(counts(input, 'M02', 'E07000123')).toBe('2');
    expect(counts(input, 'M02')).toBe('2');
    expect(counts(input, 'M01')).toBe('4');
    expect(counts(input, 'M02', 'CPB-BP')).toBe('1');
    expect(counts(input, 'M02', 'LSCB-BPL')).toBe('0');
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
    expect(counts(input, 'M02', 'PAN-LANCS', '2018-H1', '12-13')).toBe('1');
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
    expect(counts(two, 'S01')).toBe('1');
    expect(counts(two, 'S03')).toBe('2');
    expect(counts(two, 'S04')).toBe('2/1');
  });
});

describe('rule 3: where an event counts', () => {
  it('outside the fourteen districts, for the whole area only', () => {
    const input = inputOf(
      offences(`
        crime_ref | person | cse_flag | offence_class | recorded_at | district_offence | victim_home_district
        c1        | p1     | Y        | 22B           | 2018-06-01  | OUT              | Preston
        c2        | p1     | Y        | 22B           | 2018-06-02  | Preston          | Preston
        c3        | p1     | N        | 71            | 2018-06-02  | Preston          | NK`),
      ['2017-H1', '2018-H1'],
    );
    expect(counts(input, 'O01')).toBe('3');
    expect(counts(input, 'O01', 'E07000123')).toBe('2');
    expect(counts(input, 'L04')).toBe('1/2 (1)');
  });
});

describe('rule 5: what is not known', () => {
  const referralsWith = (statuses: readonly string[]) =>
    inputOf(
      referrals(
        `referral_id | person | concern_types | contact_at | child_status | district_home\n${statuses
          .map((status, i) => `r${i} | p${i} | CSE | 2018-05-01 | ${status} | Wyre`)
          .join('\n')}`,
      ),
      ['2017-H1', '2018-H1'],
    );

  it('is left out of the denominator and counted beside it', () => {
    expect(counts(referralsWith(['KNOWN', 'AT_RISK', 'UNCLEAR']), 'S09')).toBe('1/2 (1)');
  });

  it('keeps a figure back when fewer than 60 in 100 are known', () => {
    expect(counts(referralsWith(['KNOWN', 'AT_RISK', 'AT_RISK', 'UNCLEAR', 'UNCLEAR']), 'S09')).toBe(
      '1/3 (2)',
    );
    expect(counts(referralsWith(['KNOWN', 'AT_RISK', 'UNCLEAR', 'UNCLEAR']), 'S09')).toBe('[x]');
  });

  it('gives no percentage on a base under 20', () => {
    const value = (n: number) =>
      analyse(referralsWith(Array.from({ length: n }, () => 'KNOWN'))).observations.find(
        (o) => o.indicator === 'S09' && o.area === 'PAN-LANCS' && o.period === '2018-H1',
      );
    expect(value(19)).toMatchObject({ numerator: 19, denominator: 19, value: null, method: 'none' });
    expect(value(20)).toMatchObject({ numerator: 20, denominator: 20, value: 100, method: 'wilson' });
  });
});

describe('rules 6 and 7: return home interviews', () => {
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

  it('are due after episodes of category missing that ended, of children under 18', () => {
    expect(counts(input, 'M16')).toBe('3/4');
    expect(counts(input, 'M17')).toBe('3/3');
    expect(counts(input, 'M18')).toBe('3/4');
  });

  it('credit every episode they cover and are timed from the last return, to the minute', () => {
    expect(counts(input, 'M19')).toBe('2/3');
    expect(counts(input, 'M20')).toBe('2/4');
    expect(counts(input, 'M22')).toBe('2/2 (1)');
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
    expect(counts(table('2017-10-30 11:00'), 'M19', 'PAN-LANCS', '2017-H2')).toBe('1/1');
    expect(counts(table('2017-10-30 11:01'), 'M19', 'PAN-LANCS', '2017-H2')).toBe('0/1');
  });
});

describe('rule 16: rates', () => {
  it('uses the estimate nearest the middle of the half-year, and the half-year as it is', () => {
    const input = inputOf(
      referrals(`
        referral_id | person | concern_types | contact_at | district_home
        r1          | p1     | CSE           | 2018-05-01 | Burnley
        r2          | p2     | CSE           | 2018-05-01 | Burnley`),
      ['2017-H1', '2018-H1'],
    );
    const rate = analyse(input).observations.find(
      (o) => o.indicator === 'S02' && o.area === 'E07000117' && o.period === '2018-H1',
    );
    const residents = input.populations.population({
      area: input.areas.districts.find((d) => d === 'E07000117') ?? input.areas.pan,
      period: input.period,
      ages: '0-17',
    });
    expect(rate).toMatchObject({
      numerator: 2,
      denominator: residents?.population,
      populationBase: true,
      method: 'exact',
    });
    expect(rate?.value).toBeCloseTo((2 / (residents?.population ?? 1)) * 10000, 10);
  });

  it('gives none where there is no estimate of residents', () => {
    const input = inputOf(
      referrals(`
        referral_id | person | concern_types | contact_at | district_home
        r1          | p1     | CSE           | 2018-05-01 | Burnley`),
      ['2017-H1', '2018-H1'],
      { populations: { years: [], population: () => null } },
    );
    expect(counts(input, 'S02')).toBe('[x]');
    expect(counts(input, 'S01')).toBe('1');
  });
});

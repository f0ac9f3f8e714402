import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analyse.js';
import { dayFromIso } from '../../src/reference/days.js';
import { counts, episodes, offences, referrals } from './counts.js';
import { eventTable, inputOf, rowsFrom } from './tables.js';

describe('rules 8, 9 and 13: repeats and links', () => {
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
    expect(counts(input, 'M13')).toBe('2/10');
    expect(counts(input, 'M14')).toBe('1/1');
    expect(counts(input, 'M13', 'PAN-LANCS', '2017-H1')).toBe('[x]');
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
    expect(counts(input, 'M13')).toBe('[x]');
    expect(counts(input, 'M14')).toBe('[x]');
  });

  it('counts children missing at least twice in the half-year, not in two', () => {
    const input = inputOf(
      table([
        ...missing,
        'x1 | p1 | M | 2018-06-01 10:00 | 2018-06-01 12:00 | Burnley | 14',
        'x2 | p2 | M | 2017-06-01 10:00 | 2017-06-01 12:00 | Preston | 14',
      ]),
      ['2017-H1', '2018-H1'],
    );
    expect(counts(input, 'M05')).toBe('1/10');
  });

  it('counts children harmed again over eighteen months', () => {
    const input = inputOf(
      offences(`
        crime_ref | person | cse_flag | offence_class | recorded_at | district_offence
        c1        | p1     | Y        | 22B           | 2017-04-01  | Wyre
        c2        | p1     | Y        | 22B           | 2018-05-01  | Wyre
        c3        | p2     | Y        | 22B           | 2017-03-31  | Wyre
        c4        | p2     | Y        | 22B           | 2018-05-01  | Wyre`),
      ['2016-H2', '2018-H1'],
    );
    expect(counts(input, 'V12')).toBe('1/2');
  });
});

describe('rules 10, 11 and 17: the pathway', () => {
  it('shows recent referrals as in progress, never as ended', () => {
    const input = inputOf(
      referrals(`
        referral_id | person | concern_types | contact_at | decision | assessment_end | district_home
        r1          | p1     | CSE           | 2018-04-10 | ACCEPTED | 2018-06-01     | Wyre
        r2          | p2     | CSE           | 2018-04-10 | ACCEPTED |                | Wyre
        r3          | p3     | CSE           | 2018-09-20 | ACCEPTED |                | Wyre
        r4          | p4     | CSE           | 2018-09-20 | ACCEPTED | 2018-09-28     | Wyre
        r5          | p5     | CSE           | 2018-09-20 | NFA      |                | Wyre`),
      ['2017-H1', '2018-H1'],
    );
    expect(counts(input, 'R04')).toBe('2/3 (1)');
    expect(counts({ ...input, cutOff: dayFromIso('2018-12-31') }, 'R04')).toBe('2/4');
  });

  it('counts working days, without weekends and bank holidays', () => {
    const input = inputOf(
      referrals(`
        referral_id | person | concern_types | contact_at | decision_at | district_home
        friday      | p1     | CSE           | 2018-05-04 | 2018-05-08  | Wyre
        friday2     | p2     | CSE           | 2018-05-04 | 2018-05-09  | Wyre
        same        | p3     | CSE           | 2018-05-09 | 2018-05-09  | Wyre`),
      ['2017-H1', '2018-H1'],
    );
    expect(counts(input, 'R07')).toBe('2/3');
  });

  it('follows closures for 365 days and gives the figure once they have passed', () => {
    const input = inputOf(
      referrals(`
        referral_id | person | concern_types | contact_at | decision | closed_at  | district_home
        r1          | p1     | CSE           | 2017-04-03 | ACCEPTED | 2017-06-01 | Wyre
        r2          | p1     | CSE           | 2018-06-01 | NFA      |            | Wyre
        r3          | p2     | CSE           | 2017-04-03 | ACCEPTED | 2017-06-01 | Wyre
        r4          | p2     | CSE           | 2018-06-02 | NFA      |            | Wyre`),
      ['2017-H1', '2018-H1'],
    );
    expect(counts(input, 'R12', 'PAN-LANCS', '2017-H1')).toBe('1/2');
    expect(counts(input, 'R12')).toBe('[x]');
  });
});

describe('offences and suspects', () => {
  it('count a crime once however many victims, and neither cancelled crimes nor eliminated suspects', () => {
    const input = inputOf(
      [
        ...offences(`
          crime_ref | person | cse_flag | offence_class | recorded_at | cancelled_at | district_offence | online_flag
          c1        | p1     | Y        | 71            | 2018-05-01  |              | Wyre             | Y
          c1        | p2     | Y        | 71            | 2018-05-01  |              | Wyre             | Y
          c2        | p3     | Y        | 22B           | 2018-05-01  | 2018-05-09   | Wyre             | N
          c3        | p3     | N        | 22B           | 2018-05-01  |              | Wyre             | N
          c4        | p3     | N        | 71            | 2018-05-01  |              | Wyre             | U
          c5        | p4     | Y        | 22B           | 2018-05-01  |              | Wyre             | N`),
        eventTable(
          'suspects',
          'police',
          '2018-H1',
          rowsFrom(`
          person | crime_ref | status     | age | home_district
          s1     | c1        | CHARGED    | 17  | Wyre
          s2     | c1        | SUSPECT    | 30  | Preston
          s2     | c4        | SUSPECT    | 30  | Preston
          s3     | c4        | ELIMINATED | 40  | Wyre
          s4     | c3        | SUSPECT    | 40  | Wyre`),
        ),
      ],
      ['2017-H1', '2018-H1'],
    );
    expect(counts(input, 'O01')).toBe('3');
    expect(counts(input, 'O18')).toBe('4');
    expect(counts(input, 'O17')).toBe('3/4');
    expect(counts(input, 'O06')).toBe('1/2 (1)');
    expect(counts(input, 'O04', 'PAN-LANCS', '2018-H1', 'both')).toBe('1/3');
    expect(counts(input, 'P01')).toBe('2');
    expect(counts(input, 'P01', 'E07000128')).toBe('2');
    expect(counts(input, 'P03')).toBe('1/2');
    expect(counts(input, 'P09')).toBe('1/3');
    expect(counts(input, 'P10')).toBe('1/2');
  });
});

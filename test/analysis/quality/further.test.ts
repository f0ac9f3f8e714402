import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/analysis/analyse.js';
import { counts, episodes, referrals } from '../counts.js';
import { eventTable, inputOf, received, rowsFrom } from '../tables.js';

describe('indicators that rest on combinations', () => {
  it('M25 takes the five homes with most episodes, and only episodes whose home is known', () => {
    const from = (home: string, n: number): string =>
      Array.from(
        { length: n },
        (_, i) =>
          `${home || 'x'}${i} | c${home}${i} | 2018-05-01 12:00 | M | CHILDRENS_HOME | ${home} | Burnley`,
      ).join('\n');
    const tables = episodes(
      `episode_id | person | missing_from_at | category | missing_from_type | placement_urn | district_missing_from
${from('SC1', 9)}
${from('SC2', 6)}
${from('SC3', 4)}
${from('SC4', 3)}
${from('SC5', 2)}
${from('SC6', 1)}
${from('', 5)}`,
    );
    expect(counts(inputOf(tables, ['2018-H1', '2018-H1']), 'M25')).toBe('24/25');
  });

  it('R17 counts districts and kinds of agency without a contact', () => {
    const tables = referrals(`
referral_id | person | contact_at | concern_types | source_agency | district_home
r1 | a | 2018-04-10 | CSE | POL | Burnley
r2 | b | 2018-04-11 | CSE | POL | Burnley
r3 | c | 2018-04-12 | CSE | EDU | Preston
r4 | d | 2018-04-12 | CCE | EDU | Chorley`);
    // Two kinds of agency in fourteen districts are 28 cells; Burnley/POL and Preston/EDU are heard.
    expect(counts(inputOf(tables, ['2018-H1', '2018-H1']), 'R17')).toBe('26/28');
  });

  it('V10 compares the authority that looks after a child with the one the child lives in', () => {
    const tables = referrals(`
referral_id | person | contact_at | concern_types | legal_status | responsible_la | district_home
r1 | a | 2018-04-10 | CSE | C2 | E10000017 | Burnley
r2 | b | 2018-04-10 | CSE | C2 | E06000009 | Burnley
r3 | c | 2018-04-10 | CSE | C2 | E06000009 | Blackpool
r4 | d | 2018-04-10 | CSE | C2 |  | Blackpool
r5 | e | 2018-04-10 | CSE | NONE | E06000008 | Blackpool`);
    expect(counts(inputOf(tables, ['2018-H1', '2018-H1']), 'V10')).toBe('1/3 (1)');
  });

  it('L05 counts times that are not known apart', () => {
    const tables = episodes(`
episode_id | person | missing_from_at | category | district_missing_from
e1 | a | 2018-05-07 17:00 | M | Burnley
e2 | b | 2018-05-07 00:00 | M | Burnley
e3 | c | 2018-05-06 23:59 | M | Burnley`);
    const input = inputOf(tables, ['2018-H1', '2018-H1']);
    // 7 May 2018 was a Monday.
    expect(counts(input, 'L05', 'PAN-LANCS', '2018-H1', '1-16-20')).toBe('1 (1)');
    expect(counts(input, 'L05', 'PAN-LANCS', '2018-H1', '7-20-24')).toBe('1 (1)');
    expect(counts(input, 'L05')).toBe('3');
  });

  it('T01 counts each workforce once, however many courses name it', () => {
    const table = eventTable(
      'training',
      'council',
      '2018-H1',
      rowsFrom(`
course_id | level | date | agency | district | role_group | completed_n | workforce_n
t1 | L1 | 2018-04-10 | EDU | Burnley | FRONTLINE | 20 | 100
t2 | L1 | 2018-05-10 | EDU | Burnley | FRONTLINE | 30 | 110
t3 | L1 | 2018-05-10 | POL | Burnley | FRONTLINE | 5 | 50
t4 | L2 | 2018-05-10 | POL | Burnley | FRONTLINE | 9 | 50
t5 | L1 | 2018-05-11 | POL | Preston | LEADER | 7 |`),
    );
    const input = inputOf([table], ['2018-H1', '2018-H1']);
    expect(counts({ ...input, returns: received([table], input.periods) }, 'T01')).toBe('55/160');
  });

  it('an indicator that no extract carries is not available in every half-year, with the reason', () => {
    const found = analyse(inputOf([], ['2017-H2', '2018-H1'])).observations.filter(
      (o) => o.indicator === 'M26',
    );
    expect(found.map(({ numerator, missing }) => [numerator, missing?.symbol])).toEqual([
      [null, 'x'],
      [null, 'x'],
    ]);
    expect(found[0]?.missing?.reason).toMatch(/registered beds/);
  });
});

describe('a field that nobody fills in', () => {
  const contacts = (disability: string) =>
    referrals(`
referral_id | person | contact_at | concern_types | district_home | nrm_made | s47_start | decision | disability
r1 | a | 2018-04-10 | CSE | Burnley | N | 2018-04-12 | ACCEPTED | ${disability}
r2 | b | 2018-04-11 | CSE | Burnley | N | 2018-04-12 | ACCEPTED |`);

  it('gives no figure, and says which field', () => {
    const found = analyse(inputOf(contacts(''), ['2018-H1', '2018-H1'])).observations.find(
      (o) => o.indicator === 'V07' && o.area === 'PAN-LANCS' && o.breakdown === 'total',
    );
    expect([found?.numerator, found?.missing?.symbol]).toEqual([null, 'x']);
    expect(found?.missing?.reason).toMatch(/^No agency fills in "/);
  });

  it('gives one as soon as one record has it', () => {
    const found = analyse(inputOf(contacts('HEAR'), ['2018-H1', '2018-H1'])).observations.find(
      (o) => o.indicator === 'V07' && o.area === 'PAN-LANCS' && o.breakdown === 'total',
    );
    expect(found?.missing?.reason ?? '').not.toMatch(/No agency fills in/);
  });
});

import { describe, expect, it } from 'vitest';
import { counts, episodes, offences, referrals } from './counts.js';
import { inputOf, rowsFrom, tablesBy } from './tables.js';

describe('where the child lives and where it happened', () => {
  const input = inputOf(
    offences(`
      crime_ref | person | cse_flag | offence_class | recorded_at | district_offence | victim_home_district | online_flag | platform_class
      c1        | p1     | Y        | 22B           | 2018-06-01  | Blackpool        | Blackpool            | Y           | SOCIAL
      c2        | p2     | Y        | 22B           | 2018-06-01  | Blackpool        | E07000117            | Y           | UNKNOWN
      c3        | p3     | Y        | 22B           | 2018-06-01  | Blackpool        | OUT                  | N           |
      c4        | p4     | Y        | 22B           | 2018-06-01  | Blackpool        | NK                   | Y           | GAMING
      c5        | p5     | N        | 22B           | 2018-06-01  | Blackpool        | OUT                  | Y           | SOCIAL`),
    ['2018-H1', '2018-H1'],
  );

  it('splits offences of exploitation by the board of the home, the unknown left out', () => {
    expect(counts(input, 'L06', 'LSCB-BPL', '2018-H1', 'LSCB-BPL')).toBe('1/3 (1)');
    expect(counts(input, 'L06', 'LSCB-BPL', '2018-H1', 'LSCB-LANCS')).toBe('1/3 (1)');
    expect(counts(input, 'L06', 'LSCB-BPL', '2018-H1', 'LSCB-BWD')).toBe('0/3 (1)');
    expect(counts(input, 'L06', 'LSCB-BPL', '2018-H1', 'OUT')).toBe('1/3 (1)');
  });

  it('splits online offences by platform, offline ones left out', () => {
    expect(counts(input, 'O20', 'PAN-LANCS', '2018-H1', 'SOCIAL')).toBe('1/2 (1)');
    expect(counts(input, 'O20', 'PAN-LANCS', '2018-H1', 'GAMING')).toBe('1/2 (1)');
  });
});

describe('placements', () => {
  it('of looked-after children referred, each once, by group of placement codes', () => {
    const input = inputOf(
      referrals(`
        referral_id | person | concern_types | contact_at | district_home | legal_status | placement_code
        r1          | p1     | CSE           | 2018-05-01 | Preston       | C2           | K2
        r2          | p1     | CSE           | 2018-06-01 | Preston       | C2           | K2
        r3          | p2     | CSE           | 2018-05-01 | Preston       | V2           | U4
        r4          | p3     | CSE           | 2018-05-01 | Preston       | V2           |
        r5          | p4     | CSE           | 2018-05-01 | Preston       | NONE         |
        r6          | p5     | CCE           | 2018-05-01 | Preston       | C2           | K2`),
      ['2018-H1', '2018-H1'],
    );
    expect(counts(input, 'V18', 'PAN-LANCS', '2018-H1', 'children-s-home')).toBe('1/2 (1)');
    expect(counts(input, 'V18', 'PAN-LANCS', '2018-H1', 'foster')).toBe('1/2 (1)');
  });

  it('of missing episodes, episodes from home left out', () => {
    const input = inputOf(
      episodes(`
        episode_id | person | category | missing_from_at  | district_missing_from | age | placement_code
        e1         | p1     | M        | 2018-05-01 20:00 | Preston               | 14  | K2
        e2         | p1     | M        | 2018-05-03 20:00 | Preston               | 14  | K2
        e3         | p2     | M        | 2018-05-03 20:00 | Preston               | 14  | U4
        e4         | p3     | M        | 2018-05-03 20:00 | Preston               | 14  |`),
      ['2018-H1', '2018-H1'],
    );
    expect(counts(input, 'M29', 'PAN-LANCS', '2018-H1', 'children-s-home')).toBe('2/3');
    expect(counts(input, 'M29', 'PAN-LANCS', '2018-H1', 'foster')).toBe('1/3');
  });
});

describe('what children say at return interviews', () => {
  it('an interview may give several reasons; interviews not held count for none', () => {
    const input = inputOf(
      [
        ...episodes(`
          episode_id | person | category | missing_from_at  | found_at         | district_missing_from | age
          e1         | p1     | M        | 2018-05-01 20:00 | 2018-05-02 08:00 | Preston               | 14
          e2         | p2     | M        | 2018-05-01 20:00 | 2018-05-02 08:00 | Preston               | 14
          e3         | p3     | M        | 2018-05-01 20:00 | 2018-05-02 08:00 | Preston               | 14`),
        ...tablesBy(
          'return-interviews',
          'charity',
          'returned_at',
          rowsFrom(
            `
            rhi_id | episode_id | returned_at      | offered | completed_at     | push_factors           | pull_factors
            i1     | e1         | 2018-05-02 08:00 | Y       | 2018-05-03 08:00 | SCHOOL|PLACEMENT       | PEERS
            i2     | e2         | 2018-05-02 08:00 | Y       | 2018-05-03 08:00 | SCHOOL                 |
            i3     | e3         | 2018-05-02 08:00 | Y       |                  | SCHOOL                 | PEERS`.replaceAll(
              'SCHOOL|PLACEMENT',
              'SCHOOL~PLACEMENT',
            ),
          ).map((row) =>
            Object.fromEntries(
              Object.entries(row).map(([name, cell]) => [name, String(cell).replaceAll('~', '|')]),
            ),
          ),
        ),
      ],
      ['2018-H1', '2018-H1'],
    );
    expect(counts(input, 'M30', 'PAN-LANCS', '2018-H1', 'SCHOOL')).toBe('2/2');
    expect(counts(input, 'M30', 'PAN-LANCS', '2018-H1', 'PLACEMENT')).toBe('1/2');
    expect(counts(input, 'M31', 'PAN-LANCS', '2018-H1', 'PEERS')).toBe('1/1');
  });
});

describe('intelligence', () => {
  it('by reliability of the source under the newer scheme only, and by what became of it', () => {
    const input = inputOf(
      tablesBy(
        'intelligence',
        'police',
        'submitted_at',
        rowsFrom(`
          log_ref | submitted_at | district | grading_scheme | source_eval | disposition
          l1      | 2018-05-01   | Preston  | 3x5x2          | 1           | ACTIONED
          l2      | 2018-05-01   | Preston  | 3x5x2          | 2           | NFA
          l3      | 2018-05-01   | Preston  | 5x5x5          | A           | NFA
          l4      | 2018-05-01   | Preston  | 3x5x2          | 2           |`),
      ),
      ['2018-H1', '2018-H1'],
    );
    expect(counts(input, 'I08', 'PAN-LANCS', '2018-H1', '1')).toBe('1/3');
    expect(counts(input, 'I08', 'PAN-LANCS', '2018-H1', '2')).toBe('2/3');
    expect(counts(input, 'I07', 'PAN-LANCS', '2018-H1', 'NFA')).toBe('2/3 (1)');
  });
});

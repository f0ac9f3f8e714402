import { describe, expect, it } from 'vitest';
import { offences } from '../analysis/counts.js';
import { eventTable, inputOf, rowsFrom } from '../analysis/tables.js';
import { assured } from './assured.js';

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
    expect(assured(input, 'O01')).toBe('3');
    expect(assured(input, 'O18')).toBe('4');
    expect(assured(input, 'O17')).toBe('3/4');
    expect(assured(input, 'O06')).toBe('1/2 (1)');
    expect(assured(input, 'O04', 'PAN-LANCS', '2018-H1', 'both')).toBe('1/3');
    expect(assured(input, 'P01')).toBe('2');
    expect(assured(input, 'P01', 'E07000128')).toBe('2');
    expect(assured(input, 'P03')).toBe('1/2');
    expect(assured(input, 'P09')).toBe('1/3');
    expect(assured(input, 'P10')).toBe('1/2');
  });
});

import { describe, expect, it } from 'vitest';
import { offences } from '../analysis/counts.js';
import { inputOf } from '../analysis/tables.js';
import { assured } from './assured.js';

describe('rule 12: outcomes of the half-year, and of the offences of a half-year', () => {
  const input = inputOf(
    offences(`
      crime_ref | person | cse_flag | offence_class | recorded_at | outcome_at | outcome_code | district_offence
      c1        | p1     | Y        | 22B           | 2017-06-01  | 2018-05-01 | 1            | Burnley
      c2        | p2     | Y        | 22B           | 2017-06-01  | 2018-06-01 | 16           | Burnley
      c3        | p3     | Y        | 22B           | 2017-06-01  |            |              | Burnley
      c4        | p4     | Y        | 22B           | 2017-12-01  | 2018-05-01 | 1            | Burnley
      c5        | p5     | N        | 22B           | 2017-06-01  | 2018-05-01 | 1            | Burnley`),
    ['2017-H1', '2018-H1'],
  );

  it('counts outcomes by the day on which they were assigned, whenever the offence was recorded', () => {
    expect(assured(input, 'O08')).toBe('2/3');
    expect(assured(input, 'O08', 'PAN-LANCS', '2017-H1')).toBe('0/0');
  });

  it('follows the offences of a half-year for a year, open ones among them', () => {
    expect(assured(input, 'O09', 'PAN-LANCS', '2017-H1')).toBe('1/3');
    expect(assured(input, 'O09')).toBe('[x]');
  });
});

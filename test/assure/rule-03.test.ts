import { describe, expect, it } from 'vitest';
import { offences } from '../analysis/counts.js';
import { inputOf } from '../analysis/tables.js';
import { assured } from './assured.js';

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
    expect(assured(input, 'O01')).toBe('3');
    expect(assured(input, 'O01', 'E07000123')).toBe('2');
    expect(assured(input, 'L04')).toBe('1/2 (1)');
  });
});

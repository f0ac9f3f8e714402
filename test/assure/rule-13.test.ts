import { describe, expect, it } from 'vitest';
import { offences } from '../analysis/counts.js';
import { inputOf } from '../analysis/tables.js';
import { assured } from './assured.js';

describe('rule 13: children harmed more than once', () => {
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
    expect(assured(input, 'V12')).toBe('1/2');
  });
});

import { describe, expect, it } from 'vitest';
import { saysVerdict, violations } from '../../../src/analysis/gate/words.js';

describe('the words of a verdict', () => {
  it('ban a direction where there is none', () => {
    expect(violations('no clear change', 'Children referred: lower than a year ago.')).not.toEqual([]);
    expect(violations('too few to say', 'Numbers rose from 3 to 8.')).not.toEqual([]);
    expect(violations('not comparable', 'Episodes: from 16 in 2016 to 25 in 2017.')).not.toEqual([]);
  });

  it('ban the other direction, causes and drama', () => {
    expect(violations('higher', 'The number fell.')).not.toEqual([]);
    expect(violations('higher', 'The number is significantly higher.')).not.toEqual([]);
    expect(violations('lower', 'The number is lower due to better recording.')).not.toEqual([]);
    expect(violations('no clear trend', 'The number is stable.')).not.toEqual([]);
    expect(violations('higher', 'The number is higher, up 167%.')).not.toEqual([]);
    expect(violations('higher', 'The number is higher because schools refer more.')).not.toEqual([]);
    expect(violations('not comparable', 'This cannot be compared because recording changed.')).toEqual([]);
  });

  it('let through what the verdict carries', () => {
    expect(
      violations('higher', 'The number is clearly higher; likely between 1.1 and 2.8 times as many.'),
    ).toEqual([]);
    expect(violations('no clear change', 'From 640 to 648 (8 more). No clear change.')).toEqual([]);
    expect(violations('too few to say', 'Offers of an adviser taken up: too few to say.')).toEqual([]);
    expect(saysVerdict('not comparable', 'This cannot be compared with 2017.')).toBe(true);
    expect(saysVerdict('rising', 'No clear trend.')).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { shown, symbol } from '../../../src/disclosure/publish.js';
import { likelyText } from '../../../src/report/statements/figures.js';

describe('the range of a figure in words', () => {
  it('names both ends', () => {
    expect(likelyText(shown(62.7), shown(68.1), 'percent')).toBe('likely between 63% and 68%');
  });

  it('is left out where both ends are written alike', () => {
    expect(likelyText(shown(0.07), shown(0.26), 'percent')).toBeNull();
    expect(likelyText(shown(99.99), shown(100), 'percent')).toBeNull();
    expect(likelyText(shown(0.07), shown(0.56), 'percent')).toBe('likely between 0% and 1%');
  });

  it('is left out where an end is not shown', () => {
    expect(likelyText(symbol('c'), shown(3), 'rate')).toBeNull();
    expect(likelyText(shown(3), symbol('u'), 'rate')).toBeNull();
  });
});

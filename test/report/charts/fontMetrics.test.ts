import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortened, textWidth } from '../../../src/report/charts/fontMetrics.js';

describe('shortened', () => {
  it('leaves alone what fits', () => {
    expect(shortened('Blackpool Council', 200, 15)).toBe('Blackpool Council');
  });

  it('gives the beginning of anything else, with an ellipsis, within the limit', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'grapheme' }),
        fc.integer({ min: 30, max: 300 }),
        (text, limit) => {
          const short = shortened(text, limit, 15);
          if (short === text) return;
          expect(short.endsWith('…')).toBe(true);
          expect(text.startsWith(short.slice(0, -1))).toBe(true);
          expect([...short].length <= 2 || textWidth(short, 15) <= limit).toBe(true);
        },
      ),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { numberExhibits, numberText } from '../../../src/report/html/numbering.js';
import { sampleDocument } from '../sampleDocument.js';

describe('numberExhibits', () => {
  it('counts figures in pairs from left to right, and grids as tables', () => {
    const numbering = numberExhibits(sampleDocument);
    expect(numberText(numbering, 'tiles')).toBe('Figure 3');
    expect(numberText(numbering, 'dots')).toBe('Figure 4');
    expect(numberText(numbering, 'districts')).toBe('Table 1');
    expect(numberText(numbering, 'completeness')).toBe('Table 2');
    expect(numberText(numbering, 'nowhere')).toBe('');
  });

  it('refuses two exhibits with one id', () => {
    const [first, ...rest] = sampleDocument.chapters;
    const twice = first === undefined ? [] : [...rest, ...rest, first];
    expect(() => numberExhibits({ ...sampleDocument, chapters: twice })).toThrow('"trend"');
  });
});

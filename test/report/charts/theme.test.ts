import { describe, expect, it } from 'vitest';
import { COLOUR, contrast, inkOn, SEQUENCE, seriesLook } from '../../../src/report/charts/theme.js';

describe('contrast', () => {
  it('agrees with the definition at its ends', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
    expect(contrast('#12436d', '#12436d')).toBe(1);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});

describe('the palette', () => {
  it.each([
    ['ink', 19.5],
    ['ink2', 9],
    ['navy', 10],
    ['link', 6],
    ['signal', 9.5],
    ['orangeText', 5.5],
    ['tealText', 5.9],
  ] as const)('%s may carry text on white', (name, least) => {
    expect(contrast(COLOUR[name], COLOUR.white)).toBeGreaterThanOrEqual(least);
    expect(contrast(COLOUR[name], COLOUR.wash)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['orange', 'teal', 'mid', 'minor'] as const)('%s marks stand out from white', (name) => {
    expect(contrast(COLOUR[name], COLOUR.white)).toBeGreaterThanOrEqual(3);
  });

  it.each([2, 3, 4])(
    'tells %d neighbouring series apart at 3:1 and names each in a readable colour',
    (count) => {
      const looks = Array.from({ length: count }, (_, index) => seriesLook(index, count));
      expect(new Set(looks.map((look) => look.shape)).size).toBe(count);
      for (const [index, look] of looks.entries()) {
        expect(contrast(look.text, COLOUR.white)).toBeGreaterThanOrEqual(4.5);
        const next = looks[index + 1];
        if (next !== undefined) expect(contrast(look.fill, next.fill)).toBeGreaterThanOrEqual(3);
      }
    },
  );

  it('writes on every step of the sequence at 4.5:1', () => {
    for (const fill of [...SEQUENCE, COLOUR.tint])
      expect(contrast(inkOn(fill), fill)).toBeGreaterThanOrEqual(4.5);
  });
});

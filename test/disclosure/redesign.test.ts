import { describe, expect, it } from 'vitest';
import { layEdition, planEdition } from '../../src/disclosure/protect.js';
import { hiddenShare, redesigns } from '../../src/disclosure/redesign.js';
import { area, count, result } from './observation.js';

const NOTHING: ReadonlySet<string> = new Set();

/** Children by age in three districts: the two youngest bands are small everywhere, and together they are not. */
const byAge = ['E07000117', 'E07000118', 'E07000119'].flatMap((code, i) =>
  [
    ['0-9', 3],
    ['10-11', 4],
    ['12-13', 20 + i],
    ['14-15', 40 + i],
  ].map(([category, value]) => ({
    ...count('V02', area(code), Number(value)),
    breakdown: 'age-band' as const,
    category: String(category),
  })),
);

function planOf(threshold: number) {
  const laid = layEdition([result(byAge)], {
    edition: 'board',
    threshold,
    ceiling: 'B',
    ceilings: new Map([['V02', 'B' as const]]),
  });
  return planEdition(laid, { asked: null, forced: NOTHING, more: NOTHING, hiddenElsewhere: NOTHING });
}

describe('how much an edition hides', () => {
  it('is a share of what it lays out', () => {
    expect(hiddenShare(planOf(5))).toBeCloseTo(0.5);
    expect(hiddenShare(planOf(3))).toBe(0);
  });

  it('comes with the two categories that would be better counted as one', () => {
    const [worst] = redesigns(planOf(5));
    expect(worst).toMatchObject({ indicator: 'V02', breakdown: 'age-band', laidOut: 12, hidden: 6 });
    expect(worst?.merge).toEqual({ categories: ['0-9', '10-11'], spared: 6 });
  });

  it('gives no advice where nothing is hidden', () => {
    expect(redesigns(planOf(3))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { judgePlaces, type PlaceAndRest } from '../../../src/analysis/gate/localities.js';

function table(counts: readonly number[], years: readonly number[] = counts.map(() => 1)): PlaceAndRest[] {
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  return counts.map((own, i) => {
    const mine = years[i] ?? 1;
    return { own, rest: sum(counts) - own, years: mine, restYears: sum(years) - mine };
  });
}

describe('the gate for places', () => {
  it('stops where the places differ no more than chance would make them', () => {
    // Chi-square of 20, 28, 24, 24 against 24 each: 32/24 on 3 degrees of freedom.
    const found = judgePlaces(table([20, 28, 24, 24]));
    expect(found.alike).toBe(true);
    expect(found.places.map(({ verdict }) => verdict)).toEqual(Array(4).fill('no clear change'));
  });

  it('allows for having looked at all of them: p below 0.05 alone gives no direction', () => {
    const { alike, places } = judgePlaces(table([90, 60, 45, 60, 60, 60, 60, 60]));
    expect(alike).toBe(false);
    expect(places[0]?.verdict).toBe('higher');
    expect(places[2]?.comparison.verdict).toBe('lower');
    expect(places[2]?.comparison.midp).toBeLessThan(0.05);
    expect(places[2]?.pAdjusted).toBeGreaterThan(0.05);
    expect(places[2]?.verdict).toBe('no clear change');
  });

  it('gives no direction to fewer than five, however clear', () => {
    const { places } = judgePlaces(table([4, 60, 60, 60]));
    expect(places[0]?.comparison.midp).toBeLessThan(0.001);
    expect([places[0]?.verdict, places[0]?.clearly]).toEqual(['too few to say', false]);
  });

  it('needs two places', () => {
    expect(() => judgePlaces(table([10]))).toThrow(RangeError);
  });
});

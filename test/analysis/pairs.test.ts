import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matched } from '../../src/analysis/comparisons/pairs.js';

const people = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { minLength: 8, maxLength: 40 }).map((numbers) => ({
  before: numbers.map(([before]) => before),
  after: numbers.map(([, after]) => after),
}));

const total = {
  people: (numbers: readonly number[]): number => numbers.filter((one) => one > 0).length,
  events: (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0),
};

describe('people followed as far as the given numbers go', () => {
  it('are as many, with as many events, as is given', () => {
    fc.assert(
      fc.property(
        people,
        fc.integer({ min: -6, max: 6 }),
        fc.integer({ min: -6, max: 6 }),
        fc.constantFrom('people' as const, 'events' as const),
        (pairs, before, after, counted) => {
          const size = total[counted];
          fc.pre(size(pairs.before) + before >= 0 && size(pairs.after) + after >= 0);
          const found = matched(pairs, { before, after }, counted);
          expect(found.before).toHaveLength(found.after.length);
          expect(size(found.before)).toBe(size(pairs.before) + before);
          expect(size(found.after)).toBe(size(pairs.after) + after);
          expect(Math.min(0, ...found.before, ...found.after)).toBe(0);
        },
      ),
      { seed: 20180930, numRuns: 300 },
    );
  });

  it('lose first those who were seen in one half-year only, with the fewest events', () => {
    const pairs = { before: [5, 1, 2, 1], after: [0, 3, 0, 0] };
    expect(matched(pairs, { before: -2, after: 0 }, 'people').before).toEqual([5, 1, 0, 0]);
    expect(matched(pairs, { before: -2, after: 0 }, 'events').before).toEqual([5, 1, 1, 0]);
    expect(matched(pairs, { before: 0, after: 0 }, 'events')).toEqual(pairs);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../../src/sample/random.js';

const key = fc.array(fc.oneof(fc.string({ maxLength: 8 }), fc.integer()), { minLength: 1, maxLength: 4 });

describe('a stream of random numbers', () => {
  it('is fixed by its keys', () => {
    fc.assert(
      fc.property(key, (keys) => {
        const [a, b] = [random(...keys), random(...keys)];
        expect(Array.from({ length: 20 }, () => a.next())).toEqual(
          Array.from({ length: 20 }, () => b.next()),
        );
      }),
    );
  });

  it('differs for another key, and keys do not run together', () => {
    const first = (...keys: (string | number)[]) => random(...keys).next();
    const streams = [
      first(1),
      first(2),
      first('a', 'bc'),
      first('ab', 'c'),
      first(1, 2),
      first(2, 1),
      first(2 ** 40),
    ];
    expect(new Set(streams).size).toBe(streams.length);
  });

  it('stays in [0, 1) and fills it evenly', () => {
    const rng = random('even');
    const bins = new Array<number>(10).fill(0);
    for (let i = 0; i < 20_000; i++) {
      const x = rng.next();
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThan(1);
      const bin = Math.floor(x * 10);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    const chiSquared = bins.reduce((sum, n) => sum + (n - 2000) ** 2 / 2000, 0);
    expect(chiSquared).toBeLessThan(27.9);
  });

  it.each([0.3, 4, 75, 900])('draws Poisson counts with mean and variance %d', (mean) => {
    const rng = random('poisson', mean);
    const draws = Array.from({ length: 4000 }, () => rng.poisson(mean));
    const average = draws.reduce((a, b) => a + b) / draws.length;
    const variance = draws.reduce((sum, x) => sum + (x - average) ** 2, 0) / draws.length;
    expect(Math.abs(average - mean)).toBeLessThan(4 * Math.sqrt(mean / draws.length));
    expect(variance / mean).toBeGreaterThan(0.85);
    expect(variance / mean).toBeLessThan(1.15);
  });

  it('draws several different choices and never more than there are', () => {
    const drawn = random('several').several(
      [
        ['a', 5],
        ['b', 1],
        ['c', 0.1],
      ] as const,
      9,
    );
    expect([...drawn].sort()).toEqual(['a', 'b', 'c']);
  });

  it('refuses to pick from nothing', () => {
    expect(() => random('none').pick([])).toThrow(RangeError);
    expect(() => random('none').weighted([])).toThrow(RangeError);
  });
});

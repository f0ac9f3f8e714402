import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleFromZero, tickText } from '../../../src/report/charts/scale.js';

describe('scaleFromZero', () => {
  it.each([
    [[412], 'count', 600, 4],
    [[28.2], 'rate', 30, 4],
    [[72, 85], 'percent', 100, 5],
    [[3], 'count', 3, 4],
  ] as const)('%j as %s ends at %d', (values, format, end, ticks) => {
    const scale = scaleFromZero(values, format);
    expect(scale.end).toBe(end);
    expect(scale.ticks.length).toBeGreaterThanOrEqual(ticks);
  });

  it('covers its values with few, rising, round ticks', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
        const { end, ticks, step } = scaleFromZero(values, 'rate');
        expect(end).toBeGreaterThanOrEqual(Math.max(...values) * (1 - 1e-9));
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBe(end);
        expect(ticks.length).toBeLessThanOrEqual(5);
        for (const [index, tick] of ticks.entries()) expect(tick).toBeCloseTo(index * step, 6);
      }),
    );
  });

  it('gives counts whole ticks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100000 }), (value) => {
        expect(scaleFromZero([value], 'count').ticks.every(Number.isInteger)).toBe(true);
      }),
    );
  });
});

describe('tickText', () => {
  it('groups thousands and writes only the decimals that the step needs', () => {
    expect(tickText(1500, 500, 'count')).toBe('1,500');
    expect(tickText(1234567, 1, 'count')).toBe('1,234,567');
    expect(tickText(5, 2.5, 'rate')).toBe('5.0');
    expect(tickText(40, 20, 'percent')).toBe('40%');
  });
});

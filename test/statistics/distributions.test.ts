import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomCdf, binomialTails, poissonCdf } from '../../src/statistics/binomialTails.js';
import { chisqQuantile, chisqUpperTail } from '../../src/statistics/chiSquare.js';
import { gammaTails } from '../../src/statistics/gammaTails.js';
import { binomialMass, poissonMass } from '../../src/statistics/mass.js';
import {
  binomialQuantile,
  negativeBinomialQuantile,
  poissonQuantile,
} from '../../src/statistics/quantiles.js';

/** Relative difference. */
const apart = (a: number, b: number) => Math.abs(a / b - 1);

describe('chi-square', () => {
  // Computed with R's qchisq and, to the same digits, scipy's chi2.ppf.
  it.each([
    [0.975, 1999, 2124.81130603695],
    [0.975, 3000, 3153.7034935989814],
  ])('quantile at p = %d and df = %d, where stdlib is wrong in the fourth digit', (p, df, x) => {
    expect(apart(chisqQuantile(p, df), x)).toBeLessThan(1e-12);
  });
  it.each([
    [500, 0.026052489489468325],
    [1900, 0.024472774478031867],
    [4000, 0.023943693630921137],
    [2e6, 0.022804095898769836],
  ])('upper tail two standard deviations out at df = %d', (df, tail) => {
    expect(apart(chisqUpperTail(df + 2 * Math.sqrt(2 * df), df), tail)).toBeLessThan(1e-10);
  });
  it('has one value on both sides of the guard', () => {
    const slope = chisqQuantile(0.975, 999.5) - chisqQuantile(0.975, 999);
    const across = chisqQuantile(0.975, 1000) - chisqQuantile(0.975, 999.5);
    expect(apart(across, slope)).toBeLessThan(1e-3);
  });
  it('quantile and tail undo each other', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.integer({ min: 1, max: 5000 }),
        (p, df) => {
          expect(apart(chisqUpperTail(chisqQuantile(p, df), df), 1 - p)).toBeLessThan(1e-9);
        },
      ),
    );
  });
  it('refuses no degrees of freedom', () => expect(() => chisqQuantile(0.5, 0)).toThrow(RangeError));
});

describe('gamma tails', () => {
  it('add up to one and keep a far tail’s digits', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 500, noNaN: true }),
        fc.double({ min: 0.5, max: 500, noNaN: true }),
        (x, a) => {
          const { lower, upper } = gammaTails(x, a);
          expect(lower + upper).toBeCloseTo(1, 12);
        },
      ),
    );
    // Shape 1 is the exponential distribution.
    expect(apart(gammaTails(200, 1).upper, Math.exp(-200))).toBeLessThan(1e-12);
    expect(gammaTails(0, 3)).toEqual({ lower: 0, upper: 1 });
  });
});

describe('masses and tails of counts', () => {
  it('of the binomial add up', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 0, max: 300 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (x, extra, p) => {
          const { below, at, above } = binomialTails(x, x + extra, p);
          expect(below + at + above).toBeCloseTo(1, 12);
        },
      ),
    );
  });
  it('of small binomials are the textbook ones', () => {
    expect(binomialMass(2, 4, 0.5)).toBeCloseTo(0.375, 15);
    expect(binomialMass(0, 3, 0.1)).toBeCloseTo(0.729, 15);
    expect(binomCdf(-1, 3, 0.1)).toBe(0);
    expect(binomCdf(3, 3, 0.1)).toBe(1);
  });
  it('keep far tails that a difference from one would lose', () => {
    expect(apart(binomialTails(59, 60, 0.01).above, 1e-120)).toBeLessThan(1e-12);
  });
  it('of the Poisson agree with the gamma tails', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200 }),
        fc.double({ min: 0.1, max: 200, noNaN: true }),
        (k, mean) => {
          expect(Math.abs(poissonCdf(k, mean) - gammaTails(mean, k + 1).upper)).toBeLessThan(1e-12);
        },
      ),
    );
  });
  it('are degenerate at the ends', () => {
    expect(poissonMass(0, 0)).toBe(1);
    expect(poissonMass(1, 0)).toBe(0);
    expect(binomialTails(2, 5, 0)).toEqual({ below: 1, at: 0, above: 0 });
    expect(binomialTails(2, 5, 1)).toEqual({ below: 0, at: 0, above: 1 });
  });
});

describe('quantiles of counts', () => {
  it('of nought have no sign, and of large means are right where stdlib’s are one short', () => {
    expect(Object.is(poissonQuantile(0.001, 5), 0)).toBe(true);
    expect(Object.is(binomialQuantile(0.001, 13, 0.1), 0)).toBe(true);
    expect(Object.is(negativeBinomialQuantile(0.001, 3, 2), 0)).toBe(true);
    expect(poissonQuantile(0.5, 2500)).toBe(2500);
  });

  it('are the smallest count that reaches p', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 0.05, max: 300, noNaN: true }),
        (p, mean) => {
          const k = poissonQuantile(p, mean);
          expect(poissonCdf(k, mean)).toBeGreaterThanOrEqual(p * (1 - 1e-12));
          expect(poissonCdf(k - 1, mean)).toBeLessThan(p * (1 + 1e-12));
        },
      ),
    );
  });
  it('forgive rounding in a sum that equals p', () => {
    expect(binomialQuantile(0.5, 1, 0.5)).toBe(0);
    expect(binomialQuantile(0.0625, 4, 0.5)).toBe(0);
    expect(binomialQuantile(0.95, 10, 1)).toBe(10);
    expect(binomialQuantile(0.95, 10, 0)).toBe(0);
  });
  // Computed with scipy's nbinom.ppf: from a mean of about 1,000 up the mass at 0 is no longer a floating-point number.
  it.each([
    [1200, 1.6, 1115, 1144, 1256, 1287],
    [2000, 5, 1808, 1873, 2129, 2200],
    [5000, 5, 4694, 4798, 5204, 5314],
    [20000, 3, 19522, 19687, 20314, 20482],
    [3, 40, 0, 0, 7, 32],
    [0.5, 3, 0, 0, 2, 4],
  ])('of a negative binomial with mean %d and %d times its variance', (mean, phi, ...expected) => {
    const size = mean / (phi - 1);
    expect([0.025, 0.1, 0.9, 0.975].map((p) => negativeBinomialQuantile(p, mean, size))).toEqual(expected);
  });
  it('of a negative binomial with a huge size are the Poisson ones', () => {
    for (const p of [0.025, 0.5, 0.975])
      expect(negativeBinomialQuantile(p, 20, 1e9)).toBe(poissonQuantile(p, 20));
  });
});

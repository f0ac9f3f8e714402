import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clusteredCount,
  clusteredRate,
  clusteredStandardisedRate,
  frequenciesOf,
} from '../../src/statistics/clustered.js';
import { newcombe, percentage, wilson } from '../../src/statistics/proportions.js';
import {
  byar,
  countInterval,
  exactPoisson,
  rate,
  rateInterval,
  upperForZero,
} from '../../src/statistics/rates.js';

const counts = fc.integer({ min: 0, max: 5000 });
const confidences = fc.constantFrom(0.8, 0.95, 0.998);

describe('rates', () => {
  it('lie inside their interval, which grows with the count and with the confidence', () => {
    fc.assert(
      fc.property(counts, confidences, (count, confidence) => {
        const here = countInterval(count, confidence);
        const next = countInterval(count + 1, confidence);
        expect(here.lower).toBeLessThanOrEqual(count);
        expect(here.upper).toBeGreaterThan(count);
        expect(next.upper).toBeGreaterThan(here.upper);
        if (count !== 9) expect(next.lower).toBeGreaterThan(here.lower);
        if (confidence < 0.998) expect(countInterval(count, 0.998).upper).toBeGreaterThan(here.upper);
      }),
    );
  });
  it('scale with the person-years', () => {
    fc.assert(
      fc.property(counts, fc.double({ min: 1, max: 1e6, noNaN: true }), (count, personYears) => {
        const one = rate({ count, personYears, per: 10_000 });
        const half = rate({ count, personYears: personYears / 2, per: 10_000 });
        expect(half.value).toBeCloseTo(2 * one.value, 6);
        expect(half.upper95 / one.upper95).toBeCloseTo(2, 9);
      }),
    );
  });
  it('switch from exact to Byar at ten, where the two hardly differ', () => {
    expect(countInterval(9).method).toBe('exact');
    expect(countInterval(10).method).toBe('byar');
    for (let count = 10; count < 400; count += 1) {
      expect(Math.abs(byar(count).lower / exactPoisson(count).lower - 1)).toBeLessThan(0.0017);
      expect(Math.abs(byar(count).upper / exactPoisson(count).upper - 1)).toBeLessThan(0.0017);
    }
  });
  it('cover what they promise: exact limits miss at most one time in twenty whatever the mean', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.2, max: 9, noNaN: true }), (mean) => {
        let missed = 0;
        let mass = Math.exp(-mean);
        for (let count = 0; count < 60; count += 1) {
          const { lower, upper } = exactPoisson(count);
          if (mean < lower || mean > upper) missed += mass;
          mass *= mean / (count + 1);
        }
        expect(missed).toBeLessThanOrEqual(0.05 + 1e-12);
      }),
    );
  });
  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuse person-years of %d', (personYears) => {
    expect(() => rateInterval({ count: 3, personYears, per: 10_000 })).toThrow(RangeError);
    expect(() => upperForZero(personYears, 10_000)).toThrow(RangeError);
  });
  it('refuse a negative count and a confidence that is none', () => {
    expect(() => byar(-1)).toThrow(RangeError);
    expect(() => byar(3, 1)).toThrow(RangeError);
  });
});

describe('clustered rates', () => {
  const spread = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 80 });

  it('equal the independent ones when nobody has more than one event', () => {
    const clustered = clusteredRate({ frequencies: [[1, 40]], personYears: 5000, per: 10_000 });
    const independent = rateInterval({ count: 40, personYears: 5000, per: 10_000 });
    expect(clustered.phi).toBe(1);
    expect(clustered.lower).toBeCloseTo(independent.lower, 12);
    expect(clustered.upper).toBeCloseTo(independent.upper, 12);
  });
  it('are never narrower than the independent ones and hold the estimate', () => {
    fc.assert(
      fc.property(spread, (eventsPerPerson) => {
        const frequencies = frequenciesOf(eventsPerPerson);
        const clustered = clusteredRate({ frequencies, personYears: 1000, per: 1000 });
        const independent = byar(clustered.events);
        expect(clustered.upper).toBeGreaterThanOrEqual(independent.upper * (1 - 1e-12));
        expect(clustered.lower).toBeLessThanOrEqual(clustered.value);
        expect(clustered.lower).toBeGreaterThanOrEqual(0);
        expect(clustered.people).toBe(eventsPerPerson.length);
      }),
    );
  });
  it('do not change when one stratum is the whole standard population', () => {
    fc.assert(
      fc.property(spread, (eventsPerPerson) => {
        const frequencies = frequenciesOf(eventsPerPerson);
        const crude = clusteredRate({ frequencies, personYears: 700, per: 1000 });
        const strata = [{ population: 700, standard: 123, frequencies }];
        const standardised = clusteredStandardisedRate({ strata, per: 1000 });
        expect(standardised.upper).toBeCloseTo(crude.upper, 8);
        expect(standardised.lower).toBeCloseTo(crude.lower, 8);
      }),
    );
  });
  it('leave out people without events, and give no events the range of none', () => {
    expect([...frequenciesOf([0, 2, 2, 0, 1])]).toEqual([
      [2, 2],
      [1, 1],
    ]);
    const none = clusteredRate({ frequencies: [], personYears: 10, per: 10 });
    expect(none).toMatchObject({ value: 0, lower: 0, events: 0, people: 0, phi: 1 });
    expect(none.upper).toBeGreaterThan(0);
  });
  it('never fall below nothing', () => expect(clusteredCount(12, 40).lower).toBe(0));
});

describe('proportions', () => {
  const shares = fc
    .integer({ min: 1, max: 2000 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

  it('stay between 0 and 1 around the share, and mirror', () => {
    fc.assert(
      fc.property(shares, confidences, ([x, n], confidence) => {
        const { lower, upper } = wilson(x, n, confidence);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(lower).toBeLessThanOrEqual(x / n);
        expect(upper).toBeGreaterThanOrEqual(x / n);
        expect(wilson(n - x, n, confidence).upper).toBeCloseTo(1 - lower, 12);
      }),
    );
  });
  it('differ with a range that turns round when the two sides are swapped', () => {
    fc.assert(
      fc.property(shares, shares, ([x1, n1], [x2, n2]) => {
        const there = newcombe(x1, n1, x2, n2);
        const back = newcombe(x2, n2, x1, n1);
        expect(there.lower).toBeCloseTo(-back.upper, 12);
        expect(there.lower).toBeLessThanOrEqual(there.difference + 1e-15);
        expect(there.lower).toBeGreaterThanOrEqual(-1 - 1e-15);
      }),
    );
  });
  it('print as the paper does: 56/70 against 48/80', () => {
    const { lower, upper } = newcombe(56, 70, 48, 80);
    expect([lower.toFixed(4), upper.toFixed(4)]).toEqual(['0.0524', '0.3339']);
  });
  it('refuse an empty denominator and a numerator above it', () => {
    expect(() => percentage(0, 0)).toThrow(RangeError);
    expect(() => wilson(4, 3)).toThrow(RangeError);
  });
});

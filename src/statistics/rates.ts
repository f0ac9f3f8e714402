import { chisqQuantile } from './chiSquare.js';
import { assertPositive, CLEAR, type Interval, LIKELY, zFor } from './interval.js';

/** Below this many events the exact limits are used, from it up Byar's (PHEindicatormethods `phe_rate`). */
const BYAR_FROM = 10;

export type CountMethod = 'exact' | 'byar';

export interface CountInterval extends Interval {
  readonly method: CountMethod;
}

/** Byar's approximate limits of a Poisson count (Breslow and Day 1987). `count` may be fractional. */
export function byar(count: number, confidence = LIKELY): Interval {
  assertEvents(count);
  const z = zFor(confidence);
  const up = count + 1;
  return {
    lower: count === 0 ? 0 : count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3,
    upper: up * (1 - 1 / (9 * up) + z / (3 * Math.sqrt(up))) ** 3,
  };
}

/** Exact (Garwood) limits of a Poisson count from the chi-square quantile. `count` may be fractional. */
export function exactPoisson(count: number, confidence = LIKELY): Interval {
  assertEvents(count);
  const tail = (1 - confidence) / 2;
  return {
    lower: count === 0 ? 0 : chisqQuantile(tail, 2 * count) / 2,
    upper: chisqQuantile(1 - tail, 2 * count + 2) / 2,
  };
}

/** Limits of a count: exact below 10 events, Byar from 10 up. */
export function countInterval(count: number, confidence = LIKELY): CountInterval {
  return count < BYAR_FROM
    ? { ...exactPoisson(count, confidence), method: 'exact' }
    : { ...byar(count, confidence), method: 'byar' };
}

export interface RateInterval extends CountInterval {
  readonly value: number;
}

/**
 * Rate of independent events with its interval: `per` times events over person-years.
 * For a half-year the denominator is people times the fraction of the year, not people.
 * @throws RangeError when the person-years are missing, zero or negative.
 */
export function rateInterval(input: {
  readonly count: number;
  readonly personYears: number;
  readonly per: number;
  readonly confidence?: number;
}): RateInterval {
  assertPositive(input.personYears, 'person-years');
  const scale = input.per / input.personYears;
  const { lower, upper, method } = countInterval(input.count, input.confidence ?? LIKELY);
  return { value: input.count * scale, lower: lower * scale, upper: upper * scale, method };
}

export interface RateAtBothLevels {
  readonly value: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly lower998: number;
  readonly upper998: number;
  readonly method: CountMethod;
}

/** The rate with the 95% range and the 99.8% range that "clearly" asks for. */
export function rate(input: {
  readonly count: number;
  readonly personYears: number;
  readonly per: number;
}): RateAtBothLevels {
  const likely = rateInterval(input);
  const clear = rateInterval({ ...input, confidence: CLEAR });
  return {
    value: likely.value,
    lower95: likely.lower,
    upper95: likely.upper,
    lower998: clear.lower,
    upper998: clear.upper,
    method: likely.method,
  };
}

/** Observed over expected events (indirectly standardised ratio); the expected count is taken as known. */
export function standardisedRatio(observed: number, expected: number): RateAtBothLevels {
  return rate({ count: observed, personYears: expected, per: 1 });
}

/** What no events at all still allows: the exact 95% upper limit and the one-sided "rule of three". */
export function upperForZero(
  personYears: number,
  per: number,
): { readonly upper95: number; readonly ruleOfThree: number } {
  assertPositive(personYears, 'person-years');
  return { upper95: (exactPoisson(0).upper * per) / personYears, ruleOfThree: (3 * per) / personYears };
}

function assertEvents(count: number): void {
  if (!(count >= 0 && count < Number.POSITIVE_INFINITY)) throw new RangeError('a count must be 0 or more');
}

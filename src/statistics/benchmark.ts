import { CLEAR, type Interval } from './interval.js';
import { wilsonAt } from './proportions.js';
import { byar } from './rates.js';

export type AgainstBenchmark = 'lower' | 'similar' | 'higher';

/**
 * Comparisons with an area average as Fingertips makes them, for readers who know those charts. The average contains the
 * part, so they miss real differences; the report's own verdicts come from `localityVsRest`.
 */

/** A rate against a benchmark rate: outside Byar's limits of the count that the benchmark implies. */
export function compareToBenchmark(input: {
  readonly rate: number;
  readonly denominator: number;
  readonly benchmark: number;
  readonly per: number;
  readonly confidence: number;
}): AgainstBenchmark {
  const scale = input.per / input.denominator;
  const limits = byar(input.benchmark / scale, input.confidence);
  return placed(input.rate, { lower: limits.lower * scale, upper: limits.upper * scale });
}

/** The z that Fingertips uses, rounded as it rounds them. */
const ROUNDED_LIKELY_Z = 1.96;
const ROUNDED_CLEAR_Z = 3.0902;

export interface ProportionBenchmark extends Interval {
  readonly verdict: AgainstBenchmark;
}

/** A percentage of n against a benchmark percentage: outside Wilson's limits of the benchmark at that n, for 95% or 99.8%. */
export function compareProportionToBenchmark(input: {
  readonly value: number;
  readonly n: number;
  readonly benchmark: number;
  readonly confidence: number;
}): ProportionBenchmark {
  const z = input.confidence >= CLEAR ? ROUNDED_CLEAR_Z : ROUNDED_LIKELY_Z;
  const { lower, upper } = wilsonAt((input.benchmark / 100) * input.n, input.n, z);
  const limits = { lower: 100 * lower, upper: 100 * upper };
  return { ...limits, verdict: placed(input.value, limits) };
}

function placed(value: number, limits: Interval): AgainstBenchmark {
  if (value < limits.lower) return 'lower';
  return value > limits.upper ? 'higher' : 'similar';
}

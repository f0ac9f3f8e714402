import { normalQuantile } from './distributions.js';
import { LIKELY } from './interval.js';

/** Counts before and after. */
export type BeforeAfter = readonly [before: number, after: number];

export interface WeightedDisplacement {
  readonly local: number;
  readonly localError: number;
  readonly displaced: number;
  readonly displacedError: number;
  readonly total: number;
  readonly totalError: number;
  readonly z: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Weighted displacement difference: change in a treated area less the change in a comparison area, with an optional pair for
 * displacement around them (Wheeler and Ratcliffe 2018). For independent events with counts of about 20 or more; not
 * for clustered ones. Weights divide: `areaWeights` in the order control, treated, displacement control, displacement
 * treated; `timeWeights` before, after.
 */
export function weightedDisplacement(input: {
  readonly control: BeforeAfter;
  readonly treated: BeforeAfter;
  readonly displacementControl?: BeforeAfter;
  readonly displacementTreated?: BeforeAfter;
  readonly areaWeights?: readonly number[];
  readonly timeWeights?: BeforeAfter;
  readonly alpha?: number;
}): WeightedDisplacement {
  const [beforeWeight, afterWeight] = input.timeWeights ?? [1, 1];
  const none: BeforeAfter = [0, 0];
  const parts = [
    input.control,
    input.treated,
    input.displacementControl ?? none,
    input.displacementTreated ?? none,
  ].map(([before, after], i) => {
    const weight = input.areaWeights?.[i] ?? 1;
    return {
      change: after / (weight * afterWeight) - before / (weight * beforeWeight),
      variance: after / (weight * afterWeight) ** 2 + before / (weight * beforeWeight) ** 2,
    };
  });
  const change = (i: number) => parts[i]?.change ?? 0;
  const variance = (i: number) => parts[i]?.variance ?? 0;
  const local = change(1) - change(0);
  const displaced = change(3) - change(2);
  const total = local + displaced;
  const totalError = Math.sqrt(variance(0) + variance(1) + variance(2) + variance(3));
  const reach = normalQuantile(1 - (input.alpha ?? 1 - LIKELY) / 2) * totalError;
  return {
    local,
    localError: Math.sqrt(variance(0) + variance(1)),
    displaced,
    displacedError: Math.sqrt(variance(2) + variance(3)),
    total,
    totalError,
    z: total / totalError,
    lower: total - reach,
    upper: total + reach,
  };
}

import { clusteredCount } from '../statistics/clustered.js';
import { percentage } from '../statistics/proportions.js';
import { countInterval } from '../statistics/rates.js';
import type { Indicator } from './catalogue/record.js';
import type { Observation } from './model.js';
import type { CubeLine } from './planner/cube.js';

/** A figure with its 95% range and how it was made. */
export type Estimate = Pick<Observation, 'value' | 'lower' | 'upper' | 'method'>;

/** No figure: nothing is known, or the base is too small. */
export const NO_ESTIMATE: Estimate = { value: null, lower: null, upper: null, method: 'none' };

/** Whether the range of a figure allows for one person having several of the events: it then follows from more than the counts. */
export function isClustered(measure: Indicator['measure']): boolean {
  return measure.kind === 'rate' && measure.of.count === 'rows';
}

/** Below ten episodes a clustered range is not believed. */
const FEWEST_EPISODES = 10;

/**
 * Turns the counts of a cell into the indicator's figure:
 * counts as they are; shares by Wilson, none below the minimum base; rates exact or Byar for people and offences, clustered for
 * events of people; ratios and medians without a range.
 * @param population residents for a rate, or null
 */
export function estimate(line: CubeLine, population: number | null): Estimate {
  const { indicator, numerator, denominator } = line;
  const { measure } = indicator;
  switch (measure.kind) {
    case 'count':
      return { ...NO_ESTIMATE, value: numerator, method: 'count' };
    case 'share':
      return share(indicator, numerator, denominator);
    case 'profile':
      return line.breakdown === 'total' ? NO_ESTIMATE : share(indicator, numerator, denominator);
    case 'rate':
      return population === null || population <= 0
        ? NO_ESTIMATE
        : rate(line, measure.per / population, isClustered(measure));
    case 'ratio':
      return denominator === null || denominator === 0
        ? NO_ESTIMATE
        : { ...NO_ESTIMATE, value: numerator / denominator, method: 'ratio' };
    case 'median':
      return line.median === null || numerator < indicator.minimumBase
        ? NO_ESTIMATE
        : { ...NO_ESTIMATE, value: line.median, method: 'median' };
    default:
      return NO_ESTIMATE;
  }
}

/** A percentage with Wilson's range, or nothing when the base is too small for one. */
export function share(indicator: Indicator, numerator: number, denominator: number | null): Estimate {
  if (denominator === null || denominator < indicator.minimumBase) return NO_ESTIMATE;
  return { ...percentage(numerator, denominator), method: 'wilson' };
}

function rate(line: CubeLine, scale: number, clustered: boolean): Estimate {
  const { numerator } = line;
  if (!clustered) {
    const { lower, upper, method } = countInterval(numerator);
    return { value: numerator * scale, lower: lower * scale, upper: upper * scale, method };
  }
  if (numerator < FEWEST_EPISODES) return { ...NO_ESTIMATE, value: numerator * scale };
  const { lower, upper } = clusteredCount(numerator, line.squares / numerator);
  return { value: numerator * scale, lower: lower * scale, upper: upper * scale, method: 'clustered' };
}

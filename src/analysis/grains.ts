import type { PeriodId } from '../reference/brands.js';
import { type Grain, periodsWithin } from '../reference/calendar.js';
import type { AnalysisInput } from './input.js';

/**
 * The same history cut into quarters or months, for reports that come oftener than the profile.
 * @param until last period to report on; the last one of the history by default
 * @throws RangeError when the history has no such period
 */
export function atGrain(input: AnalysisInput, grain: Grain, until?: PeriodId): AnalysisInput {
  const all = periodsWithin(input.periods, grain, input.startMonth);
  const end = until === undefined ? all.length : all.indexOf(until) + 1;
  const periods = all.slice(0, end);
  const period = periods.at(-1);
  if (period === undefined) throw new RangeError('The history has no such period.');
  return { ...input, periods, period };
}

import { assertCount, type Interval, LIKELY, zFor } from './interval.js';

export interface Followed {
  /** Days from the first event to the next one, or to the end of follow-up. */
  readonly days: number;
  /** True when the next event came; false when follow-up ended first. */
  readonly repeated: boolean;
}

export interface RepeatWithin extends Interval {
  /** Share with a further event within the days, allowing for those not yet followed so long. */
  readonly share: number;
  /** Plain share, too low while some have not been followed for the whole time. */
  readonly plainShare: number;
}

/**
 * Share with a further event within `within` days by Kaplan and Meier, with the log-log interval. The interval is NaN where the
 * estimate is 0 or 1.
 * @throws RangeError for nobody followed or days that are not whole.
 */
export function repeatWithin(people: readonly Followed[], within: number, confidence = LIKELY): RepeatWithin {
  if (people.length === 0) throw new RangeError('nobody was followed');
  for (const { days } of people) assertCount(days, 'days of follow-up');
  const days = [...new Set(people.filter((each) => each.repeated).map((each) => each.days))];
  let surviving = 1;
  let greenwood = 0;
  for (const day of days.filter((each) => each <= within).sort((a, b) => a - b)) {
    const atRisk = people.filter((each) => each.days >= day).length;
    const events = people.filter((each) => each.repeated && each.days === day).length;
    surviving *= 1 - events / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
  }
  const plain = people.filter((each) => each.repeated && each.days <= within).length / people.length;
  const spread = (zFor(confidence) * Math.sqrt(greenwood)) / Math.abs(Math.log(surviving));
  return {
    share: 1 - surviving,
    lower: 1 - surviving ** Math.exp(-spread),
    upper: 1 - surviving ** Math.exp(spread),
    plainShare: plain,
  };
}

import type { Day, PeriodId } from '../reference/brands.js';
import { addPeriods, type HalfYear, halfYear, parsePeriod, periodsBetween } from '../reference/calendar.js';
import { dayFromIso } from '../reference/days.js';

/** The half-years of the strategy's years, which the sample covers unless told otherwise. */
export const SAMPLE_PERIODS: readonly string[] = [
  '2013-H2',
  '2014-H1',
  '2014-H2',
  '2015-H1',
  '2015-H2',
  '2016-H1',
  '2016-H2',
  '2017-H1',
  '2017-H2',
  '2018-H1',
];

const FIRST = parsePeriod('2013-H2');

/** Days on which recording practice changed; the sample follows them and the configuration declares them. */
export const CHANGES = {
  /** The Home Office's flag for child sexual exploitation became mandatory. */
  cseFlag: dayFromIso('2016-04-01'),
  /** Intelligence grading went from 5x5x5 to 3x5x2. */
  grading: dayFromIso('2016-10-01'),
  /** Statutory definition of child sexual exploitation. */
  definition: dayFromIso('2017-02-16'),
  /** The police stopped using the category "absent". */
  absent: dayFromIso('2017-04-01'),
  /** Elections on new ward boundaries in Lancaster, South Ribble and Wyre. */
  wards: dayFromIso('2015-05-07'),
  /** Self-defined ethnicity went from 16+1 to 18+1 codes. */
  ethnicity: dayFromIso('2015-04-01'),
  /** New commissioned service for return interviews. */
  interviews: dayFromIso('2016-04-01'),
} as const;

/** A half-year of the sample with its place in the series: 0 is October 2013 to March 2014. */
export interface SamplePeriod extends HalfYear {
  readonly id: PeriodId;
  readonly half: 1 | 2;
  readonly number: number;
  /** The last day on which an agency still enters something before it makes the extract. */
  readonly cutOff: Day;
}

/** Place of a half-year in the series. */
export function periodNumber(id: PeriodId): number {
  return id < FIRST ? 1 - periodsBetween(id, FIRST).length : periodsBetween(FIRST, id).length - 1;
}

/** The half-year with a place in the series. */
export function samplePeriod(number: number): SamplePeriod {
  const id = addPeriods(FIRST, number);
  const half = halfYear(id);
  return { ...half, half: id.endsWith('H1') ? 1 : 2, id, number, cutOff: half.end + 14 };
}

/** Day on which cases that outlast their half-year were last brought up to date (extracts sent again in October 2018). */
export const REFRESHED: Day = dayFromIso('2018-10-14');

/** Growth of recorded concern against the first half-year: 6 % a half-year for three years, then level. */
export function concernGrowth(number: number): number {
  return 1.06 ** Math.max(-3, Math.min(number, 6)) * (number > 6 ? 1.01 : 1);
}

/** Season of missing episodes: light evenings of the summer half. */
export function missingSeason(half: 1 | 2): number {
  return half === 1 ? 1.05 : 0.95;
}

import type { AreaCode, PeriodId } from '../../reference/brands.js';
import { forecast } from '../../statistics/forecast.js';
import { decisivePeriod, type Series, trend, trendRefusal } from '../../statistics/trend.js';
import type { Breaks } from '../breaks.js';
import type { Indicator } from '../catalogue/record.js';
import type { StatementRecord } from '../model.js';
import type { Workbench } from '../planner/workbench.js';
import type { FindTotal } from './changes.js';
import { blankStatement, finite, refused } from './statement.js';

const DAYS_A_YEAR = 365;

/** From this half-year of a window on, the range forecast from those before it is compared with what came. */
const FIRST_TRIED = 6;

/** Consecutive half-years that were counted alike, up to the newest. */
interface Window {
  readonly first: PeriodId;
  readonly places: readonly number[];
  readonly series: Series;
}

/**
 * Trends over the half-years since counting last changed, and ranges for the next half-year, of every count that may be compared
 * (statistics notes 1.7 and 1.11). A rate is judged on the number behind it. Trends at pan-Lancashire, the boards and the districts;
 * ranges never for single districts. Quarters and months have no such statements: their season has no term in the model.
 */
export function seriesStatements(
  bench: Workbench,
  indicators: readonly Indicator[],
  breaks: Breaks,
  find: FindTotal,
): StatementRecord[] {
  if (bench.history.grain !== 'half-year') return [];
  return indicators
    .filter(({ measure, change }) => measure.kind === 'count' && change !== 'none')
    .flatMap((indicator) =>
      bench.localities.flatMap((area, place) => {
        const { level } = bench.areas.get(area);
        if (level !== 'pan' && level !== 'board' && level !== 'district') return [];
        const window = windowOf(bench, indicator, area, place, breaks, find);
        if (window === null) return [];
        const found = [trendStatement(bench, indicator, area, window)];
        return level === 'district' ? found : [...found, outlookStatement(bench, indicator, area, window)];
      }),
    );
}

/** Places of the longest run of periods up to the newest without a break, a gap or a part period; none when the newest has no figure. */
export function countedAlike(
  bench: Workbench,
  indicator: Indicator,
  area: AreaCode,
  areaPlace: number,
  breaks: Breaks,
  find: FindTotal,
): readonly number[] {
  const places: number[] = [];
  for (let place = bench.history.periods.length - 1; place >= 0; place--) {
    const o = find(indicator.id, area, place);
    if (o === undefined || o.missing !== null || o.provisional) break;
    places.unshift(place);
    if (breaks.startsIn(indicator, areaPlace, place)) break;
  }
  return places;
}

function windowOf(
  bench: Workbench,
  indicator: Indicator,
  area: AreaCode,
  areaPlace: number,
  breaks: Breaks,
  find: FindTotal,
): Window | null {
  const places = countedAlike(bench, indicator, area, areaPlace, breaks, find);
  const first = bench.history.periods[places[0] ?? -1];
  if (first === undefined) return null;
  return {
    first,
    places,
    series: {
      counts: places.map((place) => find(indicator.id, area, place)?.numerator ?? 0),
      personYears: places.map((place) => (bench.history.days[place] ?? 0) / DAYS_A_YEAR),
    },
  };
}

function blankOf(
  bench: Workbench,
  kind: 'trend' | 'outlook',
  indicator: Indicator,
  area: AreaCode,
  first: PeriodId,
) {
  const period = bench.history.periods.at(-1) ?? first;
  const blank = blankStatement(kind, indicator, area, period, first);
  return { ...blank, id: `${indicator.id}|${area}|${period}|${kind}|${first}` };
}

const REFUSALS = {
  'too few periods': 'Fewer than six half-years since counting last changed: no trend is stated.',
  'too few events': 'Fewer than five a half-year on average.',
} as const;

function trendStatement(
  bench: Workbench,
  indicator: Indicator,
  area: AreaCode,
  window: Window,
): StatementRecord {
  const blank = blankOf(bench, 'trend', indicator, area, window.first);
  const refusal = trendRefusal(window.series.counts);
  if (refusal !== null) return refused(blank, 'too few to say', REFUSALS[refusal]);
  const found = trend(window.series);
  const hinge = decisivePeriod(window.series);
  const hingesOn = hinge === null ? null : (bench.history.periods[window.places[hinge] ?? -1] ?? null);
  return {
    ...refused(blank, found.verdict, ''),
    refusal: null,
    method: 'quasi-poisson',
    estimate: finite(found.percent),
    lower: finite(found.percentLower95),
    upper: finite(found.percentUpper95),
    p: found.p,
    series: { hingesOn, lower80: null, upper80: null, inside: null, tried: null },
  };
}

function outlookStatement(
  bench: Workbench,
  indicator: Indicator,
  area: AreaCode,
  window: Window,
): StatementRecord {
  const blank = blankOf(bench, 'outlook', indicator, area, window.first);
  const years = window.series.personYears.at(-2) ?? window.series.personYears.at(-1) ?? 0;
  const found = forecast(window.series, years);
  if (found === 'too few periods')
    return refused(blank, 'too few to say', 'Fewer than six half-years since counting last changed.');
  if (found === 'too few events')
    return refused(blank, 'too few to say', 'Fewer than three a half-year on average.');
  return {
    ...refused(blank, 'expected range', ''),
    refusal: null,
    method: 'negative-binomial',
    estimate: finite(found.mean),
    lower: found.range95.lower,
    upper: found.range95.upper,
    series: {
      hingesOn: null,
      lower80: found.range80.lower,
      upper80: found.range80.upper,
      ...pastScore(window.series),
    },
  };
}

/** How many half-years fell inside the 80% range made from those before them. */
function pastScore({ counts, personYears }: Series): { readonly inside: number; readonly tried: number } {
  let inside = 0;
  let tried = 0;
  for (let n = FIRST_TRIED; n < counts.length; n++) {
    const before = { counts: counts.slice(0, n), personYears: personYears.slice(0, n) };
    const made = forecast(before, personYears[n] ?? 0);
    if (typeof made === 'string') continue;
    const came = counts[n] ?? 0;
    tried += 1;
    if (came >= made.range80.lower && came <= made.range80.upper) inside += 1;
  }
  return { inside, tried };
}

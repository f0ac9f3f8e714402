import type { AreaCode, PeriodId } from '../../reference/brands.js';
import type { Series } from '../../statistics/trend.js';
import type { Breaks } from '../breaks.js';
import type { Indicator } from '../catalogue/record.js';
import { judgeOutlook, judgeTrend } from '../gate/series.js';
import type { StatementRecord } from '../model.js';
import type { Workbench } from '../planner/workbench.js';
import type { FindTotal } from './changes.js';
import { blankStatement, finite, refused } from './statement.js';

const DAYS_A_YEAR = 365;

/** Consecutive half-years that were counted alike, up to the newest. */
interface Window {
  readonly first: PeriodId;
  readonly places: readonly number[];
  readonly series: Series;
}

/**
 * Trends over the half-years since counting last changed, and ranges for the next half-year, of every count that may be compared. A rate is judged on the number behind it. Trends at pan-Lancashire, the boards and the districts;
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

function trendStatement(
  bench: Workbench,
  indicator: Indicator,
  area: AreaCode,
  window: Window,
): StatementRecord {
  const blank = blankOf(bench, 'trend', indicator, area, window.first);
  const judged = judgeTrend(window.series);
  if (judged.refusal !== null) return refused(blank, 'too few to say', judged.refusal);
  const { trend, hinge } = judged;
  const hingesOn = hinge === null ? null : (bench.history.periods[window.places[hinge] ?? -1] ?? null);
  return {
    ...refused(blank, trend.verdict, ''),
    refusal: null,
    method: 'quasi-poisson',
    estimate: finite(trend.percent),
    lower: finite(trend.percentLower95),
    upper: finite(trend.percentUpper95),
    p: trend.p,
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
  const judged = judgeOutlook(window.series, years);
  if (judged.refusal !== null) return refused(blank, 'too few to say', judged.refusal);
  const { mean, range80, range95, inside, tried } = judged;
  return {
    ...refused(blank, 'expected range', ''),
    refusal: null,
    method: 'negative-binomial',
    estimate: finite(mean),
    lower: range95.lower,
    upper: range95.upper,
    series: { hingesOn: null, lower80: range80.lower, upper80: range80.upper, inside, tried },
  };
}

import type { AnalysisResult, Observation } from '../../src/analysis/model.js';
import { loadAreas } from '../../src/reference/areas.js';
import type { AreaCode, PeriodId } from '../../src/reference/brands.js';

export const areas = loadAreas();
export const H1 = '2018-H1' as PeriodId;
export const H1_BEFORE = '2017-H1' as PeriodId;

export function area(code: string): AreaCode {
  if (!areas.has(code)) throw new RangeError(`no area ${code}`);
  return code;
}

/** A count of children in one place; fields can be overridden. */
export function count(
  indicator: string,
  code: string,
  value: number,
  over: Partial<Observation> = {},
): Observation {
  return {
    indicator,
    area: area(code),
    period: H1,
    breakdown: 'total',
    category: 'all',
    numerator: value,
    denominator: null,
    populationBase: false,
    value,
    lower: null,
    upper: null,
    method: 'count',
    people: value,
    unknown: null,
    numeratorKey: indicator,
    denominatorKey: null,
    missing: null,
    provisional: false,
    breakBefore: false,
    ...over,
  };
}

/** A share: `part` of `whole`. */
export function share(
  indicator: string,
  code: string,
  part: number,
  whole: number,
  over: Partial<Observation> = {},
): Observation {
  return count(indicator, code, part, {
    denominator: whole,
    value: whole === 0 ? null : (100 * part) / whole,
    lower: 0,
    upper: 100,
    method: 'wilson',
    numeratorKey: `${indicator} part`,
    denominatorKey: `${indicator} whole`,
    ...over,
  });
}

export function result(
  observations: readonly Observation[],
  over: Partial<AnalysisResult> = {},
): AnalysisResult {
  return {
    periods: [H1_BEFORE, H1],
    period: H1,
    observations,
    statements: [],
    concentrations: [],
    plan: [],
    groups: null,
    returns: [],
    people: { agencyPersons: 0, children: 0, linkedAcrossAgencies: 0 },
    ...over,
  };
}

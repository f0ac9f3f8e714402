import type {
  PublishedConcentration,
  PublishedObservation,
  PublishedResult,
  PublishedStatement,
  SuppressionSummary,
} from './model.js';
import type { Places } from './places.js';

interface Contents {
  readonly edition: string;
  readonly threshold: number;
  readonly period: PublishedResult['period'];
  readonly periods: PublishedResult['periods'];
  readonly statements: readonly PublishedStatement[];
  readonly concentrations: readonly PublishedConcentration[];
  readonly plan: PublishedResult['plan'];
  readonly groups: PublishedResult['groups'];
  readonly revisions: PublishedResult['revisions'];
  readonly summary: SuppressionSummary;
}

/**
 * Adds the look-ups to what one edition may show.
 * @param places of the observations
 * @param publish makes the observation at a place as it may be shown
 */
export function publishedResult(
  contents: Contents,
  { one, inBreakdown, indicators }: Places,
  publish: (place: number) => PublishedObservation,
): PublishedResult {
  const { statements, concentrations, period, periods } = contents;
  const byStatement = new Map(statements.map((s) => [`${s.kind}|${s.indicator}|${s.area}|${s.period}`, s]));
  const byConcentration = new Map(concentrations.map((c) => [`${c.indicator}|${c.area}|${c.period}`, c]));
  const find: PublishedResult['find'] = (indicator, area, at, breakdown = 'total', category = 'all') => {
    const place = one.get(`${indicator}|${area}|${at}|${breakdown}|${category}`);
    return place === undefined ? undefined : publish(place);
  };
  return {
    ...contents,
    all: () => [...one.values()].map(publish),
    carries: (indicator) => indicators.has(indicator),
    find,
    categories: (indicator, area, at, breakdown) =>
      (inBreakdown.get(`${indicator}|${area}|${at}|${breakdown}`) ?? []).map(publish),
    series: (indicator, area, breakdown, category) =>
      periods.flatMap((at) => find(indicator, area, at, breakdown, category) ?? []),
    statement: (kind, indicator, area, at = period) => byStatement.get(`${kind}|${indicator}|${area}|${at}`),
    concentration: (indicator, area, at = period) => byConcentration.get(`${indicator}|${area}|${at}`),
  };
}

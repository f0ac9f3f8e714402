import type {
  PublishedConcentration,
  PublishedObservation,
  PublishedResult,
  PublishedStatement,
  SuppressionSummary,
} from './model.js';

interface Contents {
  readonly edition: string;
  readonly threshold: number;
  readonly period: PublishedResult['period'];
  readonly periods: PublishedResult['periods'];
  readonly observations: readonly PublishedObservation[];
  readonly statements: readonly PublishedStatement[];
  readonly concentrations: readonly PublishedConcentration[];
  readonly plan: PublishedResult['plan'];
  readonly groups: PublishedResult['groups'];
  readonly revisions: PublishedResult['revisions'];
  readonly summary: SuppressionSummary;
}

function collect<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const item of items) {
    const list = map.get(key(item));
    if (list === undefined) map.set(key(item), [item]);
    else list.push(item);
  }
  return map;
}

/** Adds the look-ups to what one edition may show. */
export function publishedResult(contents: Contents): PublishedResult {
  const { observations, statements, concentrations, period, periods } = contents;
  const one = new Map(
    observations.map((o) => [`${o.indicator}|${o.area}|${o.period}|${o.breakdown}|${o.category}`, o]),
  );
  const inBreakdown = collect(observations, (o) => `${o.indicator}|${o.area}|${o.period}|${o.breakdown}`);
  const byStatement = new Map(statements.map((s) => [`${s.kind}|${s.indicator}|${s.area}|${s.period}`, s]));
  const byConcentration = new Map(concentrations.map((c) => [`${c.indicator}|${c.area}|${c.period}`, c]));
  const find: PublishedResult['find'] = (indicator, area, at, breakdown = 'total', category = 'all') =>
    one.get(`${indicator}|${area}|${at}|${breakdown}|${category}`);
  const indicators = new Set(observations.map(({ indicator }) => indicator));
  return {
    ...contents,
    carries: (indicator) => indicators.has(indicator),
    find,
    categories: (indicator, area, at, breakdown) =>
      inBreakdown.get(`${indicator}|${area}|${at}|${breakdown}`) ?? [],
    series: (indicator, area, breakdown, category) =>
      periods.flatMap((at) => find(indicator, area, at, breakdown, category) ?? []),
    statement: (kind, indicator, area, at = period) => byStatement.get(`${kind}|${indicator}|${area}|${at}`),
    concentration: (indicator, area, at = period) => byConcentration.get(`${indicator}|${area}|${at}`),
  };
}

import type { AreaCode } from '../../reference/brands.js';
import { countInterval } from '../../statistics/rates.js';
import type { Indicator } from '../catalogue/record.js';
import { CSE_CONCERN, episodes } from '../catalogue/tallies.js';
import type { FindTotal } from '../comparisons/changes.js';
import type { ConcentrationRecord, Observation } from '../model.js';
import { rowTest } from '../planner/filters.js';
import type { Workbench } from '../planner/workbench.js';
import { shareObservation } from './record.js';
import { silentWards } from './silentWards.js';

const TOP_HOMES = 5;
const PER = 1000;

/**
 * Indicators that rest on other figures or on combinations rather than on one count: M06, M25, L01, L08, R17, I06, T01, T04.
 * @param find totals that were counted before
 */
export function furtherObservations(
  bench: Workbench,
  find: FindTotal,
  spread: readonly ConcentrationRecord[],
): Observation[] {
  return [
    ...topTenth(spread),
    ...topHomes(bench),
    ...recorded(bench, find),
    ...silentSources(bench),
    ...silentAgencies(bench),
    ...silentWards(bench, find),
    ...takeUp(bench),
    ...needMatch(bench, find),
  ];
}

/** An observation for each half-year of an indicator that no extract carries, with the reason. */
export function unavailableObservations(bench: Workbench, indicators: readonly Indicator[]): Observation[] {
  return indicators.flatMap(({ id, measure }) =>
    measure.kind !== 'unavailable'
      ? []
      : bench.history.periods.map((period) => ({
          ...shareObservation({
            ...at(id, bench.areas.pan, period),
            numerator: 0,
            denominator: 0,
            people: false,
          }),
          numerator: null,
          denominator: null,
          value: null,
          lower: null,
          upper: null,
          method: 'none' as const,
          missing: { symbol: 'x' as const, reason: measure.reason },
        })),
  );
}

type Drawn = Parameters<typeof shareObservation>[0];

function at(
  indicator: string,
  area: AreaCode,
  period: Drawn['period'],
): Omit<Drawn, 'numerator' | 'denominator' | 'people'> {
  return {
    indicator,
    area,
    period,
    breakdown: 'total',
    category: 'all',
    numeratorKey: `${indicator} part`,
    denominatorKey: `${indicator} whole`,
  };
}

/** M06: episodes by the tenth of children with most. */
function topTenth(spread: readonly ConcentrationRecord[]): Observation[] {
  return spread.flatMap(({ indicator, area, period, episodes: all, topTenthShare, topTenthChildren }) =>
    indicator !== 'M01' || topTenthShare === null
      ? []
      : [
          {
            ...shareObservation({
              ...at('M06', area, period),
              numerator: Math.round(topTenthShare * all),
              denominator: all,
              people: false,
            }),
            people: topTenthChildren,
          },
        ],
  );
}

/** M25: episodes from the five homes with most, at pan-Lancashire. */
function topHomes(bench: Workbench): Observation[] {
  const holds = rowTest(bench, episodes.extract, [
    ...episodes.where,
    { field: 'missing_from_type', in: ['CHILDRENS_HOME'] },
    { field: 'placement_urn', present: true },
  ]);
  const { index } = bench.frame(episodes.extract).code('placement_urn');
  const person = bench.person(episodes.extract);
  const when = bench.period(episodes.extract, 'missing_from_at');
  return bench.history.periods.flatMap((period, place) => {
    const homes = new Map<number, number[]>();
    when.forEach((found, row) => {
      if (found !== place || !holds(row)) return;
      const children = homes.get(index[row] ?? -1) ?? [];
      homes.set(index[row] ?? -1, children);
      children.push(person[row] ?? -1);
    });
    const byEpisodes = [...homes.values()].sort((a, b) => b.length - a.length);
    const [top, all] = [byEpisodes.slice(0, TOP_HOMES).flat(), byEpisodes.flat()];
    return byEpisodes.length <= TOP_HOMES
      ? []
      : [
          {
            ...shareObservation({
              ...at('M25', bench.areas.pan, period),
              numerator: top.length,
              denominator: all.length,
              people: false,
            }),
            people: new Set(top).size,
          },
        ];
  });
}

/** L01: offences and intelligence together for every 1,000 children aged 10 to 17. */
function recorded(bench: Workbench, find: FindTotal): Observation[] {
  return bench.localities.flatMap((area) =>
    bench.history.periods.flatMap((period, place): Observation[] => {
      const [offences, logs] = [find('O02', area, place), find('I01', area, place)];
      const population = offences?.denominator ?? null;
      if (offences?.numerator == null || logs?.numerator == null || population === null) return [];
      const events = offences.numerator + logs.numerator;
      const { lower, upper, method } = countInterval(events);
      const scale = PER / population;
      return [
        {
          ...at('L01', area, period),
          numeratorParts: [offences.numeratorKey, logs.numeratorKey],
          numerator: events,
          denominator: population,
          populationBase: true,
          value: events * scale,
          lower: lower * scale,
          upper: upper * scale,
          method,
          people: null,
          unknown: null,
          missing: null,
          provisional: offences.provisional || logs.provisional,
          breakBefore: offences.breakBefore || logs.breakBefore,
        },
      ];
    }),
  );
}

/** R17: combinations of district and kind of agency without a contact. */
function silentSources(bench: Workbench): Observation[] {
  const frame = bench.frame('referrals');
  const holds = rowTest(bench, 'referrals', [CSE_CONCERN]);
  const source = frame.code('source_agency');
  const district = frame.code('district_home');
  const when = bench.period('referrals', 'contact_at');
  const kinds = new Set([...source.index].filter((kind) => kind >= 0));
  if (kinds.size === 0) return [];
  return bench.history.periods.map((period, place) => {
    const heard = new Set<string>();
    when.forEach((found, row) => {
      const code = district.dictionary[district.index[row] ?? -1] ?? '';
      const kind = source.index[row] ?? -1;
      if (found === place && kind >= 0 && holds(row) && bench.areas.districts.some((d) => d === code))
        heard.add(`${code} ${kind}`);
    });
    const cells = bench.areas.districts.length * kinds.size;
    return shareObservation({
      ...at('R17', bench.areas.pan, period),
      numerator: cells - heard.size,
      denominator: cells,
      people: false,
    });
  });
}

/** I06: kinds of agency that have submitted before and are silent now. */
function silentAgencies(bench: Workbench): Observation[] {
  const { index } = bench.frame('intelligence').code('submitting_agency');
  const when = bench.period('intelligence', 'submitted_at');
  return bench.history.periods.flatMap((period, place) => {
    const before = new Set<number>();
    const now = new Set<number>();
    when.forEach((found, row) => {
      const kind = index[row] ?? -1;
      if (kind < 0 || found > place) return;
      before.add(kind);
      if (found === place) now.add(kind);
    });
    return before.size === 0
      ? []
      : [
          shareObservation({
            ...at('I06', bench.areas.pan, period),
            numerator: before.size - now.size,
            denominator: before.size,
            people: false,
          }),
        ];
  });
}

/** T01: level 1 completions against the largest workforce reported for each agency, district and kind of post. */
function takeUp(bench: Workbench): Observation[] {
  const frame = bench.frame('training');
  const holds = rowTest(bench, 'training', [{ field: 'level', in: ['L1'] }]);
  const completed = frame.number('completed_n');
  const workforce = frame.number('workforce_n');
  const groups = ['agency', 'district', 'role_group'].map((field) => frame.code(field).index);
  const when = bench.period('training', 'date');
  return bench.history.periods.flatMap((period, place) => {
    const largest = new Map<string, number>();
    let done = 0;
    when.forEach((found, row) => {
      const size = workforce[row] ?? Number.NaN;
      if (found !== place || !holds(row) || Number.isNaN(size)) return;
      const group = groups.map((index) => index[row] ?? -1).join(' ');
      largest.set(group, Math.max(largest.get(group) ?? 0, size));
      done += completed[row] ?? 0;
    });
    const all = [...largest.values()].reduce((sum, n) => sum + n, 0);
    return all === 0 || done > all
      ? []
      : [
          shareObservation({
            ...at('T01', bench.areas.pan, period),
            numerator: done,
            denominator: all,
            people: false,
          }),
        ];
  });
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

/** T04: districts with more need than the middle one that also had more events than the middle one. */
function needMatch(bench: Workbench, find: FindTotal): Observation[] {
  return bench.history.periods.flatMap((period, place) => {
    const rows = bench.areas.districts.flatMap((area) => {
      const [need, events] = [find('S02', area, place)?.value, find('T06', area, place)?.value];
      return need == null || events == null ? [] : [{ need, events }];
    });
    const [need, events] = [middle(rows.map((row) => row.need)), middle(rows.map((row) => row.events))];
    const high = rows.filter((row) => row.need > need);
    return rows.length < bench.areas.districts.length || high.length === 0
      ? []
      : [
          {
            ...shareObservation({
              ...at('T04', bench.areas.pan, period),
              numerator: high.filter((row) => row.events > events).length,
              denominator: high.length,
              people: false,
            }),
          },
        ];
  });
}

import { loadSchema } from '../../extracts/load.js';
import type { AreaCode, PeriodId } from '../../reference/brands.js';
import type { Breaks } from '../breaks.js';
import { catalogue } from '../catalogue/index.js';
import type { AnalysisInput, FieldCompleteness } from '../input.js';
import type { Observation } from '../model.js';
import { medianOf } from '../planner/median.js';
import type { Workbench } from '../planner/workbench.js';
import { countObservation, shareObservation } from './record.js';

/** A part of a whole, added up under a name. */
interface Share {
  part: number;
  whole: number;
}

class Shares {
  private readonly found = new Map<string, Share>();

  add(name: string, part: number, whole: number): void {
    const share = this.found.get(name) ?? { part: 0, whole: 0 };
    share.part += part;
    share.whole += whole;
    this.found.set(name, share);
  }

  sorted(): [string, Share][] {
    return [...this.found].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  }
}

function rowShares(
  indicator: string,
  area: AreaCode,
  period: PeriodId,
  groups: readonly (readonly ['total' | 'agency' | 'field', Shares])[],
): Observation[] {
  return groups.flatMap(([breakdown, shares]) =>
    shares.sorted().map(([category, { part, whole }]) =>
      shareObservation({
        indicator,
        area,
        period,
        breakdown,
        category,
        numerator: part,
        denominator: whole,
        people: false,
        numeratorKey: `${indicator} part`,
        denominatorKey: `${indicator} whole`,
      }),
    ),
  );
}

function isRequired({ extract, field }: FieldCompleteness): boolean {
  return loadSchema(extract).fields.some(
    ({ name, requirement }) => name === field && requirement === 'required',
  );
}

/** Q01: how full the fields are: required ones over all and by agency, every one by agency, extract and field. */
export function completeness(bench: Workbench, input: AnalysisInput): Observation[] {
  return input.periods.flatMap((period) => {
    const [total, agencies, fields] = [new Shares(), new Shares(), new Shares()];
    for (const each of input.completeness) {
      if (each.period !== period) continue;
      if (isRequired(each)) {
        total.add('all', each.filled, each.rows);
        agencies.add(each.agency, each.filled, each.rows);
      }
      fields.add(`${each.agency}|${each.extract}|${each.field}`, each.filled, each.rows);
    }
    return rowShares('Q01', bench.areas.pan, period, [
      ['total', total],
      ['agency', agencies],
      ['field', fields],
    ]);
  });
}

/** Q05: rows that repeat another, over all and by agency. */
export function duplicates(bench: Workbench, input: AnalysisInput): Observation[] {
  return input.periods.flatMap((period) => {
    const [total, agencies] = [new Shares(), new Shares()];
    for (const each of input.deliveries ?? []) {
      if (each.period !== period) continue;
      total.add('all', each.duplicates, each.read);
      agencies.add(each.agency, each.duplicates, each.read);
    }
    return rowShares('Q05', bench.areas.pan, period, [
      ['total', total],
      ['agency', agencies],
    ]);
  });
}

/** Q02: median days from due date to extraction, over all extracts and by agency. */
export function timeliness(bench: Workbench, input: AnalysisInput): Observation[] {
  return input.periods.flatMap((period) => {
    const groups = new Map<string, number[]>();
    for (const { agency, period: of, daysAfterDue } of input.deliveries ?? []) {
      if (of !== period || daysAfterDue === null) continue;
      for (const name of ['all', agency]) groups.set(name, [...(groups.get(name) ?? []), daysAfterDue]);
    }
    return [...groups]
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(
        ([category, days]): Observation => ({
          ...countObservation({
            indicator: 'Q02',
            area: bench.areas.pan,
            period,
            breakdown: category === 'all' ? 'total' : 'agency',
            category,
            numerator: days.length,
            people: false,
            numeratorKey: 'Q02 extracts',
          }),
          value: medianOf(days),
          method: 'median',
        }),
      );
  });
}

/** Q06: indicators whose series is broken in the half-year. */
export function brokenSeries(bench: Workbench, input: AnalysisInput, breaks: Breaks): Observation[] {
  return input.periods.map((period, place) =>
    countObservation({
      indicator: 'Q06',
      area: bench.areas.pan,
      period,
      breakdown: 'total',
      category: 'all',
      numerator: catalogue.filter((indicator) =>
        breaks.startsIn(indicator, bench.localities.indexOf(bench.areas.pan), place),
      ).length,
      people: false,
      numeratorKey: 'Q06 broken series',
    }),
  );
}

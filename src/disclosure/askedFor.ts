import { periodsBetween } from '../reference/calendar.js';
import type { PublishedObservation, PublishedResult, PublishedStatement } from './model.js';
import { HIDDEN } from './publish.js';

/** `indicator|area|period|breakdown|category` of an observation. */
export function observationKey(
  o: Pick<PublishedObservation, 'indicator' | 'area' | 'period' | 'breakdown' | 'category'>,
): string {
  return `${o.indicator}|${o.area}|${o.period}|${o.breakdown}|${o.category}`;
}

/** `indicator|area|period` of a concentration record. */
export function concentrationKey(c: {
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
}): string {
  return `${c.indicator}|${c.area}|${c.period}`;
}

/**
 * What the documents of an edition asked for: only this is laid out. A count that no document asks for is printed nowhere, so it needs no
 * hiding and may stand in for one that would otherwise have to be hidden.
 */
export class AskedFor {
  readonly observations = new Set<string>();
  readonly statements = new Set<string>();
  readonly concentrations = new Set<string>();

  get size(): number {
    return this.observations.size + this.statements.size + this.concentrations.size;
  }
}

/** Totals whose counts a statement speaks of, or rests on. */
export function observationsBehind(
  {
    kind,
    indicator,
    area,
    period,
    comparedWith,
  }: Pick<PublishedStatement, 'kind' | 'indicator' | 'area' | 'period' | 'comparedWith'>,
  pan: string,
): readonly { readonly indicator: string; readonly area: string; readonly period: string }[] {
  const at = (where: string, when: string) => ({ indicator, area: where, period: when });
  if (kind === 'trend' || kind === 'outlook' || kind === 'signal')
    return periodsBetween(comparedWith ?? period, period).map((when) => at(area, when));
  if (kind === 'change') return [at(area, period), at(area, comparedWith ?? '')];
  return [at(area, period), at(pan, period)];
}

/** The same result, noting everything that is looked up in it. */
export function watched(result: PublishedResult, asked: AskedFor, pan: string): PublishedResult {
  const note = <T extends PublishedObservation | undefined>(o: T): T => {
    if (o !== undefined) asked.observations.add(observationKey(o));
    return o;
  };
  const find: PublishedResult['find'] = (...place) => note(result.find(...place));
  return {
    ...result,
    all: () => result.all().map(note),
    find,
    categories: (...place) => result.categories(...place).map(note),
    series: (...place) => result.series(...place).map(note),
    statement(...place) {
      const found = result.statement(...place);
      if (found !== undefined) {
        asked.statements.add(found.id);
        for (const { indicator, area, period } of observationsBehind(found, pan))
          find(indicator, area, period);
      }
      return found;
    },
    concentration(...place) {
      const found = result.concentration(...place);
      if (found !== undefined) {
        asked.concentrations.add(concentrationKey(found));
        find(found.indicator, found.area, found.period);
      }
      return found;
    },
  };
}

/** The same result without the figures of what nobody asked for: should it be looked up after all, it is hidden. */
export function onlyAsked(result: PublishedResult, asked: AskedFor): PublishedResult {
  const hide = <T extends PublishedObservation | undefined>(o: T): T =>
    o === undefined || asked.observations.has(observationKey(o))
      ? o
      : {
          ...o,
          numerator: HIDDEN,
          denominator: HIDDEN,
          value: HIDDEN,
          lower: HIDDEN,
          upper: HIDDEN,
          unknown: HIDDEN,
        };
  return {
    ...result,
    all: () => result.all().map(hide),
    find: (...place) => hide(result.find(...place)),
    categories: (...place) => result.categories(...place).map(hide),
    series: (...place) => result.series(...place).map(hide),
    statement(...place) {
      const found = result.statement(...place);
      return found === undefined || asked.statements.has(found.id) ? found : unspoken(found);
    },
    concentration(...place) {
      const found = result.concentration(...place);
      return found === undefined || asked.concentrations.has(concentrationKey(found)) ? found : undefined;
    },
  };
}

function unspoken(statement: PublishedStatement): PublishedStatement {
  const { series: _, ...rest } = statement;
  return {
    ...rest,
    n1: HIDDEN,
    n2: HIDDEN,
    exposure1: HIDDEN,
    exposure2: HIDDEN,
    estimate: HIDDEN,
    lower: HIDDEN,
    upper: HIDDEN,
    pAdjusted: HIDDEN,
    verdict: 'confidential',
    clearly: false,
    refusal: null,
  };
}

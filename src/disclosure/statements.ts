import type { StatementRecord } from '../analysis/model.js';
import { observationsBehind } from './askedFor.js';
import type { Figure, PublishedObservation, PublishedStatement } from './model.js';
import { HIDDEN, shown, symbol } from './publish.js';

/** Finds the published observation of a total, or undefined. */
export type FindTotal = (indicator: string, area: string, period: string) => PublishedObservation | undefined;

const BLURRED: ReadonlySet<StatementRecord['method']> = new Set(['paired-people', 'period-swap']);

/**
 * Intervals from comparing the same children in two half-years depend on how many children are in both, a count that is
 * not laid out. Three decimals keep the sentence and not that count.
 */
function limit(record: StatementRecord, value: number | null): Figure {
  if (value === null) return symbol('z');
  return shown(BLURRED.has(record.method) ? Math.round(value * 1000) / 1000 : value);
}

/** Whether every count that the statement speaks of is shown. */
function mayBeSpoken(record: StatementRecord, threshold: number, pan: string, find: FindTotal): boolean {
  const needed = observationsBehind(record, pan).map(({ indicator, area, period }) =>
    find(indicator, area, period),
  );
  const hiddenSomewhere = needed.some(
    (o) => o === undefined || [o.numerator, o.denominator].some((f) => 'symbol' in f && f.symbol === 'c'),
  );
  if (hiddenSomewhere) return false;
  return [record.n1, record.n2].every((n) => n === null || n === 0 || n >= threshold);
}

/**
 * A count inside a statement is shown only where it is a count of the report: the number of children seen in one of two
 * half-years only, for example, is not.
 */
function countOf(
  record: StatementRecord,
  value: number | null,
  period: string | null,
  find: FindTotal,
): Figure {
  if (value === null) return symbol('z');
  const figure = period === null ? undefined : find(record.indicator, record.area, period)?.numerator;
  return figure !== undefined && 'number' in figure && figure.number === value ? figure : symbol('x');
}

/**
 * A statement record as the edition may speak it. When any count behind it is hidden, all of it is: also its verdict,
 * since "higher than [c]" would narrow the hidden count.
 *
 * @param pan code of the whole area, against which localities are compared
 */
export function publishStatement(
  record: StatementRecord,
  threshold: number,
  pan: string,
  find: FindTotal,
): PublishedStatement {
  const spoken = mayBeSpoken(record, threshold, pan, find);
  const figure = (make: () => Figure): Figure => (spoken ? make() : HIDDEN);
  return {
    id: record.id,
    kind: record.kind,
    indicator: record.indicator,
    countingUnit: record.countingUnit,
    area: record.area,
    period: record.period,
    comparedWith: record.comparedWith,
    n1: figure(() =>
      record.kind === 'change'
        ? countOf(record, record.n1, record.comparedWith, find)
        : restOf(record, record.n1, pan, find),
    ),
    n2: figure(() => countOf(record, record.n2, record.period, find)),
    exposure1: figure(() =>
      record.exposure1 === null ? symbol('z') : exposure(record, record.exposure1, 'first', find),
    ),
    exposure2: figure(() =>
      record.exposure2 === null ? symbol('z') : exposure(record, record.exposure2, 'second', find),
    ),
    method: record.method,
    estimate: figure(() => limit(record, record.estimate)),
    lower: figure(() => limit(record, record.lower)),
    upper: figure(() => limit(record, record.upper)),
    // Adjusted over all places, so it depends a little on hidden ones; three decimals are enough to check a verdict.
    pAdjusted: figure(() =>
      record.pAdjusted === null ? symbol('z') : shown(Math.round(record.pAdjusted * 1000) / 1000),
    ),
    family: record.family,
    verdict: spoken ? record.verdict : 'confidential',
    clearly: spoken && record.clearly,
    refusal: spoken ? record.refusal : null,
    ...(record.series === undefined ? {} : { series: seriesOf(record.series, figure) }),
  };
}

type SeriesPart = NonNullable<StatementRecord['series']>;

function seriesOf(
  part: SeriesPart,
  figure: (make: () => Figure) => Figure,
): NonNullable<PublishedStatement['series']> {
  const number = (value: number | null): Figure =>
    figure(() => (value === null ? symbol('z') : shown(value)));
  const hidden = 'symbol' in number(0);
  return {
    hingesOn: hidden ? null : part.hingesOn,
    lower80: number(part.lower80),
    upper80: number(part.upper80),
    inside: number(part.inside),
    tried: number(part.tried),
  };
}

/** The rest of the area: the whole less the locality, both shown. */
function restOf(record: StatementRecord, value: number | null, pan: string, find: FindTotal): Figure {
  if (value === null) return symbol('z');
  const whole = find(record.indicator, pan, record.period)?.numerator;
  const own = find(record.indicator, record.area, record.period)?.numerator;
  if (whole === undefined || own === undefined || !('number' in whole) || !('number' in own))
    return symbol('x');
  return whole.number - own.number === value ? shown(value) : symbol('x');
}

/** Exposures are person-years or, for proportions, denominators: the latter only as the report shows them. */
function exposure(
  record: StatementRecord,
  value: number,
  which: 'first' | 'second',
  find: FindTotal,
): Figure {
  if (record.method !== 'newcombe') return shown(value);
  const period = which === 'second' ? record.period : record.comparedWith;
  const figure = period === null ? undefined : find(record.indicator, record.area, period)?.denominator;
  return figure !== undefined && 'number' in figure && figure.number === value ? figure : symbol('x');
}

import { loadSchema } from '../../extracts/load.js';
import type { ExtractName } from '../../extracts/schema.js';
import type { AreaCode, PeriodId } from '../../reference/brands.js';
import { analyse } from '../analyse.js';
import type { Filter, Indicator, Tally } from '../catalogue/record.js';
import type { AnalysisInput } from '../input.js';
import type { Observation } from '../model.js';
import { spanOf } from '../planner/events.js';
import { eventTest } from '../planner/filters.js';
import { medianOf, readerOf } from '../planner/median.js';
import { type Workbench, workbenchOf } from '../planner/workbench.js';
import { lower } from '../wording/fields.js';
import { filterWords } from '../wording/filters.js';
import { areaWords, denominatorWords, numeratorWords, periodWords } from '../wording/indicator.js';
import type { Trace, TraceCount, TraceStep } from './model.js';

/**
 * Follows an indicator at one place and period from the rows to the figure, with the planner's own tests in the order in which it applies
 * them; every accepted row is either kept out by one rule or counted.
 * @param input the history at the grain of the period
 */
export function trace(input: AnalysisInput, indicator: Indicator, area: AreaCode, period: PeriodId): Trace {
  const { kind } = indicator.measure;
  // What is worked out across records needs all of them.
  const scope =
    kind === 'computed' || kind === 'unavailable' ? {} : { indicators: [indicator.id], totalsOnly: true };
  const found = analyse(input, scope).observations.find(
    (o) => o.indicator === indicator.id && o.area === area && o.period === period && o.breakdown === 'total',
  );
  return traceOf(workbenchOf(input), input, indicator, { area, period }, found);
}

/** As {@link trace}, over a workbench and with the figure that the analysis gives. */
export function traceOf(
  bench: Workbench,
  input: AnalysisInput,
  indicator: Indicator,
  { area, period }: { readonly area: AreaCode; readonly period: PeriodId },
  found: Observation | undefined,
): Trace {
  const place = bench.history.periods.indexOf(period);
  const locality = bench.localities.indexOf(area);
  const { measure } = indicator;
  const follow = (tally: Tally, further: readonly Filter[], counts: string): TraceCount =>
    followed(bench, tally, further, { locality, place }, counts);
  const common = {
    indicator: indicator.id,
    title: indicator.title,
    area,
    period,
    population: null,
    note: null,
    reported: {
      numerator: found?.numerator ?? null,
      denominator: found?.denominator ?? null,
      value: found?.value ?? null,
      missing: found?.missing?.reason ?? null,
    },
  };
  const top = numeratorWords(indicator);
  const bottom = denominatorWords(indicator) ?? '';
  switch (measure.kind) {
    case 'count':
      return { ...common, numerator: follow(measure.of, [], top), denominator: null };
    case 'profile':
      return {
        ...common,
        numerator: follow(measure.of, [], top),
        denominator: null,
        note: 'The total is followed; its categories are parts of it.',
      };
    case 'share': {
      const known = measure.known ?? [];
      return {
        ...common,
        numerator: follow(measure.of, [...known, ...measure.part], top),
        denominator: follow(measure.of, known, bottom),
      };
    }
    case 'ratio':
      return {
        ...common,
        numerator: follow(measure.numerator, [], top),
        denominator: follow(measure.denominator, [], bottom),
      };
    case 'rate': {
      const { startMonth } = input;
      const residents = input.populations.population({ area, period, ages: measure.ages, startMonth });
      return {
        ...common,
        numerator: follow(measure.of, [], top),
        denominator: null,
        population: residents === null ? null : { number: residents.population, year: residents.year },
        note: `Divided by ${bottom}.`,
      };
    }
    case 'median': {
      const rows = followed(bench, measure.of, [], { locality, place }, top);
      const read = readerOf(bench, measure.of, measure.value);
      const values = rowsLeft(bench, measure.of, [], { locality, place }).flatMap((row) => {
        const value = read(row);
        return Number.isNaN(value) ? [] : [value];
      });
      return {
        ...common,
        numerator: {
          ...rows,
          steps: [
            ...rows.steps,
            { rule: 'no value to take the middle of', keptOut: rows.left - values.length },
          ],
          left: values.length,
          counted: values.length,
          because: values.length === 0 ? null : `the middle value is ${medianOf(values)}`,
        },
        denominator: null,
      };
    }
    case 'computed':
      return {
        ...common,
        numerator: null,
        denominator: null,
        note: `Worked out across ${fromWords(measure.from)}: ${top}${bottom === '' ? '' : `, of ${bottom}`}.`,
      };
    case 'unavailable':
      return { ...common, numerator: null, denominator: null, note: measure.reason };
  }
}

function fromWords(extracts: readonly ExtractName[]): string {
  if (extracts.length === 0) return 'all extracts';
  return extracts.map((extract) => `the ${lower(loadSchema(extract).title)} extract`).join(' and ');
}

interface Cell {
  readonly locality: number;
  readonly place: number;
}

/** The rules of a tally, in the planner's order, each with its words. */
function rulesOf(
  bench: Workbench,
  tally: Tally,
  further: readonly Filter[],
  { locality, place }: Cell,
): readonly { readonly rule: string; readonly holds: (row: number) => boolean }[] {
  const spans = spanOf(bench, tally);
  const around = bench.localitiesOf(tally.extract, tally.area);
  const filters = [...tally.where, ...further].map((filter) => {
    const test = eventTest(bench, tally.extract, [filter]);
    return { rule: filterWords(tally.extract, filter), holds: (row: number) => test(row, place) };
  });
  return [
    {
      rule: periodWords(tally),
      holds: (row) => {
        const [first, last] = spans(row);
        return place >= first && place <= last;
      },
    },
    ...filters,
    { rule: areaWords(tally), holds: (row) => around(row).includes(locality) },
  ];
}

function rowsLeft(bench: Workbench, tally: Tally, further: readonly Filter[], cell: Cell): number[] {
  const rules = rulesOf(bench, tally, further, cell);
  return Array.from({ length: bench.frame(tally.extract).rows }, (_, row) => row).filter((row) =>
    rules.every(({ holds }) => holds(row)),
  );
}

function followed(
  bench: Workbench,
  tally: Tally,
  further: readonly Filter[],
  cell: Cell,
  counts: string,
): TraceCount {
  const { extract, count } = tally;
  const frame = bench.frame(extract);
  const rows = bench.accepted(extract);
  const rules = rulesOf(bench, tally, further, cell);
  const keptOut = rules.map(() => 0);
  const left: number[] = [];
  for (let row = 0; row < frame.rows; row++) {
    const at = rules.findIndex(({ holds }) => !holds(row));
    if (at < 0) left.push(row);
    else keptOut[at] = (keptOut[at] ?? 0) + 1;
  }
  const steps: TraceStep[] = [
    { rule: 'an older version of a record that a later file brings up to date', keptOut: rows - frame.rows },
    ...rules.map(({ rule }, i) => ({ rule, keptOut: keptOut[i] ?? 0 })),
  ];
  return {
    counts,
    extract: loadSchema(extract).title,
    rows,
    steps,
    left: left.length,
    ...counted(bench, tally, left, count),
  };
}

function counted(
  bench: Workbench,
  { extract }: Tally,
  left: readonly number[],
  count: Tally['count'],
): Pick<TraceCount, 'counted' | 'because'> {
  if (count === 'rows') return { counted: left.length, because: null };
  if ('sum' in count) {
    const values = bench.frame(extract).number(count.sum);
    const sum = left.reduce(
      (all, row) => all + (Number.isNaN(values[row] ?? Number.NaN) ? 0 : (values[row] ?? 0)),
      0,
    );
    return { counted: sum, because: 'a number in each row is added up' };
  }
  const keys = bench.key(extract, count.distinct);
  const named = left.filter((row) => (keys[row] ?? -1) >= 0);
  const things = new Set(named.map((row) => keys[row]));
  const unnamed = left.length - named.length;
  return {
    counted: things.size,
    because: `${grouped(named.length - things.size)} rows are of somebody or something counted already${unnamed === 0 ? '' : `, ${grouped(unnamed)} name nobody`}`,
  };
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

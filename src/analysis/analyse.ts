import type { AreaCode } from '../reference/brands.js';
import { Availabilities } from './availability.js';
import { Breaks } from './breaks.js';
import { catalogue } from './catalogue/index.js';
import type { Indicator } from './catalogue/record.js';
import { checkCube } from './checks.js';
import { changes, type Differs, type FindTotal } from './comparisons/changes.js';
import { concentrations } from './comparisons/concentrations.js';
import { localityComparisons } from './comparisons/localities.js';
import { seriesStatements } from './comparisons/series.js';
import { signalStatements } from './comparisons/signals.js';
import type { AnalysisInput } from './input.js';
import { type Instead, withInstead } from './instead.js';
import type { AnalysisResult, Made, Observation } from './model.js';
import { groupMap } from './network/groupMap.js';
import { observationsOf } from './observations.js';
import { peopleOf } from './people.js';
import { actionPlan } from './plan/plan.js';
import { buildCube, type CubeLine } from './planner/cube.js';
import { type Workbench, workbenchOf } from './planner/workbench.js';
import { furtherObservations, unavailableObservations } from './quality/further.js';
import { knownTo } from './quality/knownTo.js';
import { lateness } from './quality/lateness.js';
import { numbered } from './quality/numbered.js';
import { linkage, overlapObservations } from './quality/overlap.js';
import { brokenSeries, completeness, duplicates, timeliness } from './quality/rows.js';

/** Indicators whose episodes are spread unevenly over children, and said so. */
const CONCENTRATED = new Set(['M01']);

/** What to compute when it is not everything. */
export interface AnalysisScope {
  /** Ids of the indicators; default: the whole catalogue. */
  readonly indicators?: readonly string[];
  /** Only totals, no breakdowns. */
  readonly totalsOnly?: boolean;
}

/** All that was counted, before anything is made of it: so that figures can be made of other numbers without counting again. */
export interface Counted {
  readonly input: AnalysisInput;
  readonly scope: AnalysisScope;
  readonly indicators: readonly Indicator[];
  readonly bench: Workbench;
  readonly breaks: Breaks;
  readonly availabilities: Availabilities;
  readonly lines: readonly CubeLine[];
}

/**
 * Counts for every indicator of the catalogue over the whole history. The periods are half-years, or quarters or months (see {@link atGrain}).
 * @throws RangeError when the periods have a gap
 */
export function countAll(input: AnalysisInput, scope: AnalysisScope = {}): Counted {
  const indicators = indicatorsIn(scope);
  const bench = workbenchOf(input);
  const lines = buildCube(bench, indicators);
  checkCube(lines);
  return {
    input,
    scope,
    indicators,
    bench,
    breaks: new Breaks(bench, input.breaks),
    availabilities: new Availabilities(bench, input),
    lines,
  };
}

/** Makes figures of the counts, compares the newest period with the year before and localities with the rest of the area, and judges the data. */
export function conclude(counted: Counted): AnalysisResult {
  const { input, scope, indicators, bench, breaks } = counted;
  const { observations: observed, statements } = made(counted, counted.lines);
  const find = totalsBy(observed, bench);
  const spread = indicators
    .filter(({ id }) => CONCENTRATED.has(id))
    .flatMap((indicator) => concentrations(bench, indicator, find));
  return {
    periods: input.periods,
    period: input.period,
    // How the data are is judged by half-year: extracts come by half-year.
    observations:
      bench.history.grain === 'half-year' && scope.indicators === undefined
        ? [
            ...observed,
            ...furtherObservations(bench, find, spread),
            ...unavailableObservations(bench, indicators),
            ...judged(bench, input, breaks),
          ]
        : observed,
    statements,
    concentrations: spread,
    plan: bench.history.grain === 'half-year' ? actionPlan(input) : [],
    groups: bench.history.grain === 'half-year' ? groupMap(bench, input.childOf) : null,
    returns: input.returns,
    people: peopleOf(input),
  };
}

/** Makes figures and statements as {@link conclude} does, with other numbers in the place of some that were counted. */
export function concludeWith(counted: Counted, instead: Instead): Made {
  return made(counted, withInstead(counted.bench, counted.lines, instead));
}

/** Counts and concludes. The order of the tables does not matter; the same input gives the same result to the last digit. @throws RangeError as {@link countAll} */
export function analyse(input: AnalysisInput, scope: AnalysisScope = {}): AnalysisResult {
  return conclude(countAll(input, scope));
}

/** @param given the lines with the numbers that are to be given */
function made(
  { input, indicators, bench, breaks, availabilities, lines }: Counted,
  given: readonly CubeLine[],
): Made {
  const observations = observationsOf(
    bench,
    given,
    input.populations,
    input.startMonth,
    availabilities,
    breaks,
  );
  const find = totalsBy(observations, bench);
  return {
    observations,
    statements: [
      ...changes(bench, indicators, availabilities, breaks, find, differsIn(lines, given)),
      ...localityComparisons(bench, indicators, find),
      ...seriesStatements(bench, indicators, breaks, find),
      ...signalStatements(bench, indicators, breaks, find),
    ],
  };
}

function indicatorsIn({ indicators, totalsOnly }: AnalysisScope): readonly Indicator[] {
  const wanted = indicators === undefined ? null : new Set(indicators);
  const chosen = wanted === null ? catalogue : catalogue.filter(({ id }) => wanted.has(id));
  return totalsOnly === true ? chosen.map((indicator) => ({ ...indicator, breakdowns: [] })) : chosen;
}

function judged(bench: Workbench, input: AnalysisInput, breaks: Breaks): Observation[] {
  const known = knownTo(bench);
  return [
    ...overlapObservations(bench, known, input.returns),
    ...completeness(bench, input),
    ...timeliness(bench, input),
    ...lateness(bench, input),
    ...linkage(bench, known),
    ...numbered(bench, input),
    ...duplicates(bench, input),
    ...brokenSeries(bench, input, breaks),
  ];
}

/** Where lines give other numbers than were counted. */
function differsIn(counted: readonly CubeLine[], given: readonly CubeLine[]): Differs {
  const differences = new Map<string, number>();
  given.forEach(({ indicator, area, place, breakdown, numerator }, i) => {
    const by = numerator - (counted[i]?.numerator ?? numerator);
    if (breakdown === 'total' && by !== 0) differences.set(`${indicator.id} ${area} ${place}`, by);
  });
  return (indicator, area, place) => differences.get(`${indicator} ${area} ${place}`) ?? 0;
}

function totalsBy(observations: readonly Observation[], bench: Workbench): FindTotal {
  const places = new Map<string, number>(bench.history.periods.map((period, place) => [period, place]));
  const totals = new Map<string, Observation>();
  for (const observation of observations) {
    if (observation.breakdown !== 'total') continue;
    totals.set(`${observation.indicator} ${observation.area} ${places.get(observation.period)}`, observation);
  }
  return (indicator: string, area: AreaCode, place: number) => totals.get(`${indicator} ${area} ${place}`);
}

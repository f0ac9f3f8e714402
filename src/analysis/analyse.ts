import type { AreaCode } from '../reference/brands.js';
import { Availabilities } from './availability.js';
import { Breaks } from './breaks.js';
import { catalogue } from './catalogue/index.js';
import { checkCube } from './checks.js';
import { changes, type FindTotal } from './comparisons/changes.js';
import { concentrations } from './comparisons/concentrations.js';
import { localityComparisons } from './comparisons/localities.js';
import type { AnalysisInput } from './input.js';
import type { AnalysisResult, Observation } from './model.js';
import { observationsOf } from './observations.js';
import { peopleOf } from './people.js';
import { buildCube } from './planner/cube.js';
import { type Workbench, workbenchOf } from './planner/workbench.js';
import { knownTo } from './quality/knownTo.js';
import { lateness } from './quality/lateness.js';
import { linkage, overlapObservations } from './quality/overlap.js';
import { brokenSeries, completeness, duplicates, timeliness } from './quality/rows.js';

/** Indicators whose episodes are spread unevenly over children, and said so. */
const CONCENTRATED = new Set(['M01']);

/**
 * Computes every indicator of the catalogue over the whole history, compares the newest half-year with the year before and
 * localities with the rest of the area, and judges the data. The order of the tables does not matter; the same input gives the
 * same result to the last digit.
 * @throws RangeError when the half-years have a gap
 */
export function analyse(input: AnalysisInput): AnalysisResult {
  const bench = workbenchOf(input);
  const breaks = new Breaks(bench, input.breaks);
  const availabilities = new Availabilities(bench, input);
  const cube = buildCube(bench, catalogue);
  checkCube(cube);
  const counted = observationsOf(bench, cube, input.populations, input.startMonth, availabilities, breaks);
  const find = totalsBy(counted, bench);
  return {
    periods: input.periods,
    period: input.period,
    observations: [...counted, ...judged(bench, input, breaks)],
    statements: [
      ...changes(bench, catalogue, availabilities, breaks, find),
      ...localityComparisons(bench, catalogue, find),
    ],
    concentrations: catalogue
      .filter(({ id }) => CONCENTRATED.has(id))
      .flatMap((indicator) => concentrations(bench, indicator, find)),
    returns: input.returns,
    people: peopleOf(input),
  };
}

function judged(bench: Workbench, input: AnalysisInput, breaks: Breaks): Observation[] {
  const known = knownTo(bench);
  return [
    ...overlapObservations(bench, known, input.returns),
    ...completeness(bench, input),
    ...timeliness(bench, input),
    ...lateness(bench, input),
    ...linkage(bench, known),
    ...duplicates(bench, input),
    ...brokenSeries(bench, input, breaks),
  ];
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

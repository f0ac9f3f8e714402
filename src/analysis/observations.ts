import * as aq from 'arquero';
import type { AgeBand, Populations } from '../reference/populations.js';
import type { Availabilities } from './availability.js';
import type { Breaks } from './breaks.js';
import { estimate, NO_ESTIMATE } from './intervals.js';
import type { Observation } from './model.js';
import type { CubeLine } from './planner/cube.js';
import type { Workbench } from './planner/workbench.js';

/** Where fewer than this share of answers are known, the figure is not published (counting rule 5). */
const LEAST_KNOWN = 0.6;

const TOO_LITTLE_KNOWN = {
  symbol: 'x',
  reason: 'Recorded for fewer than 60 in 100, too few for a fair picture.',
} as const;

const NO_RESIDENTS = { symbol: 'x', reason: 'No estimate of residents for this half-year.' } as const;

interface Row {
  readonly line: number;
  readonly population: number | null | undefined;
}

/**
 * Turns the cube into observations: joins residents, works out figures and ranges, marks what cannot be given, and puts all in the
 * order of catalogue, half-year, locality and category.
 */
export function observationsOf(
  bench: Workbench,
  lines: readonly CubeLine[],
  populations: Populations,
  startMonth: number,
  availabilities: Availabilities,
  breaks: Breaks,
): Observation[] {
  const agesOf = lines.map(({ indicator: { measure } }) => (measure.kind === 'rate' ? measure.ages : ''));
  const cube = aq.table({
    line: lines.map((_, i) => i),
    area: lines.map(({ area }) => area),
    place: lines.map(({ place }) => place),
    ages: agesOf,
  });
  const joined = cube
    .join_left(residents(bench, populations, startMonth, new Set(agesOf)), [
      ['area', 'place', 'ages'],
      ['area', 'place', 'ages'],
    ])
    .orderby(aq.escape((row: Row) => row.line));
  const population = joined.array('population');
  const at = joined.array('line');
  return Array.from(at, (line, i) => {
    const found = lines[Number(line)];
    if (found === undefined) throw new Error('A line of the cube was lost in the join.');
    const residentsThere = population[i];
    return observation(
      bench,
      found,
      typeof residentsThere === 'number' ? residentsThere : null,
      availabilities,
      breaks,
    );
  });
}

/** Residents by locality, half-year and age group, for those age groups that rates ask for. */
function residents(
  bench: Workbench,
  populations: Populations,
  startMonth: number,
  wanted: ReadonlySet<string>,
) {
  const rows: { area: number; place: number; ages: AgeBand; population: number }[] = [];
  for (const ages of AGE_GROUPS) {
    if (!wanted.has(ages)) continue;
    bench.localities.forEach((area, areaPlace) => {
      bench.history.periods.forEach((period, place) => {
        const found = populations.population({ area, period, ages, startMonth });
        if (found !== null) rows.push({ area: areaPlace, place, ages, population: found.population });
      });
    });
  }
  return aq.table({
    area: rows.map((row) => row.area),
    place: rows.map((row) => row.place),
    ages: rows.map((row) => row.ages),
    population: rows.map((row) => row.population),
  });
}

const AGE_GROUPS: readonly AgeBand[] = ['0-17', '10-17', '0-9', '10-13', '14-15', '16-17'];

function observation(
  bench: Workbench,
  line: CubeLine,
  population: number | null,
  availabilities: Availabilities,
  breaks: Breaks,
): Observation {
  const { indicator } = line;
  const rate = indicator.measure.kind === 'rate';
  const area = bench.localities[line.area];
  const period = bench.history.periods[line.place];
  if (area === undefined || period === undefined) throw new RangeError('A cell of the cube lies outside it.');
  const availability = availabilities.of(indicator, line.area, line.place);
  const missing = availability.missing ?? shortfall(line, population);
  const found = missing === null ? estimate(line, population) : NO_ESTIMATE;
  // A range of chance around a figure that is too low for another reason would promise what it cannot hold.
  const bounded = availabilities.isLowerBound(indicator);
  return {
    indicator: indicator.id,
    area,
    period,
    breakdown: line.breakdown,
    category: line.category,
    numerator: missing === null ? line.numerator : null,
    denominator: missing !== null ? null : rate ? population : line.denominator,
    populationBase: rate,
    value: found.value,
    lower: bounded ? null : found.lower,
    upper: bounded ? null : found.upper,
    method: found.method,
    people: missing === null ? line.people : null,
    ...(missing === null && line.largest !== null ? { largest: line.largest } : {}),
    unknown: missing === null ? line.unknown : null,
    numeratorKey: line.numeratorKey,
    denominatorKey: line.denominatorKey,
    missing,
    provisional: availability.provisional,
    breakBefore: breaks.startsIn(indicator, line.area, line.place),
  };
}

/** What the counts themselves say against giving a figure. */
function shortfall(line: CubeLine, population: number | null): Observation['missing'] {
  if (line.indicator.measure.kind === 'rate' && population === null) return NO_RESIDENTS;
  return tooLittleKnown(line) ? TOO_LITTLE_KNOWN : null;
}

/** Applies to shares and profiles: a share of few known answers is not a picture of all. */
function tooLittleKnown({ indicator, denominator, unknown }: CubeLine): boolean {
  const { kind } = indicator.measure;
  if ((kind !== 'share' && kind !== 'profile') || denominator === null || unknown === null) return false;
  const all = denominator + unknown;
  return all > 0 && denominator / all < LEAST_KNOWN;
}

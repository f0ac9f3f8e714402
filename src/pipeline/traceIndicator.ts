import { catalogue } from '../analysis/catalogue/index.js';
import { atGrain } from '../analysis/grains.js';
import type { Trace } from '../analysis/trace/model.js';
import { trace } from '../analysis/trace/trace.js';
import { loadAreas } from '../reference/areas.js';
import type { AreaCode, PeriodId } from '../reference/brands.js';
import { type Grain, grainOf, periodsWithin } from '../reference/calendar.js';
import { KnownError } from '../reference/knownError.js';
import { nearest } from '../reference/spelling.js';
import { analysisInput, reportPeriods } from './analysisInput.js';
import { ingestInto } from './ingestWorkspace.js';
import { Stopwatch } from './progress.js';
import type { RunContext } from './runContext.js';

export interface TraceOptions extends RunContext {
  readonly indicator: string;
  /** Code or name of a place; the whole area by default. */
  readonly area?: string;
  /** Half-year, quarter or month; the newest half-year by default. */
  readonly period?: string;
}

function folded(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

/** @throws KnownError (exit 2) with the nearest guess */
function areaNamed(named: string | undefined): AreaCode {
  const areas = loadAreas();
  if (named === undefined) return areas.pan;
  const found =
    areas.all.find((code) => code === named) ??
    [...areas.districts, ...areas.all].find((code) => folded(areas.get(code).name) === folded(named)) ??
    areas.findDistrict(named);
  if (found !== undefined) return found;
  const guess = nearest(
    named,
    areas.all.map((code) => areas.get(code).name),
  );
  throw new KnownError(
    2,
    `"${named}" is no place that the report knows.`,
    guess === undefined
      ? 'Give a district, a board or an area code, such as Burnley or LSCB-BPL.'
      : `Did you mean ${guess}?`,
  );
}

/** @throws KnownError (exit 2) for a period that the extracts do not reach */
function periodNamed(
  halfYears: readonly PeriodId[],
  startMonth: number,
  named: string | undefined,
): { readonly period: PeriodId; readonly grain: Grain } {
  const known = (['half-year', 'quarter', 'month'] as const).flatMap((grain) =>
    grain === 'half-year' ? halfYears : periodsWithin(halfYears, grain, startMonth),
  );
  const period = named === undefined ? halfYears.at(-1) : known.find((id) => id === named);
  if (period !== undefined) return { period, grain: grainOf(period) };
  throw new KnownError(
    2,
    `The extracts do not reach to "${named ?? ''}".`,
    `Give a half-year such as ${halfYears.at(-1) ?? '2018-H1'}, a quarter of the reporting year such as 2018-Q2, or a month such as 2018-09.`,
  );
}

/**
 * `profile trace`: which rows went into a figure and which rule kept the others out.
 * @throws KnownError for an indicator, place, period, workspace, key or store that cannot be used
 */
export async function traceIndicator(options: TraceOptions): Promise<Trace> {
  const indicator = catalogue.find(({ id }) => id === options.indicator.toUpperCase());
  if (indicator === undefined) {
    const guess = nearest(
      options.indicator.toUpperCase(),
      catalogue.map(({ id }) => id),
    );
    throw new KnownError(
      2,
      `There is no indicator called "${options.indicator}".`,
      guess === undefined ? 'docs/indicators.md lists them all.' : `Did you mean ${guess}?`,
    );
  }
  const area = areaNamed(options.area);
  const { workspace, stage } = await ingestInto(options, new Stopwatch(options.now));
  if (stage.stopped.length > 0) {
    throw new KnownError(
      1,
      'An extract cannot be used, so there is nothing to trace.',
      'Run `profile validate` to see which, and why.',
    );
  }
  const halfYears = reportPeriods(workspace, undefined);
  const { startMonth } = workspace.config;
  const { period, grain } = periodNamed(halfYears, startMonth, options.period);
  const input = analysisInput(workspace, stage, halfYears);
  return trace(grain === 'half-year' ? input : atGrain(input, grain), indicator, area, period);
}

import type { PeriodId } from '../reference/brands.js';
import { catalogue } from './catalogue/index.js';
import type { AnalysisInput } from './input.js';
import { needsOf } from './needs.js';
import { buildCube } from './planner/cube.js';
import { workbenchOf } from './planner/workbench.js';
import type { Counted, RevisionRecord } from './revisionRecord.js';

/** Counts that a partnership is held to, children before events. */
export const HEADLINES = ['S01', 'S03', 'S07', 'M02', 'M01', 'O01', 'P01', 'I01', 'D00'] as const;

/** Half-years before the newest whose figures are followed. */
const FOLLOWED = 4;

/**
 * How the headline counts of the last four half-years have changed as late and corrected rows came in: each counted from the files of its own
 * half-year and before, from those up to the last release, and from all. Files are taken as they are now; what an extract said before
 * it was sent again is in the store's history and not in here.
 */
export function revisions(input: AnalysisInput): readonly RevisionRecord[] {
  const { periods } = input;
  const earlier = periods.slice(-1 - FOLLOWED, -1);
  const last = earlier.at(-1);
  if (last === undefined) return [];
  const wanted = catalogue
    .filter(({ id }) => (HEADLINES as readonly string[]).includes(id))
    .map((indicator) => ({ ...indicator, breakdowns: [] }));
  const extracts = new Set(wanted.flatMap((indicator) => needsOf(indicator).map(({ extract }) => extract)));
  const tables = input.tables.filter(({ extract }) => extracts.has(extract));
  const totalsAt = (release: PeriodId): ReadonlyMap<string, Counted> => {
    const upTo = periods.filter((period) => period <= release);
    const bench = workbenchOf({
      ...input,
      tables: tables.filter(({ period }) => period <= release),
      periods: upTo,
      period: release,
    });
    const pan = bench.localities.indexOf(bench.areas.pan);
    return new Map(
      buildCube(bench, wanted).flatMap((line) =>
        line.area === pan && line.breakdown === 'total'
          ? [
              [
                `${line.indicator.id} ${upTo[line.place]}`,
                { count: line.numerator, people: line.people },
              ] as const,
            ]
          : [],
      ),
    );
  };
  const releases = new Map([...earlier, input.period].map((release) => [release, totalsAt(release)]));
  const at = (release: PeriodId, indicator: string, period: PeriodId): Counted =>
    releases.get(release)?.get(`${indicator} ${period}`) ?? { count: 0, people: null };
  return HEADLINES.flatMap((indicator) =>
    earlier.map((period) => ({
      indicator,
      period,
      first: at(period, indicator, period),
      last: at(last, indicator, period),
      now: at(input.period, indicator, period),
    })),
  );
}

import type { AreaCode } from '../../reference/brands.js';
import type { Indicator } from '../catalogue/record.js';
import { FEWEST } from '../gate/changes.js';
import { judgePlaces, type PlaceAndRest } from '../gate/localities.js';
import type { Observation, StatementRecord } from '../model.js';
import type { Workbench } from '../planner/workbench.js';
import type { FindTotal } from './changes.js';
import { blankStatement, finite, refused } from './statement.js';

const DAYS_A_YEAR = 365;

/** When the place of more than this share of what is counted is not known, places are not compared. */
const MOST_UNPLACED = 0.1;

interface Compared extends PlaceAndRest {
  readonly area: AreaCode;
}

/**
 * Every district, and every board, against the rest of the partnership area, for the newest half-year: rates of people or offences
 * only. First whether there is any difference at all; then each place, adjusted for having looked at all of them.
 * The area's count less the place's own is the rest, so that nobody is on both sides.
 */
export function localityComparisons(
  bench: Workbench,
  indicators: readonly Indicator[],
  find: FindTotal,
): StatementRecord[] {
  return indicators
    .filter(({ comparesLocalities }) => comparesLocalities)
    .flatMap((indicator) => [
      ...compareLevel(bench, indicator, 'districts', bench.areas.districts, find),
      ...compareLevel(bench, indicator, 'boards', bench.areas.boards, find),
    ]);
}

function compareLevel(
  bench: Workbench,
  indicator: Indicator,
  level: string,
  areas: readonly AreaCode[],
  find: FindTotal,
): StatementRecord[] {
  const place = bench.history.periods.length - 1;
  const period = bench.history.periods[place];
  const whole = find(indicator.id, bench.areas.pan, place);
  if (period === undefined || whole === undefined) return [];
  const years = (bench.history.days[place] ?? 0) / DAYS_A_YEAR;
  const unplaced = unplacedShare(bench, indicator, place, find);
  const compared: Compared[] = [];
  const statements: StatementRecord[] = [];
  for (const area of areas) {
    const blank = blankStatement('locality', indicator, area, period, null);
    const own = find(indicator.id, area, place);
    if (
      own === undefined ||
      own.missing !== null ||
      own.provisional ||
      whole.missing !== null ||
      whole.provisional
    ) {
      statements.push(
        refused(blank, 'not comparable', 'Part period: an extract for the half-year is not complete.'),
      );
      continue;
    }
    if (unplaced > MOST_UNPLACED) {
      statements.push(
        refused(
          blank,
          'not comparable',
          'For more than a tenth of what is counted the district is not known.',
        ),
      );
      continue;
    }
    const found = against(area, own, whole, years);
    if (found.own + found.rest < FEWEST) {
      statements.push(
        refused(blank, 'too few to say', 'Fewer than ten in the whole area.', {
          n1: found.rest,
          n2: found.own,
        }),
      );
      continue;
    }
    compared.push(found);
  }
  const family = `${indicator.id}|${period}|${level}`;
  return [...statements, ...judge(bench, indicator, compared, family)];
}

/** Share of the whole area's count that no district has; children in two districts make it too small, never too large. */
function unplacedShare(bench: Workbench, indicator: Indicator, place: number, find: FindTotal): number {
  const count = (area: AreaCode): number => find(indicator.id, area, place)?.numerator ?? 0;
  const whole = count(bench.areas.pan);
  const placed = bench.areas.districts.reduce((sum, district) => sum + count(district), 0);
  return whole === 0 ? 0 : Math.max(0, whole - placed) / whole;
}

function against(area: AreaCode, own: Observation, whole: Observation, years: number): Compared {
  const n2 = own.numerator ?? 0;
  const n1 = (whole.numerator ?? 0) - n2;
  const exposure2 = (own.denominator ?? 0) * years;
  const exposure1 = (whole.denominator ?? 0) * years - exposure2;
  return { area, own: n2, rest: n1, years: exposure2, restYears: exposure1 };
}

function judge(
  bench: Workbench,
  indicator: Indicator,
  compared: readonly Compared[],
  family: string,
): StatementRecord[] {
  if (compared.length < 2) return [];
  const { alike, places } = judgePlaces(compared);
  const place = bench.history.periods.length - 1;
  return compared.flatMap(({ area, own, rest, years, restYears }, i): StatementRecord[] => {
    const period = bench.history.periods[place];
    const judged = places[i];
    if (period === undefined || judged === undefined) return [];
    const { comparison, pAdjusted, verdict, clearly } = judged;
    return [
      {
        ...blankStatement('locality', indicator, area, period, null),
        n1: rest,
        n2: own,
        exposure1: restYears,
        exposure2: years,
        method: 'rest-of-area',
        estimate: finite(comparison.ratio),
        lower: finite(comparison.lower95),
        upper: finite(comparison.upper95),
        p: comparison.midp,
        pAdjusted,
        family: alike ? `${family}|no clear differences` : family,
        verdict,
        clearly,
        refusal: null,
      },
    ];
  });
}

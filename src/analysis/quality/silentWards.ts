import type { AreaCode } from '../../reference/brands.js';
import { loadWards, type Ward } from '../../reference/wards.js';
import { offences } from '../catalogue/tallies.js';
import type { FindTotal } from '../comparisons/changes.js';
import type { Observation } from '../model.js';
import { rowTest } from '../planner/filters.js';
import type { Workbench } from '../planner/workbench.js';
import { shareObservation } from './record.js';

/** Below it, silence is what one would expect and the number of wards would say how many offences there were. */
const LEAST_IN_A_HALF_YEAR = 10;
const LEAST_WITH_WARD = 20;

/**
 * L08: wards without a recorded offence in the two half-years that end with this one, for the whole area, the boards and the
 * districts. Wards are those of the boundaries on which the half-year's offences are recorded.
 */
export function silentWards(bench: Workbench, find: FindTotal): Observation[] {
  const { dictionary, index } = bench.frame(offences.extract).code('ward');
  const holds = rowTest(bench, offences.extract, offences.where);
  const when = bench.period(offences.extract, 'recorded_at');
  const byCode = new Map(loadWards().map((ward) => [ward.code, ward]));
  const wardOfEntry = dictionary.map((code) => byCode.get(code));
  return bench.history.periods.flatMap((period, place) => {
    if (place === 0) return [];
    const heard: Ward[] = [];
    when.forEach((found, row) => {
      const ward = wardOfEntry[index[row] ?? -1];
      if (ward !== undefined && (found === place || found === place - 1) && holds(row)) heard.push(ward);
    });
    const wards = loadWards().filter(boundariesOf(heard));
    return places(bench).flatMap((area) => {
      const within = new Set<string>(bench.areas.districtsOf(area));
      const own = heard.filter(({ district }) => within.has(district));
      const all = wards.filter(({ district }) => within.has(district));
      const enough = [place - 1, place].every(
        (at) => (find('O01', area, at)?.numerator ?? 0) >= LEAST_IN_A_HALF_YEAR,
      );
      if (!enough || own.length < LEAST_WITH_WARD) return [];
      const heardFrom = new Set(own.map(({ code }) => code));
      return [
        shareObservation({
          indicator: 'L08',
          area,
          period,
          breakdown: 'total',
          category: 'all',
          numerator: all.filter(({ code }) => !heardFrom.has(code)).length,
          denominator: all.length,
          people: false,
          numeratorKey: 'L08 part',
          denominatorKey: 'L08 whole',
        }),
      ];
    });
  });
}

function places({ areas }: Workbench): readonly AreaCode[] {
  return [areas.pan, ...areas.boards, ...areas.districts];
}

/** The set of boundaries, old or new, that most of the recorded codes belong to. */
function boundariesOf(heard: readonly Ward[]): (ward: Ward) => boolean {
  const old = heard.filter(({ before, after }) => before && !after).length;
  const redrawn = heard.filter(({ before, after }) => after && !before).length;
  return old > redrawn ? ({ before }) => before : ({ after }) => after;
}

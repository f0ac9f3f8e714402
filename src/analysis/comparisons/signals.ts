import type { Breaks } from '../breaks.js';
import type { Indicator } from '../catalogue/record.js';
import { judgeMonths } from '../gate/signals.js';
import type { StatementRecord } from '../model.js';
import type { Workbench } from '../planner/workbench.js';
import type { FindTotal } from './changes.js';
import { countedAlike } from './series.js';
import { blankStatement, finite, refused } from './statement.js';

/**
 * The newest month of every count against its own usual range since counting last changed, at pan-Lancashire, the boards and the districts. Only where the periods are months.
 */
export function signalStatements(
  bench: Workbench,
  indicators: readonly Indicator[],
  breaks: Breaks,
  find: FindTotal,
): StatementRecord[] {
  if (bench.history.grain !== 'month') return [];
  return indicators
    .filter(({ measure }) => measure.kind === 'count')
    .flatMap((indicator) =>
      bench.localities.flatMap((area, areaPlace) => {
        const { level } = bench.areas.get(area);
        if (level !== 'pan' && level !== 'board' && level !== 'district') return [];
        const places = countedAlike(bench, indicator, area, areaPlace, breaks, find);
        const [first, period] = [bench.history.periods[places[0] ?? -1], bench.history.periods.at(-1)];
        if (first === undefined || period === undefined) return [];
        const counts = places.map((place) => find(indicator.id, area, place)?.numerator ?? 0);
        const blank = {
          ...blankStatement('signal', indicator, area, period, first),
          id: `${indicator.id}|${area}|${period}|signal|${first}`,
        };
        const found = judgeMonths(
          counts,
          places.map((place) => bench.history.days[place] ?? 0),
        );
        const record = refused(blank, found.verdict, found.refusal ?? '', {
          n1: null,
          n2: counts.at(-1) ?? 0,
        });
        if (found.refusal !== null || found.chart === 'none') return [record];
        return [
          {
            ...record,
            refusal: null,
            method: found.chart,
            estimate: finite(found.centre ?? Number.NaN),
            lower: found.lower,
            upper: found.upper,
          },
        ];
      }),
    );
}

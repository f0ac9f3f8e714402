import type { AnalysisInput } from '../input.js';
import type { Observation } from '../model.js';
import type { Workbench } from '../planner/workbench.js';
import { CHILD_RECORDS } from './knownTo.js';
import { shareObservation } from './record.js';

/**
 * Q07: children of each extract whose records of the half-year carry a number by which they can be matched. None when it is not known
 * which do.
 */
export function numbered(bench: Workbench, { numbered: known }: AnalysisInput): Observation[] {
  if (known === undefined) return [];
  return CHILD_RECORDS.flatMap(({ extract, by }) => {
    const { dictionary, index } = bench.frame(extract).code('person');
    const child = bench.person(extract);
    const when = bench.period(extract, by);
    const hasNumber = dictionary.map((pseudonym) => known.has(pseudonym));
    return bench.history.periods.flatMap((period, place) => {
      const all = new Set<number>();
      const withNumber = new Set<number>();
      when.forEach((found, row) => {
        const who = child[row] ?? -1;
        if (found !== place || who < 0) return;
        all.add(who);
        if (hasNumber[index[row] ?? -1] === true) withNumber.add(who);
      });
      return all.size === 0
        ? []
        : [
            shareObservation({
              indicator: 'Q07',
              area: bench.areas.pan,
              period,
              breakdown: 'extract',
              category: extract,
              numerator: withNumber.size,
              denominator: all.size,
              people: true,
              numeratorKey: 'Q07 children with a number',
              denominatorKey: `Q07 children in ${extract}`,
            }),
          ];
    });
  });
}

import type { AreaCode } from '../../reference/brands.js';
import type { Availabilities } from '../availability.js';
import type { Breaks } from '../breaks.js';
import type { Indicator } from '../catalogue/record.js';
import { judgeCounts, judgeShares } from '../gate/changes.js';
import type { Observation, StatementRecord } from '../model.js';
import { talliesOf } from '../needs.js';
import type { Workbench } from '../planner/workbench.js';
import { matched, type Paired, pairedEvents } from './pairs.js';
import { blankStatement, finite, refused } from './statement.js';

/** Finds the total observation of an indicator at a locality and half-year. */
export type FindTotal = (indicator: string, area: AreaCode, place: number) => Observation | undefined;

/** By how much the numerator of a total that is given differs from what was counted, by places of the locality and the half-year. */
export type Differs = (indicator: string, area: number, place: number) => number;

const NOWHERE: Differs = () => 0;

/**
 * The change of every indicator that may be compared, since the same half-year of the year before, for the newest half-year:
 * at pan-Lancashire, the boards and the districts. Each statement passes the gate, in its order.
 * @param differs where other numbers are given than were counted; nowhere by default
 */
export function changes(
  bench: Workbench,
  indicators: readonly Indicator[],
  availabilities: Availabilities,
  breaks: Breaks,
  find: FindTotal,
  differs: Differs = NOWHERE,
): StatementRecord[] {
  const later = bench.history.periods.length - 1;
  const earlier = later - bench.history.perYear;
  return indicators
    .filter((indicator) => indicator.change !== 'none')
    .flatMap((indicator) => {
      const paired = earlier < 0 ? null : pairsFor(bench, indicator, earlier, later);
      return bench.localities.flatMap((area, place) => {
        if (!['pan', 'board', 'cpb', 'district'].includes(bench.areas.get(area).level)) return [];
        const incomparable = incomparability(indicator, place, [earlier, later], availabilities, breaks);
        const pairs = (): Paired | undefined => {
          const by = {
            before: differs(indicator.id, place, earlier),
            after: differs(indicator.id, place, later),
          };
          const people = paired?.(place);
          const counted = indicator.change === 'paired-people' ? 'people' : 'events';
          return people === undefined ? undefined : matched(people, by, counted);
        };
        const record = change(bench, indicator, place, [earlier, later], incomparable, find, pairs);
        return record === null ? [] : [record];
      });
    });
}

/** Why two half-years may not be compared whatever their numbers are, or null. */
function incomparability(
  indicator: Indicator,
  area: number,
  [earlier, later]: readonly [number, number],
  availabilities: Availabilities,
  breaks: Breaks,
): string | null {
  if (breaks.between(indicator, area, earlier, later)) {
    return 'The definition or the recording changed between the two half-years.';
  }
  return availabilities.isLowerBound(indicator)
    ? 'How many children could be linked between agencies may differ between the two half-years.'
    : null;
}

function pairsFor(
  bench: Workbench,
  indicator: Indicator,
  earlier: number,
  later: number,
): ((area: number) => Paired) | null {
  const [tally] = talliesOf(indicator.measure);
  if (tally === undefined || (indicator.change !== 'paired-people' && indicator.change !== 'period-swap'))
    return null;
  return pairedEvents(bench, tally, earlier, later);
}

function change(
  bench: Workbench,
  indicator: Indicator,
  place: number,
  [earlier, later]: readonly [number, number],
  incomparable: string | null,
  find: FindTotal,
  pairs: () => Paired | undefined,
): StatementRecord | null {
  const area = bench.localities[place];
  const period = bench.history.periods[later];
  const before = bench.history.periods[earlier];
  if (area === undefined || period === undefined || before === undefined) return null;
  const now = find(indicator.id, area, later);
  if (now === undefined || now.missing?.symbol === 'z') return null;
  const blank = blankStatement('change', indicator, area, period, before);
  const then = find(indicator.id, area, earlier);
  if (incomparable !== null) return refused(blank, 'not comparable', incomparable);
  if (then === undefined || then.missing !== null || now.missing !== null) {
    const reason = now.missing?.reason ?? then?.missing?.reason ?? 'There is no earlier figure.';
    return refused(blank, 'not comparable', reason);
  }
  if (then.provisional || now.provisional) {
    return refused(
      blank,
      'not comparable',
      'Part period: an extract for one of the two half-years is not complete.',
    );
  }
  if (indicator.change === 'newcombe') return shareChange(blank, indicator, then, now);

  const counts = { n1: then.numerator ?? 0, n2: now.numerator ?? 0 };
  const days = { before: bench.history.days[earlier] ?? 0, after: bench.history.days[later] ?? 0 };
  const judged = judgeCounts(indicator.change, counts, days, pairs());
  if (judged.refusal !== null) return refused(blank, judged.verdict, judged.refusal, counts);
  return {
    ...blank,
    ...counts,
    exposure1: days.before,
    exposure2: days.after,
    ...judged,
    method: indicator.change,
    estimate: judged.estimate === null ? null : finite(judged.estimate),
    lower: judged.lower === null ? null : finite(judged.lower),
    upper: judged.upper === null ? null : finite(judged.upper),
  };
}

function shareChange(
  blank: ReturnType<typeof blankStatement>,
  indicator: Indicator,
  then: Observation,
  now: Observation,
): StatementRecord {
  const [x1, n1, x2, n2] = [
    then.numerator ?? 0,
    then.denominator ?? 0,
    now.numerator ?? 0,
    now.denominator ?? 0,
  ];
  const judged = judgeShares({ part: x1, whole: n1 }, { part: x2, whole: n2 }, indicator.minimumBase);
  if (judged.refusal !== null) return refused(blank, judged.verdict, judged.refusal, { n1: x1, n2: x2 });
  return { ...blank, n1: x1, n2: x2, exposure1: n1, exposure2: n2, ...judged, method: 'newcombe' };
}

import type { AreaCode } from '../../reference/brands.js';
import { episodeChange } from '../../statistics/episodeChange.js';
import { pairedPeople } from '../../statistics/pairedPeople.js';
import { newcombe } from '../../statistics/proportions.js';
import { rateRatio } from '../../statistics/rateRatio.js';
import type { RatioVerdict } from '../../statistics/verdict.js';
import type { Availabilities } from '../availability.js';
import type { Breaks } from '../breaks.js';
import type { Indicator } from '../catalogue/record.js';
import type { Observation, StatementRecord } from '../model.js';
import { talliesOf } from '../needs.js';
import type { Workbench } from '../planner/workbench.js';
import { type Paired, pairedEvents } from './pairs.js';
import { blankStatement, FEWEST, finite, LEAST_CHANGE, refused } from './statement.js';

/** Confidence behind "clearly". */
const CLEAR = 0.998;

/** Points of percentage within which a difference of shares counts as ruled out. */
const POINTS = 10;

/** Finds the total observation of an indicator at a locality and half-year. */
export type FindTotal = (indicator: string, area: AreaCode, place: number) => Observation | undefined;

/**
 * The change of every indicator that may be compared, since the same half-year of the year before, for the newest half-year:
 * at pan-Lancashire, the boards and the districts. Each statement passes the gate of the statistics note (1.0), in its order.
 */
export function changes(
  bench: Workbench,
  indicators: readonly Indicator[],
  availabilities: Availabilities,
  breaks: Breaks,
  find: FindTotal,
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
        const record = change(bench, indicator, place, [earlier, later], incomparable, find, () =>
          paired?.(place),
        );
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
  if (counts.n1 + counts.n2 < FEWEST)
    return refused(blank, 'too few to say', 'Fewer than ten in both together.', counts);
  const days = { exposure1: bench.history.days[earlier] ?? 0, exposure2: bench.history.days[later] ?? 0 };
  const found = countChange(indicator, counts, days, pairs());
  if (found === null)
    return refused(blank, 'not comparable', 'The records do not name the children.', counts);
  return {
    ...blank,
    ...counts,
    ...days,
    method: indicator.change,
    estimate: finite(found.ratio),
    lower: finite(found.lower95),
    upper: finite(found.upper95),
    p: found.midp,
    ...largeEnough(found, counts),
    refusal: null,
  };
}

interface CountChange {
  readonly ratio: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly midp: number;
  readonly verdict: RatioVerdict;
  readonly clearly: boolean;
}

function countChange(
  indicator: Indicator,
  { n1, n2 }: { readonly n1: number; readonly n2: number },
  days: { readonly exposure1: number; readonly exposure2: number },
  pairs: Paired | undefined,
): CountChange | null {
  if (indicator.change === 'mid-p') {
    return rateRatio({
      before: n1,
      after: n2,
      exposureBefore: days.exposure1,
      exposureAfter: days.exposure2,
    });
  }
  if (pairs === undefined) return null;
  if (indicator.change === 'period-swap') return episodeChange(pairs.before, pairs.after);
  const seen = (counts: readonly number[], others: readonly number[], both: boolean): number =>
    counts.filter((count, i) => count > 0 && (others[i] ?? 0) > 0 === both).length;
  return pairedPeople({
    onlyBefore: seen(pairs.before, pairs.after, false),
    onlyAfter: seen(pairs.after, pairs.before, false),
    both: seen(pairs.before, pairs.after, true),
  });
}

/** A direction needs a change of ten or more as well; without it, what the range rules out decides. */
function largeEnough(
  { verdict, clearly, lower95, upper95 }: CountChange,
  { n1, n2 }: { readonly n1: number; readonly n2: number },
): Pick<StatementRecord, 'verdict' | 'clearly'> {
  if ((verdict === 'higher' || verdict === 'lower') && Math.abs(n2 - n1) < LEAST_CHANGE) {
    return { verdict: lower95 > 0.5 && upper95 < 2 ? 'no clear change' : 'too few to say', clearly: false };
  }
  return { verdict, clearly };
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
  if (Math.min(n1, n2) < indicator.minimumBase) {
    return refused(
      blank,
      'too few to say',
      `Fewer than ${indicator.minimumBase} in one of the two half-years.`,
      { n1: x1, n2: x2 },
    );
  }
  const likely = newcombe(x2, n2, x1, n1);
  const clear = newcombe(x2, n2, x1, n1, CLEAR);
  const direction = likely.lower > 0 ? 'higher' : likely.upper < 0 ? 'lower' : null;
  const narrow = Math.max(Math.abs(likely.lower), Math.abs(likely.upper)) * 100 < POINTS;
  return {
    ...blank,
    n1: x1,
    n2: x2,
    exposure1: n1,
    exposure2: n2,
    method: 'newcombe',
    estimate: likely.difference * 100,
    lower: likely.lower * 100,
    upper: likely.upper * 100,
    verdict: direction ?? (narrow ? 'no clear change' : 'too few to say'),
    clearly: direction !== null && (clear.lower > 0 || clear.upper < 0),
    refusal: null,
  };
}

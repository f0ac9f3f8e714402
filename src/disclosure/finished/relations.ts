import { findIndicator } from '../../analysis/catalogue/index.js';
import type { CountingUnit } from '../../analysis/model.js';
import type { PeriodId } from '../../reference/brands.js';
import { type Grain, grainOf, periodOfDay, periodSpan, periodsBetween } from '../../reference/calendar.js';
import { type LocalityTree, localityRelations } from '../localities.js';
import { countId, type PrintedCount, type PrintedPlace } from './figures.js';

/** What a reader may take to hold between a count and the counts of its parts. */
export type Bond =
  /** The parts together are the total. */
  | 'equal'
  /** They are not more: rows without a place are in the total alone. */
  | 'at most'
  /** One may be counted in two parts: each is not more than the total, and the total not more than all together. */
  | 'shared'
  /** Each is not more than the total; nothing else is certain. */
  | 'each';

export interface PrintedRelation {
  readonly total: PrintedCount;
  readonly parts: readonly PrintedCount[];
  /** Whether all parts that there are stand in the files. */
  readonly complete: boolean;
  /** Same for all sums of one kind: it is settled for all of them at once. */
  readonly family: string;
}

/** Units of which one may be counted in two places or periods. */
const OF_PEOPLE: ReadonlySet<CountingUnit> = new Set([
  'children',
  'victims',
  'suspects',
  'people',
  'pairs',
  'groups',
]);

/** Counts of what is open at the end of a period (`src/analysis/planner/keys.ts` names them so). */
const AT_THE_END = / by open /;

/** Every sum over localities, periods and categories of which the total and a part stand in the files. */
export function printedRelations(
  counts: ReadonlyMap<string, PrintedCount>,
  tree: LocalityTree,
  startMonth: number,
): readonly PrintedRelation[] {
  const found: PrintedRelation[] = [];
  const { sums, same } = localityRelations(tree);
  const areaSums = [...sums, ...same.map(([total, part]) => ({ total, parts: [part] }))];
  const put = (total: PrintedCount, parts: readonly (PrintedCount | undefined)[], family: string): void => {
    const there = parts.filter((part) => part !== undefined);
    if (there.length > 0)
      found.push({ total, parts: there, complete: there.length === parts.length, family });
  };
  const categories = new Map<string, { total: PrintedCount; parts: PrintedCount[]; family: string }>();
  for (const count of counts.values()) {
    const { key, place } = count;
    const at = (other: Partial<PrintedPlace>): PrintedCount | undefined =>
      counts.get(countId(key, { ...place, ...other }));
    for (const { total, parts } of areaSums)
      if (total === place.area)
        put(
          count,
          parts.map((area) => at({ area })),
          `${key} by area`,
        );
    for (const [grain, periods] of finerPeriods(place.period as PeriodId, startMonth)) {
      // Of what is open at the end of a period the last part is the whole.
      const parts = AT_THE_END.test(key) ? periods.slice(-1) : periods;
      put(
        count,
        parts.map((period) => at({ period })),
        `${key} by ${grain}`,
      );
    }
    if (place.breakdown === 'total') continue;
    const total = at({ breakdown: 'total', category: 'all' });
    if (total === undefined) continue;
    const id = `${key}|${place.area}|${place.period}|${place.breakdown}`;
    const sum = categories.get(id) ?? { total, parts: [], family: `${key} by ${place.breakdown}` };
    categories.set(id, sum);
    sum.parts.push(count);
  }
  // How many categories there are is not written anywhere: as many as the fullest split of the kind has.
  const most = new Map<string, number>();
  for (const { parts, family } of categories.values())
    most.set(family, Math.max(most.get(family) ?? 0, parts.length));
  for (const { total, parts, family } of categories.values())
    found.push({ total, parts, family, complete: parts.length === most.get(family) });
  return found;
}

/** The quarters and the months of a half-year, the months of a quarter. */
function finerPeriods(
  period: PeriodId,
  startMonth: number,
): readonly (readonly [Grain, readonly PeriodId[]])[] {
  const grain = grainOf(period);
  if (grain === 'month') return [];
  const { start, end } = periodSpan(period, startMonth);
  const within = (finer: Grain): readonly PeriodId[] =>
    periodsBetween(periodOfDay(start, startMonth, finer), periodOfDay(end, startMonth, finer));
  const finer: readonly Grain[] = grain === 'quarter' ? ['month'] : ['quarter', 'month'];
  return finer.map((each) => [each, within(each)] as const);
}

/**
 * What may be taken to hold, settled by what the files themselves show: where all numbers of a sum are printed, everyone sees whether they add up. A family of
 * which no sum is printed in full is taken to add up unless it counts people. People are not taken to where the only sums that do have a single part that
 * is not none, while others of the same register are seen to be counted in two.
 * @param trust `careful`: people who add up over places or periods in what is printed may yet be counted in two of them elsewhere
 */
export function bondsOf(
  relations: readonly PrintedRelation[],
  trust: 'as seen' | 'careful',
): ReadonlyMap<string, Bond> {
  const seen = new Map<
    string,
    { equal: number; split: number; more: number; less: number; over: number; unit: CountingUnit | null }
  >();
  const countedInTwo = new Set<string>();
  for (const { total, parts, complete, family } of relations) {
    const tally = seen.get(family) ?? {
      equal: 0,
      split: 0,
      more: 0,
      less: 0,
      over: 0,
      unit: findIndicator(total.indicator)?.countingUnit ?? null,
    };
    seen.set(family, tally);
    const numbers = parts.flatMap(({ number }) => (number === null ? [] : [number]));
    if ((!complete && !BY_RELEASE.test(family)) || total.number === null || numbers.length < parts.length)
      continue;
    const together = numbers.reduce((sum, number) => sum + number, 0);
    if (Math.max(...numbers) > total.number) tally.over += 1;
    if (together > total.number) {
      tally.more += 1;
      countedInTwo.add(registerOf(family));
    } else if (together < total.number) tally.less += 1;
    else {
      tally.equal += 1;
      if (numbers.filter((number) => number > 0).length > 1) tally.split += 1;
    }
  }
  const bonds = new Map<string, Bond>();
  for (const [family, { equal, split, more, less, over, unit }] of seen) {
    // A count of a later release: nobody knows that it did not change, only that it did not fall.
    if (BY_RELEASE.test(family)) {
      if (over === 0) bonds.set(family, 'at most');
      continue;
    }
    if (over > 0 || (more > 0 && less > 0)) continue;
    const mayBeTwice = unit !== null && OF_PEOPLE.has(unit) && OVER_PLACES.test(family);
    const unproven = more === 0 && split === 0 && countedInTwo.has(registerOf(family));
    if (mayBeTwice && unproven) bonds.set(family, 'each');
    else if (mayBeTwice && trust === 'careful') bonds.set(family, less > 0 ? 'each' : 'shared');
    else if (more > 0) bonds.set(family, 'shared');
    else if (less > 0) bonds.set(family, 'at most');
    else if (equal > 0) bonds.set(family, 'equal');
    else bonds.set(family, isExclusive(family, unit) ? 'at most' : 'each');
  }
  return bonds;
}

/** What a family counts and over what, without which of them (`src/analysis/planner/keys.ts` puts that after "where"). */
function registerOf(family: string): string {
  const over = OVER_PLACES.exec(family)?.[0] ?? '';
  return `${family.slice(0, family.length - over.length).split(' where ', 1)[0]}${over}`;
}

/** Whether one cannot be counted in two parts: events in one place and one period; categories may be several answers to one question. */
function isExclusive(family: string, unit: CountingUnit | null): boolean {
  return unit !== null && !OF_PEOPLE.has(unit) && OVER_PLACES.test(family);
}

const BY_RELEASE = / by release$/;
const OVER_PLACES = / by (?:area|quarter|month)$/;

import { loadSchema } from '../../extracts/load.js';
import type { Breakdown, Filter, Indicator, Measure, Tally } from '../catalogue/record.js';
import { belongsAt, breaksDownAt } from './categories.js';
import { type Answered, countEvents, type Question } from './count.js';
import type { Counts } from './counter.js';
import { countKey } from './keys.js';
import { medianOf, type Sample, sampleEvents } from './median.js';
import type { Workbench } from './workbench.js';

/** One cell of the cube: an indicator at a locality, half-year and category, as counts. */
export interface CubeLine {
  readonly indicator: Indicator;
  /** Place of the locality and of the half-year. */
  readonly area: number;
  readonly place: number;
  readonly breakdown: Breakdown['id'];
  readonly category: string;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly unknown: number | null;
  readonly people: number | null;
  /** Events of the person with the most, and of the next, where events of people are counted. */
  readonly largest: Counts['largest'] | null;
  /** Sum of squared numbers of events a person, for the range of clustered events. */
  readonly squares: number;
  /** Given for medians only; other values follow from the counts. */
  readonly median: number | null;
  readonly numeratorKey: string;
  readonly denominatorKey: string | null;
}

interface Asked {
  readonly tally: Tally;
  readonly question: Question;
}

const EVERYTHING: readonly Filter[] = [];

/**
 * Computes every counted indicator: tallies that several indicators share are counted in one pass. Indicators that are
 * worked out otherwise (`computed`) are left out.
 */
export function buildCube(bench: Workbench, indicators: readonly Indicator[]): CubeLine[] {
  const asked = new Map<Indicator, readonly Asked[]>(
    indicators.map((indicator) => [indicator, questionsOf(indicator)]),
  );
  const answers = answerAll(bench, [...asked.values()].flat());
  return indicators.flatMap((indicator) => {
    const { measure } = indicator;
    if (measure.kind === 'median') return medianLines(bench, indicator, measure);
    const found = (asked.get(indicator) ?? []).flatMap((each) => answers.get(each) ?? []);
    return countedLines(bench, indicator, measure, found);
  });
}

function questionsOf(indicator: Indicator): Asked[] {
  const { measure, breakdowns } = indicator;
  switch (measure.kind) {
    case 'count':
    case 'profile':
    case 'rate':
      return [{ tally: measure.of, question: { known: EVERYTHING, part: EVERYTHING, breakdowns } }];
    case 'share':
      return [
        {
          tally: measure.of,
          question: { known: measure.known ?? EVERYTHING, part: measure.part, breakdowns },
        },
      ];
    case 'ratio':
      return [measure.numerator, measure.denominator].map((tally) => ({
        tally,
        question: { known: EVERYTHING, part: EVERYTHING, breakdowns },
      }));
    default:
      return [];
  }
}

function answerAll(bench: Workbench, asked: readonly Asked[]): Map<Asked, Answered> {
  const byTally = new Map<string, Asked[]>();
  for (const each of asked) {
    const key = countKey(each.tally);
    byTally.set(key, [...(byTally.get(key) ?? []), each]);
  }
  const answers = new Map<Asked, Answered>();
  for (const group of byTally.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const found = countEvents(
      bench,
      first.tally,
      group.map(({ question }) => question),
    );
    group.forEach((each, i) => {
      const answer = found[i];
      if (answer !== undefined) answers.set(each, answer);
    });
  }
  return answers;
}

function* cells(bench: Workbench): Generator<{ area: number; place: number; cell: number }> {
  const halfYears = bench.history.periods.length;
  for (let area = 0; area < bench.localities.length; area++) {
    for (let place = 0; place < halfYears; place++) yield { area, place, cell: area * halfYears + place };
  }
}

type Counted = Exclude<Measure, { kind: 'median' | 'computed' | 'unavailable' }>;

function countedLines(
  bench: Workbench,
  indicator: Indicator,
  measure: Measure,
  answers: readonly Answered[],
): CubeLine[] {
  const [first, second] = answers;
  if (
    measure.kind === 'median' ||
    measure.kind === 'computed' ||
    measure.kind === 'unavailable' ||
    first === undefined
  )
    return [];
  const lines: CubeLine[] = [];
  const keys = keysOf(measure);
  const peopled = loadSchema(tallyOf(measure).extract).personRole !== null;
  const put = (at: Place, counts: Counts, squares: number, quantities: Quantities): void => {
    lines.push({
      indicator,
      area: at.area,
      place: at.place,
      breakdown: at.breakdown,
      category: at.category,
      numerator: quantities.numerator,
      denominator: quantities.denominator,
      unknown: quantities.unknown,
      people: peopled ? counts.people : null,
      largest: counts.largest[0] > 0 ? counts.largest : null,
      squares,
      median: null,
      numeratorKey: keys.numeratorKey,
      denominatorKey: keys.denominatorKey,
    });
  };
  const found = categoriesFound(first);
  for (const { area, place, cell } of cells(bench)) {
    const counts = first.total.at(cell);
    const total = totalOf(measure, counts, second?.total.at(cell));
    put({ area, place, breakdown: 'total', category: 'all' }, counts, first.total.squares[cell] ?? 0, total);
    first.breakdowns.forEach(({ breakdown, categories, counter }, b) => {
      if (!breaksDownAt(bench, breakdown, area)) return;
      const of = (category: number): Counts => counter.at(cell * categories.length + category);
      const classified = categories.reduce((sum, _, category) => sum + of(category).whole, 0);
      const known = breakdown.several === true ? counts.whole : classified;
      const all = { known, unknown: counts.whole - known };
      categories.forEach((each, category) => {
        if (breakdown.onlyFound === true && !found.has(`${b} ${category}`)) return;
        if (!belongsAt(bench, each, area)) return;
        const other = second?.breakdowns[b]?.counter.at(cell * categories.length + category);
        const own = of(category);
        put(
          { area, place, breakdown: breakdown.id, category: each.code },
          own,
          0,
          categoryOf(measure, own, all, other),
        );
      });
    });
  }
  return lines;
}

/** Categories, as breakdown and place in its list, that some event has anywhere and at any time. */
function categoriesFound(answered: Answered): Set<string> {
  const found = new Set<string>();
  answered.breakdowns.forEach(({ categories, counter }, b) => {
    counter.whole.forEach((count, cell) => {
      if (count > 0) found.add(`${b} ${cell % categories.length}`);
    });
  });
  return found;
}

type Place = Pick<CubeLine, 'area' | 'place' | 'breakdown' | 'category'>;

type Quantities = Pick<CubeLine, 'numerator' | 'denominator' | 'unknown'>;

function totalOf(measure: Counted, counts: Counts, other: Counts | undefined): Quantities {
  switch (measure.kind) {
    case 'share':
      return { numerator: counts.part, denominator: counts.known, unknown: counts.whole - counts.known };
    case 'ratio':
      return { numerator: counts.whole, denominator: other?.whole ?? null, unknown: null };
    default:
      return { numerator: counts.whole, denominator: null, unknown: null };
  }
}

function categoryOf(
  measure: Counted,
  counts: Counts,
  all: { readonly known: number; readonly unknown: number },
  other: Counts | undefined,
): Quantities {
  switch (measure.kind) {
    case 'share':
      return { numerator: counts.part, denominator: counts.known, unknown: counts.whole - counts.known };
    case 'profile':
      return { numerator: counts.whole, denominator: all.known, unknown: all.unknown };
    case 'ratio':
      return { numerator: counts.whole, denominator: other?.whole ?? null, unknown: null };
    default:
      return { numerator: counts.whole, denominator: null, unknown: all.unknown };
  }
}

function tallyOf(measure: Counted): Tally {
  return measure.kind === 'ratio' ? measure.numerator : measure.of;
}

type CountNames = Pick<CubeLine, 'numeratorKey' | 'denominatorKey'>;

/** They are asked for with every figure. */
const named = new WeakMap<Indicator, CountNames>();

/** Names of the two counts of an indicator; one that is worked out otherwise has a count of its own. */
export function namesOfCounts(indicator: Indicator): CountNames {
  const before = named.get(indicator);
  if (before !== undefined) return before;
  const names = namesAnew(indicator);
  named.set(indicator, names);
  return names;
}

function namesAnew(indicator: Indicator): CountNames {
  const { measure } = indicator;
  switch (measure.kind) {
    case 'median':
      return {
        numeratorKey: `${countKey(measure.of)} with ${JSON.stringify(measure.value)}`,
        denominatorKey: null,
      };
    case 'computed':
    case 'unavailable':
      return { numeratorKey: indicator.id, denominatorKey: `denominator of ${indicator.id}` };
    default:
      return keysOf(measure);
  }
}

function keysOf(measure: Counted): CountNames {
  switch (measure.kind) {
    case 'share': {
      const known = measure.known ?? EVERYTHING;
      return {
        numeratorKey: countKey(measure.of, known, measure.part),
        denominatorKey: countKey(measure.of, known),
      };
    }
    case 'profile':
      return { numeratorKey: countKey(measure.of), denominatorKey: countKey(measure.of) };
    case 'rate':
      return { numeratorKey: countKey(measure.of), denominatorKey: `population aged ${measure.ages}` };
    case 'ratio':
      return { numeratorKey: countKey(measure.numerator), denominatorKey: countKey(measure.denominator) };
    default:
      return { numeratorKey: countKey(measure.of), denominatorKey: null };
  }
}

function medianLines(
  bench: Workbench,
  indicator: Indicator,
  measure: Extract<Measure, { kind: 'median' }>,
): CubeLine[] {
  const sampled = sampleEvents(bench, measure.of, measure.value, indicator.breakdowns);
  const lines: CubeLine[] = [];
  const { numeratorKey } = namesOfCounts(indicator);
  const put = (
    area: number,
    place: number,
    sample: Sample | undefined,
    breakdown: Breakdown['id'],
    category: string,
  ) => {
    const n = sample?.values.length ?? 0;
    lines.push({
      indicator,
      area,
      place,
      breakdown,
      category,
      numerator: n,
      denominator: null,
      unknown: null,
      people: sample === undefined || sample.people === 0 ? null : sample.people,
      largest: null,
      squares: 0,
      median: n === 0 ? null : medianOf(sample?.values ?? []),
      numeratorKey,
      denominatorKey: null,
    });
  };
  const occurs = sampled.breakdowns.map(
    ({ categories, cells: found }) => new Set([...found.keys()].map((cell) => cell % categories.length)),
  );
  for (const { area, place, cell } of cells(bench)) {
    put(area, place, sampled.total.get(cell), 'total', 'all');
    sampled.breakdowns.forEach(({ breakdown, categories, cells: found }, b) => {
      if (!breaksDownAt(bench, breakdown, area)) return;
      categories.forEach(({ code }, category) => {
        if (breakdown.onlyFound === true && occurs[b]?.has(category) !== true) return;
        put(area, place, found.get(cell * categories.length + category), breakdown.id, code);
      });
    });
  }
  return lines;
}

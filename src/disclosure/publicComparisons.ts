import { judgeAgainst, judgeExpected } from '../analysis/gate/comparators.js';
import type { Comparator } from '../reference/comparators.js';
import type { Figure, PublishedObservation, PublishedStatement } from './model.js';
import { HIDDEN, shown, symbol } from './publish.js';

const NOT_APPLICABLE: Figure = symbol('z');

type Common = Omit<
  PublishedStatement,
  | 'id'
  | 'kind'
  | 'n1'
  | 'exposure1'
  | 'method'
  | 'estimate'
  | 'lower'
  | 'upper'
  | 'verdict'
  | 'clearly'
  | 'refusal'
>;

function common(own: PublishedObservation, countingUnit: PublishedStatement['countingUnit']): Common {
  return {
    indicator: own.indicator,
    countingUnit,
    area: own.area,
    period: own.period,
    comparedWith: null,
    n2: own.numerator,
    exposure2: own.denominator,
    pAdjusted: NOT_APPLICABLE,
    family: null,
  };
}

const UNSAID = {
  method: 'none',
  estimate: NOT_APPLICABLE,
  lower: NOT_APPLICABLE,
  upper: NOT_APPLICABLE,
  clearly: false,
} as const;

/** Where our count is hidden nothing is said of it, not even of how many it is: what is printed of that stands with the figure. */
const UNTOLD = {
  ...UNSAID,
  n2: HIDDEN,
  exposure2: HIDDEN,
  verdict: 'confidential',
  refusal: null,
} as const;

/** What our figure is set against, and how far it may be. */
export interface AgainstComparator {
  readonly comparator: Comparator;
  readonly own: PublishedObservation;
  readonly countingUnit: PublishedStatement['countingUnit'];
  readonly kind: 'share' | 'rate';
  readonly minimumBase: number;
  /** Why the two may not be compared, or null. */
  readonly unlike: string | null;
}

/**
 * The record of our figure against one that somebody else has published. It is a function of published figures alone, so it is made
 * after disclosure control; where ours is hidden it says so and nothing else.
 */
export function againstComparator(asked: AgainstComparator): PublishedStatement {
  const { comparator, own, kind, minimumBase, unlike } = asked;
  const theirs = { n1: shown(comparator.numerator), exposure1: shown(comparator.denominator) };
  const base = {
    ...common(own, asked.countingUnit),
    ...theirs,
    id: `${own.indicator}|${own.area}|${own.period}|against|${comparator.areaCode}|${comparator.period}`,
    kind: 'comparator',
  } as const;
  if (unlike !== null) return { ...base, ...UNSAID, verdict: 'not comparable', refusal: unlike };
  if (!('number' in own.numerator) || !('number' in own.denominator)) return { ...base, ...UNTOLD };
  const judged = judgeAgainst(
    kind,
    { part: own.numerator.number, whole: own.denominator.number },
    { part: comparator.numerator, whole: comparator.denominator },
    minimumBase,
  );
  return { ...base, ...spoken(judged), verdict: judged.verdict, refusal: judged.refusal };
}

/**
 * The record of a group's share of those recorded against its share of all children: the difference in points of percentage. Null where
 * nobody counts all children like them or the share has no range.
 *
 * @param group distinguishes the groups of one indicator
 */
export function againstExpected(
  own: PublishedObservation,
  group: string,
  expected: Figure | null,
  countingUnit: PublishedStatement['countingUnit'],
): PublishedStatement | null {
  const { value, lower, upper } = own;
  if (expected === null || !('number' in expected)) return null;
  const base = {
    ...common(own, countingUnit),
    id: `${own.indicator}|${own.area}|${own.period}|expected|${group}`,
    kind: 'expected',
    n1: NOT_APPLICABLE,
    exposure1: NOT_APPLICABLE,
  } as const;
  if (!('number' in value) || !('number' in lower) || !('number' in upper)) {
    return 'symbol' in value && value.symbol === 'c' ? { ...base, ...UNTOLD } : null;
  }
  const judged = judgeExpected(
    { share: value.number, lower: lower.number, upper: upper.number },
    expected.number,
  );
  return { ...base, ...spoken(judged), verdict: judged.verdict, refusal: judged.refusal };
}

function spoken(judged: {
  readonly method: PublishedStatement['method'];
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly clearly: boolean;
}): Pick<PublishedStatement, 'method' | 'estimate' | 'lower' | 'upper' | 'clearly'> {
  const figure = (value: number | null): Figure =>
    value === null || !Number.isFinite(value) ? NOT_APPLICABLE : shown(value);
  return {
    method: judged.method,
    estimate: figure(judged.estimate),
    lower: figure(judged.lower),
    upper: figure(judged.upper),
    clearly: judged.clearly,
  };
}

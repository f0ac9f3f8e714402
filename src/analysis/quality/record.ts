import type { AreaCode, PeriodId } from '../../reference/brands.js';
import { findIndicator } from '../catalogue/index.js';
import { share } from '../intervals.js';
import type { BreakdownId, Observation } from '../model.js';

/** What a quality or overlap figure needs to say; the rest of an observation follows. */
export interface ShareDraft {
  readonly indicator: string;
  readonly area: AreaCode;
  readonly period: PeriodId;
  readonly breakdown: BreakdownId;
  readonly category: string;
  readonly numerator: number;
  readonly denominator: number;
  /** True when the two are counts of people. */
  readonly people: boolean;
  readonly numeratorKey: string;
  readonly denominatorKey: string;
}

const COMPLETE = { missing: null, provisional: false, breakBefore: false, populationBase: false } as const;

/** An observation of a share that is worked out outside the cube. */
export function shareObservation(draft: ShareDraft): Observation {
  const { people, ...rest } = draft;
  const indicator = findIndicator(draft.indicator);
  if (indicator === undefined) throw new RangeError(`There is no indicator ${draft.indicator}.`);
  return {
    ...rest,
    ...COMPLETE,
    ...share(indicator, draft.numerator, draft.denominator),
    people: people ? draft.numerator : null,
    unknown: null,
  };
}

/** An observation of a plain count that is worked out outside the cube. */
export function countObservation(draft: Omit<ShareDraft, 'denominator' | 'denominatorKey'>): Observation {
  const { people, ...rest } = draft;
  return {
    ...rest,
    ...COMPLETE,
    denominator: null,
    denominatorKey: null,
    value: draft.numerator,
    lower: null,
    upper: null,
    method: 'count',
    people: people ? draft.numerator : null,
    unknown: null,
  };
}

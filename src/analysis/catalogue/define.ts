import type { Filter, Indicator, Measure, Tally } from './record.js';

type Defaults =
  | 'question'
  | 'breakdowns'
  | 'polarity'
  | 'followUp'
  | 'minimumBase'
  | 'ceiling'
  | 'change'
  | 'tellsOfEach'
  | 'comparesLocalities'
  | 'includes'
  | 'notes';

/** An indicator as the theme files write it: what is usual may be left out. */
export type IndicatorDraft = Omit<Indicator, Defaults> & Partial<Pick<Indicator, Defaults>>;

/** Fewer than 20: "3 of 8 children" and no percentage. */
const MINIMUM_BASE = 20;

function usualChange(measure: Measure): Indicator['change'] {
  return measure.kind === 'share' ? 'newcombe' : 'none';
}

/** Completes a draft: no breakdowns, neutral polarity, board edition, base of 20, shares compared by Newcombe's interval. */
export function define(draft: IndicatorDraft): Indicator {
  return {
    question: '',
    breakdowns: [],
    polarity: 'neutral',
    followUp: 0,
    minimumBase: draft.measure.kind === 'median' ? 8 : MINIMUM_BASE,
    ceiling: 'B',
    change: (draft.followUp ?? 0) > 0 ? 'none' : usualChange(draft.measure),
    tellsOfEach: false,
    comparesLocalities: false,
    includes: [],
    notes: [],
    ...draft,
  };
}

/** The same tally with further conditions. */
export function narrowed(tally: Tally, ...where: readonly Filter[]): Tally {
  return { ...tally, where: [...tally.where, ...where] };
}

/** The same events, each counted instead of the people or things behind them. */
export function rowsOf(tally: Tally): Tally {
  return { ...tally, count: 'rows' };
}

/** The same events, counted once per distinct value of a field (`person` = child or suspect). */
export function distinct(tally: Tally, field: string): Tally {
  return { ...tally, count: { distinct: field } };
}

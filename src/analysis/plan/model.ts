import type { Day, PeriodId } from '../../reference/brands.js';

/** Where an action stands at the end of a quarter. */
export type ActionState = 'not yet begun' | 'open' | 'overdue' | 'complete' | 'closed, not done';

/** What is wrong with an action's record, or must be asked about it. */
export type ActionFlag =
  | 'overdue'
  | 'due date moved more than twice'
  | 'complete without a date'
  | 'complete without evidence'
  | 'no measure named';

/** One action of the plan as it stands at the end of the half-year. */
export interface PlannedAction {
  readonly id: string;
  /** Number in the strategy: `5.1`. */
  readonly number: string;
  readonly priority: number;
  /** Codes of the agency and the board that own it. */
  readonly owner: string;
  readonly board: string;
  readonly due: Day | null;
  readonly completed: Day | null;
  /** Code of the state that the owner gives, and of red, amber, green or blue. */
  readonly status: string;
  readonly rag: string;
  /** Indicator that it is tied to; null for a process without one. */
  readonly indicator: string | null;
  /** Recommendation of an earlier profile that it answers. */
  readonly recommendation: string | null;
  readonly flags: readonly ActionFlag[];
  /** State at the end of each of the last four quarters, oldest first. */
  readonly quarters: readonly { readonly period: PeriodId; readonly state: ActionState }[];
}

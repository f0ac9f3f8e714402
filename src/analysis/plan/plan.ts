import { NULL_INT } from '../../extracts/table.js';
import type { Day, PeriodId } from '../../reference/brands.js';
import { periodSpan, periodsWithin } from '../../reference/calendar.js';
import type { AnalysisInput } from '../input.js';
import type { Frame } from '../planner/frame.js';
import { recordKey } from '../planner/records.js';
import { frameOf } from '../planner/versions.js';
import type { ActionFlag, ActionState, PlannedAction } from './model.js';

const PROCESS = 'PROCESS';
const QUARTERS = 4;
const MOST_MOVES = 2;

/**
 * The action plan at the end of the newest half-year, with the state of each action at the end of the last four quarters: that of
 * the newest version of its record that had been sent by then. In order of the strategy's numbers.
 */
export function actionPlan(input: AnalysisInput): PlannedAction[] {
  const { end } = periodSpan(input.period, input.startMonth);
  const now = versionsAt(input, input.period);
  const quarters = periodsWithin(input.periods, 'quarter', input.startMonth).slice(-QUARTERS);
  const then = quarters.map((period) => {
    const span = periodSpan(period, input.startMonth);
    const half = input.periods.find((id) => periodSpan(id, input.startMonth).end >= span.end) ?? input.period;
    return { period, end: span.end, versions: versionsAt(input, half) };
  });
  return [...now.values()]
    .map((version) => ({
      id: version.id,
      number: version.number,
      priority: version.priority,
      owner: version.owner,
      board: version.board,
      due: version.due,
      completed: version.completed,
      status: version.status,
      rag: version.rag,
      indicator: version.indicator === PROCESS || version.indicator === '' ? null : version.indicator,
      recommendation: version.recommendation === '' ? null : version.recommendation,
      flags: flagsOf(version, end),
      quarters: then.map(({ period, end: last, versions }) => ({
        period,
        state: stateAt(versions.get(version.id), last),
      })),
    }))
    .sort((a, b) => a.priority - b.priority || place(a.number) - place(b.number) || (a.id < b.id ? -1 : 1));
}

function place(number: string): number {
  return Number(number.split('.')[1] ?? 0);
}

interface Version {
  readonly id: string;
  readonly number: string;
  readonly priority: number;
  readonly owner: string;
  readonly board: string;
  readonly opened: Day | null;
  readonly due: Day | null;
  readonly completed: Day | null;
  readonly statusAt: Day | null;
  readonly status: string;
  readonly rag: string;
  readonly indicator: string;
  readonly recommendation: string;
  readonly moves: number;
  readonly evidence: boolean;
}

/** The newest version of each action's record among the files sent up to a half-year. */
function versionsAt(input: AnalysisInput, until: PeriodId): ReadonlyMap<string, Version> {
  const tables = input.tables.filter(({ extract, period }) => extract === 'actions' && period <= until);
  const frame = frameOf('actions', tables, recordKey('actions'));
  const versions = new Map<string, Version>();
  for (let row = 0; row < frame.rows; row++) {
    const version = versionAt(frame, row);
    versions.set(version.id, version);
  }
  return versions;
}

function versionAt(frame: Frame, row: number): Version {
  const text = (field: string): string => {
    const { dictionary, index } = frame.code(field);
    return dictionary[index[row] ?? -1] ?? '';
  };
  const day = (field: string): Day | null => {
    const found = frame.day(field)[row] ?? NULL_INT;
    return found === NULL_INT ? null : found;
  };
  const moves = frame.number('due_moves_n')[row] ?? Number.NaN;
  return {
    id: text('action_id'),
    number: text('plan_ref'),
    priority: Number(text('priority')),
    owner: text('owner_agency'),
    board: text('owner_board'),
    opened: day('opened_at'),
    due: day('due_at'),
    completed: day('completed_at'),
    statusAt: day('status_at'),
    status: text('status'),
    rag: text('rag'),
    indicator: text('indicator_id'),
    recommendation: text('profile_rec_ref'),
    moves: Number.isNaN(moves) ? 0 : moves,
    evidence: text('evidence_ref') !== '',
  };
}

function isClosed({ status, statusAt }: Version, end: Day): boolean {
  return status === 'CLOSED_NOT_DONE' && (statusAt === null || statusAt <= end);
}

function isComplete({ status, completed, statusAt }: Version, end: Day): boolean {
  if (completed !== null) return completed <= end;
  return status === 'COMPLETE' && (statusAt === null || statusAt <= end);
}

function stateAt(version: Version | undefined, end: Day): ActionState {
  if (version === undefined || (version.opened !== null && version.opened > end)) return 'not yet begun';
  if (isComplete(version, end)) return 'complete';
  if (isClosed(version, end)) return 'closed, not done';
  return version.due !== null && version.due < end ? 'overdue' : 'open';
}

/** Rules of the plan. */
function flagsOf(version: Version, end: Day): ActionFlag[] {
  const flags: ActionFlag[] = [];
  if (stateAt(version, end) === 'overdue') flags.push('overdue');
  const running = stateAt(version, end) === 'open' || stateAt(version, end) === 'overdue';
  if (running && version.moves > MOST_MOVES) flags.push('due date moved more than twice');
  if (version.status === 'COMPLETE' && version.completed === null) flags.push('complete without a date');
  if (version.status === 'COMPLETE' && !version.evidence) flags.push('complete without evidence');
  if (version.indicator === '') flags.push('no measure named');
  return flags;
}

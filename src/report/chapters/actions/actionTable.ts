import type { ActionState, PlannedAction } from '../../../analysis/plan/model.js';
import type { Figure } from '../../../disclosure/model.js';
import { codeList } from '../../../extracts/codeLists.js';
import { isoFromDay } from '../../../reference/days.js';
import { strategyActions } from '../../../reference/strategyActions.js';
import type { Cell, Table, TidyRow } from '../../model.js';
import { verdictText } from '../../statements/change.js';
import type { ProfileView } from '../../view.js';
import { column, LEFT } from '../figures/exhibit.js';

/** Board codes of the plan by area. */
const BOARD_OF: Readonly<Record<string, string>> = {
  'LSCB-LANCS': 'LANCS',
  'LSCB-BPL': 'BPOOL',
  'LSCB-BWD': 'BWD',
};

/** Red, amber and green are always written out: colour is never the only cue. */
const RAG: Readonly<Record<string, string>> = { R: 'R: red', A: 'A: amber', G: 'G: green', B: 'B: complete' };

const SHORT: Readonly<Record<ActionState, string>> = {
  'not yet begun': 'Not begun',
  open: 'Open',
  overdue: 'Overdue',
  complete: 'Complete',
  'closed, not done': 'Closed',
};

const NOT_AVAILABLE: Figure = { symbol: 'x' };
const NOT_APPLICABLE: Figure = { symbol: 'z' };

/** The actions that the document is about: all, or those of one board. */
export function actionsIn(view: ProfileView): readonly PlannedAction[] {
  const board = BOARD_OF[view.area];
  return board === undefined ? view.published.plan : view.published.plan.filter((one) => one.board === board);
}

/** Plain words for a code of a list; the code where the list has none. */
export function codeText(list: string, code: string): string {
  return codeList(list).codes.find((one) => one.code === code)?.label ?? code;
}

/** The strategy's words for a numbered action. */
export function actionText(number: string): string {
  return (
    strategyActions().find((one) => one.number === number)?.text ?? 'Not an action of the strategy as shipped'
  );
}

/** Whether the action's measure has moved: the indicator's change since the same half-year of the year before. */
function measureCells(view: ProfileView, indicator: string | null): Cell[] {
  if (indicator === null)
    return [{ text: 'Process' }, { figure: NOT_APPLICABLE, format: 'count' }, { text: '' }];
  const now = view.published.find(indicator, view.area, view.current.id);
  const title = view.info(indicator)?.title ?? indicator;
  return [
    { text: `${title} (${indicator})` },
    { figure: now?.value ?? NOT_AVAILABLE, format: view.format(indicator) },
    { text: verdictText(view.published.statement('change', indicator, view.area)) },
  ];
}

/** One row an action: what, who, when, its state in the last four quarters, red to green, and its measure. */
export function actionTable(
  view: ProfileView,
  spec: {
    readonly id: string;
    readonly title: string;
    readonly actions: readonly PlannedAction[];
    readonly flags?: boolean;
  },
): Table | null {
  const { actions } = spec;
  const [first] = actions;
  if (first === undefined) return null;
  const quarters = first.quarters.map(({ period }) => period);
  return {
    kind: 'table',
    id: spec.id,
    title: spec.title,
    subtitle: `State at the end of each quarter to ${view.current.text.split(' to ')[1] ?? view.current.text}; the measure is for ${view.current.text}.`,
    columns: [
      column('action', 'Action', LEFT),
      column('owner', 'Owner', LEFT),
      column('due', 'Due', LEFT),
      ...(spec.flags === true ? [] : quarters.map((period) => column(period, view.half(period).label, LEFT))),
      column('rag', 'Rating', LEFT),
      ...(spec.flags === true
        ? [column('flags', 'To ask about', LEFT)]
        : [column('measure', 'Measure', LEFT), column('now', 'Now'), column('change', 'Change', LEFT)]),
    ],
    rows: actions.map((action) => ({
      cells: [
        { text: `${action.number} ${actionText(action.number)}` },
        { text: `${codeText('organisation-type', action.owner)}, ${codeText('board', action.board)}` },
        { text: action.due === null ? '[x]' : isoFromDay(action.due) },
        ...(spec.flags === true ? [] : action.quarters.map(({ state }): Cell => ({ text: SHORT[state] }))),
        { text: RAG[action.rag] ?? 'Not rated' },
        ...(spec.flags === true ? [{ text: action.flags.join('; ') }] : measureCells(view, action.indicator)),
      ],
    })),
    notes: ['Overdue: the date due has passed and the action is neither complete nor closed.'],
    source: `Action plan extract for ${view.current.text}. Actions in this project’s own words.`,
    tidy: actions.flatMap((action) => tidyOf(action)),
  };
}

function tidyOf(action: PlannedAction): TidyRow[] {
  return action.quarters.map(({ period, state }) => ({
    period,
    level: 'action',
    areaCode: action.number,
    areaName: actionText(action.number),
    indicator: 'action_state',
    breakdown: 'state',
    category: state,
    unit: 'actions',
    numerator: NOT_APPLICABLE,
    denominator: NOT_APPLICABLE,
    value: NOT_APPLICABLE,
    lower: NOT_APPLICABLE,
    upper: NOT_APPLICABLE,
  }));
}

import type { PlannedAction } from '../../../analysis/plan/model.js';
import { lengthOf } from '../../../disclosure/derive.js';
import { strategyActions } from '../../../reference/strategyActions.js';
import type { Cell, Table } from '../../model.js';
import { formatFigure } from '../../numbers.js';
import { changeSentence } from '../../statements/change.js';
import { sentence } from '../../statements/sentence.js';
import type { ProfileView } from '../../view.js';
import { blocksOf, type ChapterRecord } from '../chapter.js';
import { column, LEFT } from '../figures/exhibit.js';
import { trendFigure } from '../figures/trend.js';
import { actionsIn, actionTable } from './actionTable.js';

const AUDIENCE: ChapterRecord['audience'] = ['B', 'G', 'T'];

const RATINGS: readonly (readonly [code: string, title: string])[] = [
  ['R', 'Red'],
  ['A', 'Amber'],
  ['G', 'Green'],
  ['B', 'Complete'],
];

/** Number and name of each of the strategy's priorities. */
function priorities(): readonly (readonly [number, string])[] {
  return [...new Map(strategyActions().map(({ priority, priorityName }) => [priority, priorityName]))];
}

function say(actions: readonly unknown[]): string {
  return formatFigure(lengthOf(actions), 'count');
}

function isOverdue({ flags }: PlannedAction): boolean {
  return flags.includes('overdue');
}

/** Actions by priority and rating. */
function ratingsTable(view: ProfileView, actions: readonly PlannedAction[]): Table | null {
  if (actions.length === 0) return null;
  const rows = [
    ...priorities().map(([priority, name]) => ({
      name,
      own: actions.filter((a) => a.priority === priority),
    })),
    { name: 'All priorities', own: actions },
  ];
  const count = (own: readonly PlannedAction[]): Cell => ({ figure: lengthOf(own), format: 'count' });
  return {
    kind: 'table',
    id: 'ratings',
    title: `Actions by priority and rating, end of ${view.current.text.split(' to ')[1] ?? view.current.text}`,
    subtitle: 'Number of actions as their owners rate them. Overdue is worked out from the dates.',
    columns: [
      column('priority', 'Priority', LEFT),
      column('all', 'Actions'),
      ...RATINGS.map(([code, title]) => column(code, title)),
      column('overdue', 'Overdue'),
    ],
    rows: rows.map(({ name, own }, i) => ({
      cells: [
        { text: name },
        count(own),
        ...RATINGS.map(([code]) => count(own.filter(({ rag }) => rag === code))),
        count(own.filter(isOverdue)),
      ],
      ...(i === rows.length - 1 ? { total: true } : {}),
    })),
    notes: [],
    source: `Action plan extract for ${view.current.text}.`,
    tidy: [],
  };
}

/** How the plan stands as a whole. */
export const standing: ChapterRecord = {
  id: 'plan-standing',
  title: 'How the plan stands',
  audience: AUDIENCE,
  build(view) {
    const actions = actionsIn(view);
    const complete = actions.filter(({ quarters }) => quarters.at(-1)?.state === 'complete');
    return {
      id: standing.id,
      title: standing.title,
      lead: sentence(
        actions.length === 0
          ? 'The action plan has not been received.'
          : `${say(complete)} of ${say(actions)} actions are complete; ${say(actions.filter(isOverdue))} are overdue.`,
      ),
      blocks: blocksOf([
        { kind: 'paragraph', sentences: [changeSentence(view, 'A01', view.area)] },
        ratingsTable(view, actions),
        trendFigure(view, { id: 'actions-on-time', indicators: ['A01'], width: 'full', area: view.area }),
      ]),
    };
  },
};

/** One chapter a priority of the strategy. */
export const byPriority: readonly ChapterRecord[] = priorities().map(([priority, name]): ChapterRecord => {
  const id = `priority-${priority}`;
  return {
    id,
    title: `${priority}. ${name}`,
    audience: AUDIENCE,
    build(view) {
      const own = actionsIn(view).filter((action) => action.priority === priority);
      const tied = own.filter(({ indicator }) => indicator !== null);
      return {
        id,
        title: `${priority}. ${name}`,
        lead: sentence(
          own.length === 0
            ? 'No action under this priority.'
            : `${say(own.filter(({ quarters }) => quarters.at(-1)?.state === 'complete'))} of ${say(own)} actions complete, ${say(own.filter(isOverdue))} overdue; ${say(tied)} tied to a measure.`,
        ),
        blocks: blocksOf([
          actionTable(view, {
            id: `actions-${priority}`,
            title: `Actions under ${name.toLowerCase()}`,
            actions: own,
          }),
        ]),
      };
    },
  };
});

/** What the board should ask about. */
export const questionsOfPlan: ChapterRecord = {
  id: 'plan-questions',
  title: 'What to ask about',
  audience: AUDIENCE,
  build(view) {
    const flagged = actionsIn(view).filter(({ flags }) => flags.length > 0);
    return {
      id: questionsOfPlan.id,
      title: questionsOfPlan.title,
      lead: sentence(
        flagged.length === 0
          ? 'No action is overdue, and none lacks a date, evidence or a measure.'
          : `Overdue, moved more than twice, or without a date, evidence or a measure: ${say(flagged)} ${flagged.length === 1 ? 'action' : 'actions'}.`,
      ),
      blocks: blocksOf([
        actionTable(view, {
          id: 'actions-to-ask',
          title: 'Actions to ask about',
          actions: flagged,
          flags: true,
        }),
      ]),
    };
  },
};

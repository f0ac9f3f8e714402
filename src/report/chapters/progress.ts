import type { Figure } from '../../disclosure/model.js';
import { dayText } from '../../reference/days.js';
import type { Cell, Table } from '../model.js';
import { changeSentence } from '../statements/change.js';
import { capital } from '../statements/sentence.js';
import { subjectOf } from '../statements/subjects.js';
import type { ProfileView } from '../view.js';
import { codeText } from './actions/actionTable.js';
import { blocksOf, type ChapterRecord, pairOf } from './chapter.js';
import { categoriesFigure } from './figures/categories.js';
import { column, LEFT, sourceLine, tidyRows } from './figures/exhibit.js';
import { trendFigure } from './figures/trend.js';
import { comparisonTable } from './tables.js';

const NOT_AVAILABLE: Figure = { symbol: 'x' };

/** Each recommendation of earlier profiles with the actions that answer it, who owns them, how far they are, and whether their measure moved. */
function byRecommendation(view: ProfileView): Table | null {
  const answering = view.published.plan.flatMap((action) =>
    action.recommendation === null ? [] : [{ ...action, recommendation: action.recommendation }],
  );
  const order = [...answering].sort(
    (a, b) => byText(a.recommendation, b.recommendation) || byText(a.number, b.number) || byText(a.id, b.id),
  );
  if (order.length === 0) return null;
  const measured = order.flatMap(({ indicator }) => indicator ?? []);
  const figure = (indicator: string | null, period: string): Cell => {
    if (indicator === null) return { text: '–' };
    const o = view.published.find(indicator, view.area, period);
    return { figure: o?.value ?? NOT_AVAILABLE, format: view.format(indicator) };
  };
  return {
    kind: 'table',
    id: 'progress-by-recommendation',
    title: 'What came of earlier recommendations',
    subtitle: `The recommendation of an earlier profile that each action answers, and its measure in ${view.before.text} and ${view.current.text}.`,
    columns: [
      column('recommendation', 'Recommendation', LEFT),
      column('action', 'Action', LEFT),
      column('owner', 'Owner', LEFT),
      column('due', 'Due', LEFT),
      column('state', 'State', LEFT),
      column('measure', 'Measure', LEFT),
      column('earlier', view.before.shortText),
      column('now', view.current.shortText),
    ],
    rows: order.map((action) => ({
      cells: [
        { text: action.recommendation },
        { text: action.number },
        { text: codeText('organisation-type', action.owner) },
        { text: action.due === null ? 'Not set' : dayText(action.due) },
        { text: codeText('action-status', action.status) },
        { text: action.indicator === null ? 'Process' : capital(subjectOf(view, action.indicator)) },
        figure(action.indicator, view.before.id),
        figure(action.indicator, view.current.id),
      ],
    })),
    notes: ['A measure that moved need not have moved through the action.'],
    source: sourceLine(view, ['actions', ...measured.flatMap((indicator) => view.extractsOf(indicator))], {
      from: view.before.text,
      to: view.current.text,
    }),
    tidy: tidyRows(
      view,
      measured.flatMap((indicator) =>
        [view.before.id, view.current.id].flatMap(
          (period) => view.published.find(indicator, view.area, period) ?? [],
        ),
      ),
    ),
  };
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Progress on what was agreed. */
export const progress: ChapterRecord = {
  id: 'progress',
  title: 'Progress on agreed actions',
  audience: ['B', 'G'],
  build: (view) => ({
    id: progress.id,
    title: progress.title,
    lead: changeSentence(view, 'A01'),
    blocks: blocksOf([
      pairOf(
        categoriesFigure(view, {
          id: 'actions-status',
          indicator: 'A03',
          breakdown: 'status',
          width: 'half',
          order: 'given',
          withYearBefore: true,
        }),
        trendFigure(view, { id: 'actions-on-time', indicators: ['A01'], width: 'half' }),
      ),
      byRecommendation(view),
      comparisonTable(
        view,
        'progress-measures',
        ['A01', 'A02', 'A03', 'D01', 'D02', 'D04', 'I01', 'I02', 'T01', 'T03'],
        'Actions, disruption and prevention, this half-year and a year earlier',
      ),
    ]),
  }),
};

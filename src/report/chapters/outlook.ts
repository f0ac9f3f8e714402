import type { Figure, PublishedStatement } from '../../disclosure/model.js';
import type { Table } from '../model.js';
import { rangeText } from '../statements/figures.js';
import { seasonSentence } from '../statements/season.js';
import { capital, sentence } from '../statements/sentence.js';
import { outlookSentence } from '../statements/series.js';
import { subjectOf } from '../statements/subjects.js';
import type { ProfileView } from '../view.js';
import { blocksOf, type ChapterRecord } from './chapter.js';
import { column, LEFT, sourceLine, tidyRows, wholeSpan } from './figures/exhibit.js';
import { unitName } from './tables.js';

/** Counts whose season is spoken of. */
const SEASONAL = ['M01', 'M02', 'S01', 'O01'] as const;

/** Counts whose expected range is also said in words, where there is one. */
const SPOKEN = ['S01', 'M02', 'O01', 'P01', 'I01'] as const;

const ASSUMPTIONS: readonly { readonly term: string; readonly text: string }[] = [
  {
    term: 'What a range is',
    text: 'Where the number of the next half-year would lie 19 times in 20 if what is recorded goes on as it has. It is not a target and not a promise.',
  },
  {
    term: 'What is assumed',
    text: 'The same agencies send the same extracts, nobody changes what is recorded or how, and the number of children stays as estimated.',
  },
  {
    term: 'When there is none',
    text: 'With fewer than six half-years since the last change of recording, for single districts, and where a number behind the range is hidden.',
  },
  {
    term: 'What can move it',
    text: 'A police operation, a campaign, a new team or a new rule for recording changes the numbers without any change in harm.',
  },
];

const NONE: Figure = { symbol: 'z' };

function outlooks(view: ProfileView): readonly PublishedStatement[] {
  return view.catalogue.flatMap(({ id }) => view.published.statement('outlook', id, view.area) ?? []);
}

function rangesTable(view: ProfileView, statements: readonly PublishedStatement[]): Table | null {
  const rows = statements.filter(({ refusal, verdict }) => refusal === null && verdict !== 'confidential');
  if (rows.length === 0) return null;
  const now = rows.flatMap(
    ({ indicator }) => view.published.find(indicator, view.area, view.current.id) ?? [],
  );
  return {
    kind: 'table',
    id: 'outlook-ranges',
    title: 'Where the next half-year would lie if recording goes on as it has',
    subtitle: `${capital(view.areaName(view.area))}, the half-year after ${view.current.text}.`,
    columns: [
      column('indicator', 'Measure', LEFT),
      column('unit', 'Unit', LEFT),
      column('now', view.current.shortText),
      column('next', 'Next half-year'),
      column('likely', '80% range'),
      column('range', '95% range'),
      column('inside', 'Past half-years inside'),
      column('tried', 'Of'),
    ],
    rows: rows.map((statement) => {
      const format = view.format(statement.indicator);
      const o = now.find(({ indicator }) => indicator === statement.indicator);
      return {
        cells: [
          { text: capital(subjectOf(view, statement.indicator)) },
          { text: unitName(view, statement.indicator) },
          o === undefined ? { text: '[x]' } : { figure: o.value, format },
          { figure: statement.estimate, format },
          { text: rangeText(statement.series?.lower80 ?? NONE, statement.series?.upper80 ?? NONE, format) },
          { text: rangeText(statement.lower, statement.upper, format) },
          { figure: statement.series?.inside ?? NONE, format: 'count' },
          { figure: statement.series?.tried ?? NONE, format: 'count' },
        ],
      };
    }),
    notes: [],
    source: sourceLine(
      view,
      rows.flatMap(({ indicator }) => view.extractsOf(indicator)),
      wholeSpan(view),
    ),
    tidy: tidyRows(view, now),
  };
}

/** What next. Ranges and seasons only; what may come is for the analyst to say. */
export const outlook: ChapterRecord = {
  id: 'outlook',
  title: 'What may come next',
  audience: ['B'],
  build: (view) => {
    const statements = outlooks(view);
    const table = rangesTable(view, statements);
    const seasons = SEASONAL.flatMap((indicator) => seasonSentence(view, indicator) ?? []);
    const shown = table?.rows.length ?? 0;
    return {
      id: outlook.id,
      title: outlook.title,
      lead:
        shown > 0
          ? sentence(
              'Ranges, not forecasts: they say what would be usual in the next half-year.',
              ...statements.slice(0, 1),
            )
          : sentence('No range is given for the next half-year; past seasons are all there is to go by.'),
      blocks: blocksOf([
        ...SPOKEN.flatMap((indicator) => outlookSentence(view, indicator) ?? []).map((one) => ({
          kind: 'paragraph' as const,
          sentences: [one],
        })),
        table,
        shown > 0
          ? null
          : {
              kind: 'note',
              sentences: [
                sentence(
                  'Ranges for the next half-year: not available because no series is long enough since recording last changed, or none was asked for.',
                ),
              ],
            },
        seasons.length > 0 ? { kind: 'heading', text: 'Seasons' } : null,
        ...seasons.map((one) => ({ kind: 'paragraph' as const, sentences: [one] })),
        { kind: 'heading', text: 'What this rests on' },
        { kind: 'definitions', items: ASSUMPTIONS },
      ]),
    };
  },
};

import type { Figure, PublishedObservation, PublishedStatement } from '../../disclosure/model.js';
import { againstExpected } from '../../disclosure/publicComparisons.js';
import { residentShare } from '../../disclosure/publicFigures.js';
import { loadPopulations } from '../../reference/populations.js';
import type { Cell, Sentence, Table } from '../model.js';
import { isShown, rangeText } from '../statements/figures.js';
import { capital, listed, sentence } from '../statements/sentence.js';
import { subjectOf } from '../statements/subjects.js';
import type { ProfileView } from '../view.js';
import { blocksOf, type ChapterRecord } from './chapter.js';
import { column, LEFT, sourceLine, thisSpan, tidyRows } from './figures/exhibit.js';

interface Group {
  readonly name: string;
  readonly observation: PublishedObservation;
  /** Share of all children; null where nobody counts them. */
  readonly expected: Figure | null;
  /** Where the expected share comes from, or why there is none. */
  readonly basis: string;
  /** What may be said of the two; null where there is no yardstick. */
  readonly record: PublishedStatement | null;
}

const NO_COUNT = 'No count of all children like them exists for these years.';

/** Groups of children that are often not noticed, with their share of those referred and of all children. */
function groups(view: ProfileView): readonly Group[] {
  const populations = loadPopulations();
  const { startMonth } = view.config;
  const residents = (sex?: 'M' | 'F') =>
    populations.population({
      area: view.area,
      period: view.current.id,
      ages: '10-17',
      startMonth,
      ...(sex === undefined ? {} : { sex }),
    });
  const row = (indicator: string, name: string, expected: Figure | null, basis: string): Group[] => {
    const observation = view.published.find(indicator, view.area, view.current.id);
    if (observation === undefined) return [];
    const unit = view.info(indicator)?.countingUnit ?? 'children';
    const record = againstExpected(observation, name.toLowerCase(), expected, unit);
    return [{ name, observation, expected, basis, record }];
  };
  const estimate = 'Residents aged 10 to 17, Office for National Statistics.';
  return [
    ...row('V04', 'Boys', residentShare(residents('M'), residents()), estimate),
    ...row('V03', 'Girls', residentShare(residents('F'), residents()), estimate),
    ...row('V07', 'Disabled children', null, NO_COUNT),
    ...row('V08', 'Looked-after children', null, NO_COUNT),
    ...view.published.categories('V05', view.area, view.current.id, 'ethnicity').map(
      (observation): Group => ({
        name: `Ethnic group: ${label(view, observation.category)}`,
        observation,
        expected: null,
        basis: NO_COUNT,
        record: null,
      }),
    ),
  ];
}

function label(view: ProfileView, code: string): string {
  const categories = view.info('V05')?.breakdowns.find(({ id }) => id === 'ethnicity')?.categories ?? [];
  return categories.find((category) => category.code === code)?.label ?? code;
}

/** The verdict as a table says it. */
function verdictWords(record: PublishedStatement | null): string {
  switch (record?.verdict) {
    case 'lower':
      return 'Fewer than expected';
    case 'higher':
      return 'More than expected';
    case 'no clear change':
      return 'About as expected';
    case 'too few to say':
      return 'Too few to say';
    case 'confidential':
      return 'Not shown';
    default:
      return 'No yardstick';
  }
}

function groupsTable(view: ProfileView, rows: readonly Group[]): Table {
  return {
    kind: 'table',
    id: 'recorded-against-expected',
    title: `Recorded against expected, ${view.current.text}`,
    subtitle:
      'Share of the children referred whose answer is known, beside the share of all children. How many are not known stands on the same line.',
    columns: [
      column('group', 'Group', LEFT),
      column('share', 'Of those referred'),
      column('range', '95% range'),
      column('expected', 'Of all children'),
      column('verdict', 'Recorded', LEFT),
      column('unknown', 'Not known'),
    ],
    rows: rows.map((group) => {
      const { name, observation: o, expected, record } = group;
      return {
        cells: [
          { text: name },
          { figure: o.value, format: 'percent' },
          { text: rangeText(o.lower, o.upper, 'percent') },
          expected === null ? { text: '–' } : { figure: expected, format: 'percent' },
          { text: verdictWords(record) },
          { figure: o.unknown, format: 'count' },
        ] satisfies Cell[],
      };
    }),
    notes: [
      ...new Set(rows.map(({ basis }) => basis)),
      'Fewer than expected need not mean less harm: it can mean that harm to these children is not noticed.',
    ],
    source: sourceLine(view, ['referrals'], thisSpan(view)),
    tidy: tidyRows(
      view,
      rows.map(({ observation }) => observation),
    ),
  };
}

function answer(rows: readonly Group[]): Sentence {
  const fewer = rows.filter(({ record }) => record?.verdict === 'lower');
  if (fewer.length === 0)
    return sentence(
      'No group that can be measured is recorded less often than its share of all children.',
      ...rows.map(({ record }) => record ?? undefined),
    );
  return sentence(
    `Recorded less often than their share of all children: ${listed(fewer.map(({ name }) => name.toLowerCase()))}.`,
    ...fewer.map(({ record }) => record ?? undefined),
  );
}

/** Who is missing from the data. */
export const equalities: ChapterRecord = {
  id: 'equalities',
  title: 'Who is missing from the data',
  audience: ['B', 'G'],
  build(view) {
    const rows = groups(view);
    const unknown = view.published.find('V06', view.area, view.current.id);
    return {
      id: equalities.id,
      title: equalities.title,
      lead: rows.length === 0 ? sentence('No extract says who the children referred are.') : answer(rows),
      blocks: blocksOf([
        rows.length === 0 ? null : groupsTable(view, rows),
        {
          kind: 'list',
          items: [
            'Sexual orientation and gender identity: no extract records them, so nothing can be said.',
            'Children who came alone to seek asylum: the extracts do not mark them.',
            ...(unknown !== undefined && isShown(unknown.value)
              ? [
                  `${capital(subjectOf(view, 'V06'))}: see the chapter on children; whoever is not recorded cannot be missed.`,
                ]
              : []),
          ],
        },
      ]),
      statements: rows.flatMap(({ record }) => record ?? []),
    };
  },
};

import type { AreaCode } from '../../reference/brands.js';
import type { Block, Cell, Table } from '../model.js';
import { slugOf } from '../products/record.js';
import { changeSentence, verdictText } from '../statements/change.js';
import { rangeText } from '../statements/figures.js';
import { capital, listed, sentence } from '../statements/sentence.js';
import { subjectOf } from '../statements/subjects.js';
import { changeTopics, placeTopics } from '../statements/topics.js';
import type { ProfileView } from '../view.js';
import type { ChapterRecord } from './chapter.js';
import { column, LEFT, populationNote, sourceLine, tidyRows } from './figures/exhibit.js';
import { panelsFigure } from './figures/panels.js';
import { judgedOn, unitName } from './tables.js';

/** The same twelve measures for every district, in the order of the chapters. */
export const LOCALITY_INDICATORS = [
  'S01',
  'S02',
  'S05',
  'R08',
  'M02',
  'M03',
  'M01',
  'M20',
  'O01',
  'P01',
  'D00',
  'I01',
] as const;

/** Those that are drawn. */
const DRAWN = ['S01', 'S05', 'M02', 'M01', 'O01', 'I01'] as const;

const MOST_CHANGES = 4;
const MOST_DIFFERENCES = 3;
/** Said of every district, after what has changed. */
const HEADLINES = ['S01', 'M02', 'O01'] as const;

/** Where the district lies: board, and partnership board or police division where it has them. */
function placeText(view: ProfileView, area: AreaCode): string {
  const parents = view.areas
    .get(area)
    .parents.map((code) => view.areas.get(code))
    .filter(({ level }) => level !== 'pan');
  const said: Readonly<Record<string, string>> = {
    board: 'safeguarding board',
    cpb: 'Children’s Partnership Board',
    division: 'police division',
  };
  return listed(
    parents.map(
      ({ name, level }) =>
        `${name.replace(/ (Safeguarding Children Board|division)$/i, '')} (${said[level] ?? ''})`,
    ),
  );
}

function localityTable(view: ProfileView, area: AreaCode, id: string): Table {
  const { published, current, before } = view;
  const name = view.areaName(area);
  const rows = LOCALITY_INDICATORS.map((indicator) => ({
    indicator,
    format: view.format(indicator),
    now: published.find(indicator, area, current.id),
    earlier: published.find(indicator, area, before.id),
  }));
  return {
    kind: 'table',
    id,
    title: `${capital(name)}: twelve measures, ${current.text}`,
    subtitle: `Against ${before.text}. Rates are per 10,000 children aged 0 to 17, for the half-year.`,
    columns: [
      column('measure', 'Measure', LEFT),
      column('unit', 'Unit', LEFT),
      column('earlier', before.shortText),
      column('now', current.shortText),
      column('range', '95% range'),
      column('verdict', 'Change', LEFT),
    ],
    rows: rows.map(({ indicator, format, now, earlier }) => ({
      cells: [
        { text: capital(subjectOf(view, indicator).replace(/ per [\d,]+$/, '')) },
        { text: unitName(view, indicator).replace(/ aged .*/, '') },
        earlier === undefined ? { text: '[x]' } : { figure: earlier.value, format },
        now === undefined ? { text: '[x]' } : { figure: now.value, format },
        { text: now === undefined ? '[x]' : rangeText(now.lower, now.upper, format) },
        { text: verdictText(published.statement('change', judgedOn(view, indicator), area)) },
      ] satisfies Cell[],
    })),
    notes: [],
    source: sourceLine(
      view,
      rows.flatMap(({ indicator }) => view.extractsOf(indicator)),
      { from: before.text, to: current.text },
      populationNote(view, [...LOCALITY_INDICATORS]),
    ),
    tidy: tidyRows(
      view,
      rows.flatMap(({ earlier, now }) => [earlier ?? [], now ?? []].flat()),
    ),
  };
}

const NOTHING_CHANGED = 'No measure clearly differs from a year before, or its numbers are too small to say.';
const NOTHING_DIFFERS = 'No rate clearly differs, or its numbers are too small to say.';

/** One printed page: where it is, what stands out, six small lines, twelve measures. */
function localityPage(view: ProfileView, area: AreaCode): readonly Block[] {
  const slug = slugOf(view.areaName(area));
  const changed = changeTopics(view, area, MOST_CHANGES);
  const different = placeTopics(view, area, MOST_DIFFERENCES);
  const said = new Set(changed.map(({ text }) => text));
  const headlines = HEADLINES.map((indicator) => changeSentence(view, indicator, area)).filter(
    ({ text }) => !said.has(text),
  );
  const lists = [
    {
      title: 'What has changed in a year',
      sentences: changed.length > 0 ? changed : [sentence(NOTHING_CHANGED)],
    },
    ...(headlines.length > 0 ? [{ title: 'Headline numbers', sentences: headlines }] : []),
    {
      title: 'Against the rest of the area',
      sentences: different.length > 0 ? different : [sentence(NOTHING_DIFFERS)],
    },
  ];
  const figure = panelsFigure(view, { id: `locality-${slug}-lines`, area, indicators: DRAWN });
  return [
    { kind: 'heading', text: capital(view.areaName(area)), id: `locality-${slug}`, newPage: true },
    { kind: 'paragraph', sentences: [sentence(`Part of ${placeText(view, area)}.`)] },
    ...(figure.kind === 'figure'
      ? [{ kind: 'beside' as const, lists, figure }]
      : [
          {
            kind: 'note' as const,
            sentences: [...lists.flatMap(({ sentences }) => sentences), figure.sentence],
          },
        ]),
    localityTable(view, area, `locality-${slug}`),
  ];
}

/** "My patch on one page", the same for all fourteen, from A to Z. */
export const localities: ChapterRecord = {
  id: 'localities',
  title: 'Each district on one page',
  audience: ['B', 'G'],
  build: (view) => ({
    id: localities.id,
    title: localities.title,
    lead: sentence('The same measures for every district, from A to Z; none is put in order of its figures.'),
    blocks: [
      {
        kind: 'paragraph',
        sentences: [
          sentence(
            'What stands out is chosen by rule: only what is clearly higher or lower (998 in 1,000), since many measures of each place are looked at. In the tables about one verdict in twenty is chance. In small places most numbers move by chance, and some are hidden to protect children.',
          ),
        ],
      },
      ...view.districtsByName
        .filter((area) => view.areas.districtsOf(view.area).includes(area))
        .flatMap((area) => localityPage(view, area)),
    ],
  }),
};

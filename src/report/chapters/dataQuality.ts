import { lengthOf } from '../../disclosure/derive.js';
import type { Cell, Chapter, Table, TableRow } from '../model.js';
import { formatFigure } from '../numbers.js';
import { isShown } from '../statements/figures.js';
import { capital, joined, sentence } from '../statements/sentence.js';
import type { ProfileView } from '../view.js';
import { blocksOf, type ChapterRecord, pairOf } from './chapter.js';
import { column, LEFT, unavailable } from './figures/exhibit.js';
import { trendFigure } from './figures/trend.js';
import { comparisonTable } from './tables.js';

const STATUS: Readonly<Record<string, string>> = {
  received: 'Received',
  nil: 'Nothing to report',
  missing: 'Not received',
  'not expected': '[z]',
};

/** Bounds of the grid's shades, in percent. */
const BANDS = [60, 80, 90, 98] as const;

function agencyName(view: ProfileView, id: string): string {
  return view.config.agencies.find((agency) => agency.id === id)?.name ?? id;
}

function returnsTable(view: ProfileView): Table | null {
  const rows = view.quality.returns.filter(
    (entry) => entry.period === view.published.period && entry.status !== 'not expected',
  );
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    id: 'returns',
    title: `Extracts received for ${view.current.text}`,
    subtitle:
      'One row for each extract that an agency is expected to send. Nothing to report is an answer; not received is not.',
    columns: [
      column('agency', 'Agency', LEFT),
      column('extract', 'Extract', LEFT),
      column('status', 'Status', LEFT),
      column('rows', 'Rows read'),
      column('accepted', 'Accepted'),
      column('rejected', 'Rejected'),
      column('warnings', 'Warnings'),
    ],
    rows: rows.map((entry): TableRow => {
      const number = (figure: typeof entry.rows): Cell =>
        entry.status === 'received' ? { figure, format: 'count' } : { text: '[z]' };
      return {
        cells: [
          { text: agencyName(view, entry.agency) },
          { text: view.extractTitle(entry.extract) },
          { text: STATUS[entry.status] ?? entry.status },
          number(entry.rows),
          number(entry.accepted),
          number(entry.rejected),
          number(entry.warnings),
        ],
      };
    }),
    notes: ['Rows are counts of events about children, so small numbers of them are hidden too.'],
    source: `Ingest of the extracts for ${view.current.text}.`,
    tidy: [],
  };
}

function rulesTable(view: ProfileView): Table | null {
  const { rules } = view.quality;
  if (rules.length === 0) return null;
  const order = { error: 0, warning: 1, information: 2 } as const;
  const sorted = [...rules].sort(
    (a, b) => order[a.severity] - order[b.severity] || (a.rule < b.rule ? -1 : 1),
  );
  return {
    kind: 'table',
    id: 'rules',
    title: 'What the checks found',
    subtitle: `Rules that found something in the extracts for ${view.current.text}. Errors reject a row; warnings keep it.`,
    columns: [
      column('rule', 'Rule', LEFT),
      column('title', 'What it checks', LEFT),
      column('severity', 'Kind', LEFT),
      column('files', 'Files'),
      column('rows', 'Rows'),
    ],
    rows: sorted.map((rule) => ({
      cells: [
        { text: rule.rule },
        { text: rule.title },
        { text: capital(rule.severity) },
        { figure: rule.files, format: 'count' },
        { figure: rule.rows, format: 'count' },
      ],
    })),
    notes: ['profile explain <rule> says what each rule means and what to do.'],
    source: `Ingest of the extracts for ${view.current.text}.`,
    tidy: [],
  };
}

/** What a reader wants to know of every extract about people: a label and the fields that can hold it. */
const KEY_FIELDS: readonly (readonly [label: string, ...fields: string[]])[] = [
  ['Date of birth', 'date_of_birth'],
  ['Sex', 'sex'],
  ['Ethnic group', 'ethnicity'],
  ['NHS number', 'nhs_number'],
  ['Pupil number', 'upn'],
  ['Postcode', 'postcode'],
  ['Home district', 'district_home', 'victim_home_district', 'home_district'],
  ['CSE concern or flag', 'cse_flag_at_report', 'cse_flag', 'concern_types', 'cse_disclosed'],
  ['Risk grade', 'risk_grade', 'risk_band_initial'],
  ['Disability', 'disability'],
  ['Online part', 'online', 'online_flag'],
  ['Relationship', 'relationship'],
  ['Outcome or end', 'outcome_code', 'closure_reason', 'found_at', 'completed_at', 'closed_at'],
];

/** An extract is about people, and so in the grid, when it has at least this many of the key fields. */
const FEWEST_KEY_FIELDS = 5;

/** Key fields by extract with the share of rows that have a valid value. */
function completenessTable(view: ProfileView): Table | null {
  const shares = new Map<string, Map<string, Cell>>();
  for (const { agency, extract, field, share } of view.quality.completeness) {
    const cells = shares.get(`${extract}|${agency}`) ?? new Map<string, Cell>();
    shares.set(`${extract}|${agency}`, cells);
    cells.set(field, { figure: share, format: 'percent' });
  }
  const cellOf = (cells: ReadonlyMap<string, Cell>, fields: readonly string[]): Cell | undefined =>
    fields.map((field) => cells.get(field)).find((cell) => cell !== undefined);
  const columns = [...shares].filter(
    ([, cells]) =>
      KEY_FIELDS.filter(([, ...fields]) => cellOf(cells, fields) !== undefined).length >= FEWEST_KEY_FIELDS,
  );
  if (columns.length === 0) return null;
  return {
    kind: 'table',
    id: 'completeness',
    title: 'How often the key fields are filled in, by extract',
    subtitle: `Share of the rows accepted for ${view.current.text}. Darker is more complete. [z]: the extract has no such field.`,
    columns: [
      column('field', 'Field', LEFT),
      ...columns.map(([key]) => {
        const [extract = '', agency = ''] = key.split('|');
        const sender = view.config.agencies.find(({ id }) => id === agency)?.name ?? agency;
        return column(key.replace('|', '-'), `${view.extractTitle(extract)}: ${sender}`);
      }),
    ],
    rows: KEY_FIELDS.map(([label, ...fields]) => ({
      cells: [{ text: label }, ...columns.map(([, cells]): Cell => cellOf(cells, fields) ?? { text: '[z]' })],
    })),
    notes: ['A field can be blank for a good reason: an open case has no end, a suspect may not be known.'],
    source: `Ingest of the extracts for ${view.current.text}.`,
    tidy: [],
  };
}

/** Domain note 1.2, section 4: how far the rest can be trusted. */
export const dataQuality: ChapterRecord = {
  id: 'data-quality',
  title: 'How good the data is',
  audience: ['B', 'G'],
  build: (view): Chapter => {
    const here = view.quality.returns.filter(
      (entry) => entry.period === view.published.period && entry.status !== 'not expected',
    );
    const arrived = here.filter((entry) => entry.status !== 'missing');
    const { people } = view.quality;
    const grid = completenessTable(view);
    const linked =
      isShown(people.children) && isShown(people.linkedAcrossAgencies)
        ? sentence(
            `Across all half-years, agencies’ records describe ${formatFigure(people.children, 'count')} children; ${formatFigure(people.linkedAcrossAgencies, 'count')} of them were matched between agencies. Only certain matches are made, so some children are counted twice.`,
          )
        : sentence('How many children were matched between agencies is not shown.');
    return {
      id: dataQuality.id,
      title: dataQuality.title,
      lead: sentence(
        `${formatFigure(lengthOf(arrived), 'count')} of ${formatFigure(lengthOf(here), 'count')} expected extracts arrived; figures without an extract cover part of the area only.`,
      ),
      blocks: blocksOf([
        { kind: 'paragraph', sentences: [joined([linked])] },
        grid === null
          ? unavailable('how complete the fields are', 'no completeness was measured')
          : { kind: 'grid', table: grid, bands: BANDS },
        returnsTable(view),
        rulesTable(view),
        pairOf(
          trendFigure(view, { id: 'ethnicity-missing-children', indicators: ['V06'], width: 'half' }),
          trendFigure(view, { id: 'ethnicity-missing-suspects', indicators: ['P06'], width: 'half' }),
        ),
        comparisonTable(
          view,
          'quality-measures',
          ['Q01', 'Q02', 'Q03', 'Q04', 'Q05', 'Q06', 'M15', 'V06', 'P06'],
          'Quality of the data, this half-year and a year earlier',
        ),
      ]),
    };
  },
};

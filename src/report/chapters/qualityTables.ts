import { lengthOf } from '../../disclosure/derive.js';
import type { Figure } from '../../disclosure/model.js';
import type { Cell, Table, TableRow, TidyRow } from '../model.js';
import { capital, listed } from '../statements/sentence.js';
import type { ProfileView } from '../view.js';
import { column, LEFT } from './figures/exhibit.js';

const STATUS: Readonly<Record<string, string>> = {
  received: 'Received',
  nil: 'Nothing to report',
  missing: 'Not received',
  'not expected': '[z]',
};

const NOT_APPLICABLE: Figure = { symbol: 'z' };

/** A tidy row about the data themselves: it has a value and no numerator, denominator or range. */
function aboutData(
  view: ProfileView,
  indicator: string,
  value: Figure,
  unit = 'rows',
): Omit<TidyRow, 'level' | 'areaCode' | 'areaName' | 'breakdown' | 'category'> {
  return {
    period: view.current.id,
    indicator,
    unit,
    numerator: NOT_APPLICABLE,
    denominator: NOT_APPLICABLE,
    value,
    lower: NOT_APPLICABLE,
    upper: NOT_APPLICABLE,
  };
}

/** A tidy row about one extract of one agency; the agency stands in the place of an area. */
function aboutAgency(
  view: ProfileView,
  agency: string,
  indicator: string,
  extract: string,
  value: Figure,
  unit = 'rows',
): TidyRow {
  return {
    ...aboutData(view, indicator, value, unit),
    level: 'agency',
    areaCode: agency,
    areaName: view.agencyName(agency),
    breakdown: 'extract',
    category: extract,
  };
}

/** What each agency was expected to send for this half-year, and what came. */
export function returnsTable(view: ProfileView): Table | null {
  const rows = view.expected;
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
          { text: view.agencyName(entry.agency) },
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
    tidy: rows.flatMap((entry) =>
      entry.status === 'received'
        ? [
            aboutAgency(view, entry.agency, 'rows_read', entry.extract, entry.rows),
            aboutAgency(view, entry.agency, 'rows_accepted', entry.extract, entry.accepted),
            aboutAgency(view, entry.agency, 'rows_rejected', entry.extract, entry.rejected),
          ]
        : [
            aboutAgency(view, entry.agency, 'rows_read', entry.extract, {
              symbol: entry.status === 'nil' ? 'w' : 'x',
            }),
          ],
    ),
  };
}

/** One line an agency: how much of what it was expected to send came, and what did not. */
export function agencyReturnsTable(view: ProfileView): Table | null {
  const rows = view.config.agencies.flatMap(({ id, name }) => {
    const own = view.expected.filter(({ agency }) => agency === id);
    return own.length === 0
      ? []
      : [{ id, name, own, missing: own.filter(({ status }) => status === 'missing') }];
  });
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    id: 'returns-by-agency',
    title: `What each agency sent for ${view.current.text}`,
    subtitle: 'Nothing to report counts as sent: it is an answer.',
    columns: [
      column('agency', 'Agency', LEFT),
      column('expected', 'Extracts expected'),
      column('sent', 'Sent'),
      column('missing', 'Not received', LEFT),
    ],
    rows: rows.map(({ name, own, missing }) => ({
      cells: [
        { text: name },
        { figure: lengthOf(own), format: 'count' },
        { figure: lengthOf(own.filter(({ status }) => status !== 'missing')), format: 'count' },
        {
          text:
            missing.length === 0
              ? 'Nothing is missing'
              : capital(listed(missing.map(({ extract }) => view.extractTitle(extract).toLowerCase()))),
        },
      ],
    })),
    notes: [],
    source: `Ingest of the extracts for ${view.current.text}.`,
    tidy: rows.flatMap(({ id, own, missing }) => [
      aboutAgency(view, id, 'extracts_expected', 'all', lengthOf(own), 'extracts'),
      aboutAgency(
        view,
        id,
        'extracts_sent',
        'all',
        lengthOf(own.filter(({ status }) => status !== 'missing')),
        'extracts',
      ),
      ...missing.map(({ extract }) =>
        aboutAgency(view, id, 'extracts_sent', extract, { symbol: 'x' }, 'extracts'),
      ),
    ]),
  };
}

/** Rules that found something, errors first. */
export function rulesTable(view: ProfileView): Table | null {
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
    tidy: sorted.map((rule) => ({
      ...aboutData(view, `rows_with_${rule.severity}`, rule.rows),
      level: 'partnership',
      areaCode: view.pan,
      areaName: view.areaName(view.pan),
      breakdown: 'rule',
      category: rule.rule,
    })),
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
const FEWEST_KEY_FIELDS = 7;

/** Key fields by extract with the share of rows that have a valid value. */
export function completenessTable(view: ProfileView): Table | null {
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
        return column(key.replace('|', '-'), `${view.extractTitle(extract)}: ${view.agencyName(agency)}`);
      }),
    ],
    rows: KEY_FIELDS.map(([label, ...fields]) => ({
      cells: [{ text: label }, ...columns.map(([, cells]): Cell => cellOf(cells, fields) ?? { text: '[z]' })],
    })),
    notes: ['A field can be blank for a good reason: an open case has no end, a suspect may not be known.'],
    source: `Ingest of the extracts for ${view.current.text}.`,
    tidy: columns.flatMap(([key, cells]) =>
      KEY_FIELDS.flatMap(([label, ...fields]) => {
        const [extract = '', agency = ''] = key.split('|');
        const cell = cellOf(cells, fields);
        return cell !== undefined && 'figure' in cell
          ? [aboutAgency(view, agency, `completeness: ${label}`, extract, cell.figure, 'percent')]
          : [];
      }),
    ),
  };
}

/** The account of every row of this half-year's extracts. */
export function reconciliationTable(view: ProfileView): Table | null {
  const rows = view.quality.accounts.filter(
    ({ period }) => period === null || period === view.published.period,
  );
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    id: 'reconciliation',
    title: 'Where every row went',
    subtitle: `Extracts for ${view.current.text}: read = accepted + rejected + repeated + replaced + set aside.`,
    columns: [
      column('agency', 'Agency', LEFT),
      column('extract', 'Extract', LEFT),
      column('read', 'Read'),
      column('accepted', 'Accepted'),
      column('rejected', 'Rejected'),
      column('duplicates', 'Repeated'),
      column('superseded', 'Replaced'),
      column('set-aside', 'Set aside'),
    ],
    rows: rows.map((account) => {
      const cells: Cell[] = [
        { text: account.agency === null ? '[x]' : view.agencyName(account.agency) },
        { text: view.extractTitle(account.extract) },
        { figure: account.read, format: 'count' },
        { figure: account.accepted, format: 'count' },
        { figure: account.rejected, format: 'count' },
        { figure: account.duplicates, format: 'count' },
        { figure: account.superseded, format: 'count' },
        { figure: account.setAside, format: 'count' },
      ];
      return { cells };
    }),
    notes: ['Set aside: people aged 18 or over at the event and cancelled crimes.'],
    source: `Ingest of the extracts for ${view.current.text}.`,
    tidy: rows.flatMap((account) =>
      (
        [
          ['rows_read', account.read],
          ['rows_accepted', account.accepted],
          ['rows_rejected', account.rejected],
          ['rows_repeated', account.duplicates],
          ['rows_replaced', account.superseded],
          ['rows_set_aside', account.setAside],
        ] as const
      ).map(([what, figure]) => aboutAgency(view, account.agency ?? '', what, account.extract, figure)),
    ),
  };
}

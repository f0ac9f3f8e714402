import { lengthOf } from '../../../disclosure/derive.js';
import type { Cell, Table } from '../../model.js';
import { formatFigure } from '../../numbers.js';
import { isShown } from '../../statements/figures.js';
import { capital, sentence } from '../../statements/sentence.js';
import type { ProfileView } from '../../view.js';
import { blocksOf, type ChapterRecord } from '../chapter.js';
import { column, LEFT, sourceLine, thisSpan, tidyRows } from '../figures/exhibit.js';

/** One measure an extract that is placed by district; nought is silence, unless it is a true nought. */
const BY_EXTRACT: readonly (readonly [indicator: string, what: string])[] = [
  ['S03', 'Contacts'],
  ['M01', 'Missing episodes'],
  ['O01', 'Offences'],
  ['I01', 'Intelligence'],
  ['D00', 'Disruption'],
  ['T06', 'Engagement'],
];

interface Cells {
  readonly table: Table | null;
  /** "Rossendale: no disruption" */
  readonly silent: readonly string[];
  readonly looked: readonly string[];
}

/** Districts by extract with the number recorded: a nought is a question to the agency, never an answer. */
function silentCells(view: ProfileView): Cells {
  const measures = BY_EXTRACT.filter(
    ([indicator]) => view.published.find(indicator, view.pan, view.current.id) !== undefined,
  );
  const at = (area: (typeof view.districtsByName)[number], indicator: string) =>
    view.published.find(indicator, area, view.current.id);
  const cells = view.districtsByName.flatMap((area) =>
    measures.map(([indicator, what]) => ({ area, what, o: at(area, indicator) })),
  );
  const silent = cells.filter(({ o }) => o !== undefined && isShown(o.value) && o.value.number === 0);
  return {
    silent: silent.map(({ area, what }) => `${view.areaName(area)}: no ${what.toLowerCase()}`),
    looked: cells.map(({ area, what }) => `${area} ${what}`),
    table:
      measures.length === 0
        ? null
        : {
            kind: 'table',
            id: 'records-by-district',
            title: `Records by district and extract, ${view.current.text}`,
            subtitle:
              'Number of records about the district. Nought can mean that nothing happened, or that nobody recorded it.',
            columns: [
              column('district', 'District', LEFT),
              ...measures.map(([indicator, what]) => column(indicator, what)),
            ],
            rows: view.districtsByName.map((area) => ({
              cells: [
                { text: view.areaName(area) },
                ...measures.map(([indicator]): Cell => {
                  const o = at(area, indicator);
                  return o === undefined ? { text: '[x]' } : { figure: o.value, format: 'count' };
                }),
              ],
            })),
            notes: ['Districts are in order of their names.'],
            source: sourceLine(
              view,
              measures.flatMap(([indicator]) => view.extractsOf(indicator)),
              thisSpan(view),
            ),
            tidy: tidyRows(
              view,
              cells.flatMap(({ o }) => o ?? []),
            ),
          },
  };
}

/** Wards without a recorded offence in twelve months, by district; only where enough is recorded for silence to say something. */
function silentWards(view: ProfileView): Table | null {
  const places = [...view.districtsByName, ...view.areas.boards, view.pan];
  const found = places.flatMap((area) => view.published.find('L08', area, view.current.id) ?? []);
  if (found.length === 0) return null;
  return {
    kind: 'table',
    id: 'silent-wards',
    title: `Wards without a recorded offence in the twelve months to ${view.current.text.split(' to ').at(-1)}`,
    subtitle: 'Places with too few offences for silence to mean anything are left out.',
    columns: [
      column('area', 'Area', LEFT),
      column('silent', 'Silent wards'),
      column('wards', 'Wards'),
      column('share', 'Share'),
    ],
    rows: found.map((o) => ({
      cells: [
        { text: capital(view.areaName(o.area)) },
        { figure: o.numerator, format: 'count' },
        { figure: o.denominator, format: 'count' },
        { figure: o.value, format: 'percent' },
      ],
      ...(o.area === view.pan ? { total: true } : {}),
    })),
    notes: [
      'Silence can mean that nothing happened, that nobody told, or that the ward was not recorded. Offences online have no ward.',
    ],
    source: sourceLine(view, view.extractsOf('L08'), thisSpan(view)),
    tidy: tidyRows(view, found),
  };
}

/** Where nothing is heard from. */
export const silence: ChapterRecord = {
  id: 'where-silent',
  title: 'Where nothing is heard from',
  audience: ['B', 'G', 'T'],
  build(view) {
    const { table, silent, looked } = silentCells(view);
    return {
      id: silence.id,
      title: silence.title,
      lead: sentence(
        silent.length === 0
          ? `None of ${formatFigure(lengthOf(looked), 'count')} combinations of district and extract that can be shown is empty.`
          : `${formatFigure(lengthOf(silent), 'count')} of ${formatFigure(lengthOf(looked), 'count')} combinations of district and extract hold no record.`,
      ),
      blocks: blocksOf([
        silent.length === 0 ? null : { kind: 'list', items: silent },
        table,
        silentWards(view),
      ]),
    };
  },
};

import { lengthOf } from '../../disclosure/derive.js';
import type { Figure, PublishedObservation } from '../../disclosure/model.js';
import type { Table } from '../model.js';
import { formatFigure, type NumberFormat } from '../numbers.js';
import { categoryLabel, isNoAnswer } from '../statements/categories.js';
import { isShown } from '../statements/figures.js';
import { capital } from '../statements/sentence.js';
import type { ProfileView } from '../view.js';
import { column, LEFT, sourceLine, thisSpan, tidyRows } from './figures/exhibit.js';

interface Gap {
  readonly place: string;
  readonly requirement: string;
  readonly known: Figure;
  readonly format: NumberFormat;
  readonly observation: PublishedObservation;
}

function isNought(figure: Figure): boolean {
  return isShown(figure) && figure.number === 0;
}

/** Kinds of agency from which nothing came, by board: only noughts that the edition prints. */
function silentAgencies(view: ProfileView): readonly Gap[] {
  return view.areas.boards.flatMap((area) =>
    view.published
      .categories('I01', area, view.current.id, 'agency')
      .filter((o) => isNought(o.value) && !isNoAnswer(o.category) && o.category !== 'POL')
      .map((o) => ({
        place: capital(view.areaName(area)),
        requirement: `What do staff see (${categoryLabel(view, 'I01', 'agency', o.category).toLowerCase()})? No submission came from them.`,
        known: o.value,
        format: 'count' as const,
        observation: o,
      })),
  );
}

function silentDistricts(view: ProfileView): readonly Gap[] {
  return view.districtsByName.flatMap((area) => {
    const o = view.published.find('I01', area, view.current.id);
    return o === undefined || !isNought(o.value)
      ? []
      : [
          {
            place: view.areaName(area),
            requirement: 'Is there nothing to tell, or is it not told? No submission concerns this district.',
            known: o.value,
            format: 'count' as const,
            observation: o,
          },
        ];
  });
}

/** Shares that are not recorded, above which not knowing is a gap of its own. */
const UNKNOWN_LIMIT = 15;

const UNKNOWN: readonly { readonly indicator: string; readonly requirement: string }[] = [
  { indicator: 'P06', requirement: 'What is the ethnic group of the people suspected? It is not recorded.' },
  { indicator: 'V06', requirement: 'What is the ethnic group of the children? It is not recorded.' },
  { indicator: 'O13', requirement: 'Who are the suspects? None was found.' },
];

function notRecorded(view: ProfileView): readonly Gap[] {
  return UNKNOWN.flatMap(({ indicator, requirement }) => {
    const o = view.published.find(indicator, view.pan, view.current.id);
    return o === undefined || !isShown(o.value) || o.value.number <= UNKNOWN_LIMIT
      ? []
      : [
          {
            place: capital(view.areaName(view.pan)),
            requirement,
            known: o.value,
            format: view.format(indicator),
            observation: o,
          },
        ];
  });
}

/**
 * Numbered intelligence requirements that follow from the data alone: empty cells and what is not recorded. The analyst's
 * own requirements stand in the analyst's text.
 */
export function requirementsTable(view: ProfileView): Table | null {
  const gaps = [...silentAgencies(view), ...silentDistricts(view), ...notRecorded(view)];
  if (gaps.length === 0) return null;
  return {
    kind: 'table',
    id: 'intelligence-requirements',
    title: `${formatFigure(lengthOf(gaps), 'count')} intelligence requirement${gaps.length === 1 ? '' : 's'} from gaps in the data`,
    subtitle: `What is not known, ${view.current.text}. A nought means that nothing was recorded, not that there was nothing.`,
    columns: [
      column('number', 'No.', LEFT),
      column('place', 'Place', LEFT),
      column('requirement', 'Requirement', LEFT),
      column('known', 'Recorded'),
    ],
    rows: gaps.map(({ place, requirement, known, format }, index) => ({
      cells: [{ text: `IR${index + 1}` }, { text: place }, { text: requirement }, { figure: known, format }],
    })),
    notes: [],
    source: sourceLine(
      view,
      gaps.flatMap(({ observation }) => view.extractsOf(observation.indicator)),
      thisSpan(view),
    ),
    tidy: tidyRows(
      view,
      gaps.map(({ observation }) => observation),
    ),
  };
}

import type { PublishedObservation } from '../../../disclosure/model.js';
import type { AreaCode } from '../../../reference/brands.js';
import type { Chart, Mark } from '../../chart.js';
import type { Cell, Sentence, Table } from '../../model.js';
import { formatFigure } from '../../numbers.js';
import { isShown, rangeText } from '../../statements/figures.js';
import { localitySentence, localityTitle } from '../../statements/localities.js';
import { capital } from '../../statements/sentence.js';
import { measureText, subjectOf, unitText } from '../../statements/subjects.js';
import type { ProfileView } from '../../view.js';
import {
  altText,
  anyShown,
  column,
  LEFT,
  type Made,
  populationNote,
  sourceLine,
  thisSpan,
  tidyRows,
  unavailableIndicator,
} from './exhibit.js';
import { ORDER_NOTE, type PlacesSpec } from './placesSpec.js';

interface Found {
  readonly area: AreaCode;
  readonly observation: PublishedObservation;
  readonly mark: Mark;
}

function found(view: ProfileView, spec: PlacesSpec): readonly Found[] {
  return (spec.areas ?? view.districtsByName).flatMap((area) => {
    const observation = view.published.find(spec.indicator, area, view.current.id);
    if (observation === undefined) return [];
    return [{ area, observation, mark: markAgainstRest(view, spec.indicator, area) }];
  });
}

function markAgainstRest(view: ProfileView, indicator: string, area: AreaCode): Mark {
  const verdict = view.published.statement('locality', indicator, area)?.verdict;
  if (verdict === 'higher' || verdict === 'lower') return verdict;
  return verdict === 'no clear change' ? 'similar' : 'unknown';
}

function againstRest(view: ProfileView, indicator: string, area: AreaCode): string {
  const verdict = view.published.statement('locality', indicator, area)?.verdict;
  if (verdict === 'higher' || verdict === 'lower') return capital(verdict);
  if (verdict === 'no clear change') return 'No clear difference';
  return verdict === 'confidential' ? 'Not shown' : 'Too few to say';
}

function placesTable(
  view: ProfileView,
  spec: PlacesSpec,
  places: readonly Found[],
  title: string,
  subtitle: string,
  source: string,
): Omit<Table, 'kind'> {
  const format = view.format(spec.indicator);
  const pan = view.published.find(spec.indicator, view.pan, view.current.id);
  const row = (name: string, o: PublishedObservation, verdict: string): Cell[] => [
    { text: name },
    { figure: o.numerator, format: 'count' },
    { figure: o.value, format },
    { text: rangeText(o.lower, o.upper, format) },
    { text: verdict },
  ];
  return {
    id: spec.id,
    title,
    subtitle,
    columns: [
      column('area', 'Area', LEFT),
      column('count', 'Count'),
      column('value', 'Value'),
      column('range', '95% range'),
      column('verdict', 'Against the rest', LEFT),
    ],
    rows: [
      ...places.map(({ area, observation }) => ({
        cells: row(view.areaName(area), observation, againstRest(view, spec.indicator, area)),
      })),
      ...(pan === undefined
        ? []
        : [{ cells: row(capital(view.areaName(view.pan)), pan, '[z]'), total: true }]),
    ],
    notes: [ORDER_NOTE],
    source,
    tidy: tidyRows(view, [
      ...places.map(({ observation }) => observation),
      ...(pan === undefined ? [] : [pan]),
    ]),
  };
}

/** "Burnley 21.3, Preston 18.4": as many places as the alternative text takes, those that differ first. */
function namedValues(view: ProfileView, indicator: string, places: readonly Found[]): string[] {
  const format = view.format(indicator);
  const differing = places.filter(({ mark }) => mark === 'higher' || mark === 'lower');
  const others = places.filter((place) => !differing.includes(place));
  return [...differing, ...others].flatMap(({ area, observation }) =>
    isShown(observation.value) ? [`${view.areaName(area)} ${formatFigure(observation.value, format)}`] : [],
  );
}

function subtitleOf(view: ProfileView, indicator: string): string {
  return `${capital(measureText(view, indicator))}, by district, ${view.current.text}.`;
}

function localityFigure(
  view: ProfileView,
  spec: PlacesSpec,
  lead: string,
  why: string,
  chart: (places: readonly Found[]) => Chart,
  note: string,
  reading: Sentence | null,
): Made {
  const places = found(view, spec);
  if (!anyShown(places.map(({ observation }) => observation.value))) {
    return unavailableIndicator(view, spec.indicator, `${subjectOf(view, spec.indicator)} by district`);
  }
  const areas = spec.areas ?? view.districtsByName;
  const title = localityTitle(view, spec.indicator, areas);
  const subtitle = `${subtitleOf(view, spec.indicator)} ${note}`;
  const source = sourceLine(
    view,
    view.extractsOf(spec.indicator),
    thisSpan(view),
    populationNote(view, [spec.indicator]),
  );
  return {
    kind: 'figure',
    id: spec.id,
    title,
    subtitle,
    alt: altText(
      `${lead} of ${subjectOf(view, spec.indicator)}, ${view.current.shortText}`,
      namedValues(view, spec.indicator, places),
      why,
    ),
    chart: chart(places),
    width: spec.width,
    reading,
    source,
    table: placesTable(view, spec, places, title.text, subtitle, source),
  };
}

/** One tile a district. */
export function tileMapFigure(view: ProfileView, spec: PlacesSpec): Made {
  return localityFigure(
    view,
    spec,
    'Tile map',
    'It shows where more or less is recorded than in the rest of the area.',
    (places) => ({
      kind: 'tile-map',
      unit: view.format(spec.indicator),
      tiles: places.map(({ area, observation, mark }) => ({
        areaCode: area,
        name: view.areas.shortName(area),
        value: observation.value,
        mark,
      })),
    }),
    'Each tile is one district.',
    null,
  );
}

/** Districts with their 95% ranges against the whole area. */
export function placesDotFigure(view: ProfileView, spec: PlacesSpec): Made {
  const pan = view.published.find(spec.indicator, view.pan, view.current.id);
  return localityFigure(
    view,
    spec,
    'Dot plot with ranges',
    'It shows which districts differ by more than chance.',
    (places) => ({
      kind: 'dot-range',
      unit: view.format(spec.indicator),
      axisTitle: capital(unitText(view, spec.indicator)),
      rows: places.map(({ area, observation, mark }) => ({
        name: view.areas.shortName(area),
        value: observation.value,
        lower: observation.lower,
        upper: observation.upper,
        mark,
      })),
      reference:
        pan !== undefined && isShown(pan.value) ? { value: pan.value, label: 'Pan-Lancashire' } : null,
    }),
    'Lines are 95% ranges; the dashed line is the whole area. From A to Z.',
    localitySentence(view, spec.indicator, spec.areas ?? view.districtsByName),
  );
}

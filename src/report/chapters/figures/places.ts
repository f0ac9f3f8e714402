import type { PublishedObservation } from '../../../disclosure/model.js';
import type { AreaCode } from '../../../reference/brands.js';
import type { Cell, Chart, FigureBlock, Mark, Sentence, Table } from '../../model.js';
import { formatFigure } from '../../numbers.js';
import { markOf, verdictText } from '../../statements/change.js';
import { differenceText, isShown, rangeText } from '../../statements/figures.js';
import { localitySentence, localityTitle, standing } from '../../statements/localities.js';
import { capital, listed, sentence, titled } from '../../statements/sentence.js';
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
  wholeSpan,
} from './exhibit.js';

export interface PlacesSpec {
  readonly id: string;
  readonly indicator: string;
  /** The count whose changes are spoken of, where the indicator itself (a rate) has none. */
  readonly changesOf?: string;
  readonly width: FigureBlock['width'];
  readonly areas?: readonly AreaCode[];
}

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

const ORDER_NOTE = 'Places are listed from A to Z. They are not put in order of their figures.';

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
    'Each square is one district.',
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

/** One small chart a district, all on one scale. */
export function multiplesFigure(view: ProfileView, spec: PlacesSpec): Made {
  const areas = spec.areas ?? view.districtsByName;
  const changes = spec.changesOf ?? spec.indicator;
  const panels = areas
    .map((area) => ({ area, series: view.published.series(spec.indicator, area) }))
    .filter(({ series }) => anyShown(series.map((o) => o.value)));
  if (panels.length === 0)
    return unavailableIndicator(
      view,
      spec.indicator,
      `${subjectOf(view, spec.indicator)} by district over time`,
    );
  const higher = areas.filter(
    (area) => view.published.statement('change', changes, area)?.verdict === 'higher',
  );
  const lower = areas.filter(
    (area) => view.published.statement('change', changes, area)?.verdict === 'lower',
  );
  const statements = areas.flatMap((area) => view.published.statement('change', changes, area) ?? []);
  const title = overTimeTitle(view, changes, higher, lower, statements);
  const format = view.format(spec.indicator);
  const subtitle = `${capital(measureText(view, spec.indicator))}, each district, half-years to ${view.current.shortText}. One scale for all.`;
  const source = sourceLine(
    view,
    view.extractsOf(spec.indicator),
    wholeSpan(view),
    populationNote(view, [spec.indicator]),
  );
  const last = panels.flatMap(({ area, series }) => {
    const value = series[series.length - 1]?.value;
    return isShown(value) ? [`${view.areaName(area)} ${formatFigure(value, format)}`] : [];
  });
  const periods = view.published.periods;
  return {
    kind: 'figure',
    id: spec.id,
    title,
    subtitle,
    alt: altText(
      `Small line charts of ${subjectOf(view, spec.indicator)}, one for each of ${panels.length} districts`,
      [`latest values: ${last.slice(0, 4).join(', ')}`, ...last.slice(4, 6)],
      'They show how each place has moved on one scale.',
    ),
    chart: {
      kind: 'small-multiples',
      unit: format,
      panels: panels.map(({ area, series }) => ({
        name: view.areas.shortName(area),
        points: series.map((o) => ({
          label: view.half(o.period).label,
          value: o.value,
          lower: o.lower,
          upper: o.upper,
        })),
      })),
    },
    width: spec.width,
    reading: null,
    source,
    table: {
      id: spec.id,
      title: title.text,
      subtitle,
      columns: [
        column('area', 'District', LEFT),
        ...periods.map((period) => column(period, view.half(period).label)),
      ],
      rows: panels.map(({ area, series }) => ({
        cells: [
          { text: view.areaName(area) },
          ...periods.map((period): Cell => {
            const o = series.find((point) => point.period === period);
            return o === undefined ? { text: '[x]' } : { figure: o.value, format };
          }),
        ],
      })),
      notes: [ORDER_NOTE],
      source,
      tidy: tidyRows(
        view,
        panels.flatMap(({ series }) => series),
      ),
    },
  };
}

function overTimeTitle(
  view: ProfileView,
  indicator: string,
  higher: readonly AreaCode[],
  lower: readonly AreaCode[],
  statements: Parameters<typeof sentence>[1][],
): Sentence {
  const since = view.before.shortText;
  const named = (areas: readonly AreaCode[]): string => listed(areas.map(view.areaName));
  const counted = (areas: readonly AreaCode[]): string =>
    areas.length === 1 ? 'one district' : `${areas.length} districts`;
  const wordings = (say: (areas: (codes: readonly AreaCode[]) => string) => string): string[] => [
    say(named),
    say(counted),
  ];
  if (higher.length > 0 && lower.length > 0) {
    return titled(
      wordings((areas) => `Since ${since}: higher in ${areas(higher)}, lower in ${areas(lower)}`),
      ...statements,
    );
  }
  if (higher.length > 0) {
    return titled(
      wordings((areas) => `Higher than in ${since} in ${areas(higher)}`),
      ...statements,
    );
  }
  if (lower.length > 0) {
    return titled(
      wordings((areas) => `Lower than in ${since} in ${areas(lower)}`),
      ...statements,
    );
  }
  const subject = subjectOf(view, indicator);
  return statements.length === 0
    ? titled([`${capital(subject)} in each district over time`, capital(subject)])
    : titled([`No district shows a clear change since ${since}`], ...statements);
}

/** The count of each district in two half-years a year apart. */
export function yearDumbbellFigure(view: ProfileView, spec: PlacesSpec): Made {
  const rows = (spec.areas ?? view.districtsByName).flatMap((area) => {
    const now = view.published.find(spec.indicator, area, view.current.id);
    const earlier = view.published.find(spec.indicator, area, view.before.id);
    return now === undefined || earlier === undefined ? [] : [{ area, now, earlier }];
  });
  if (!anyShown(rows.map(({ now }) => now.value))) {
    return unavailableIndicator(
      view,
      spec.indicator,
      `${subjectOf(view, spec.indicator)} by district, year on year`,
    );
  }
  const statements = rows.flatMap(
    ({ area }) => view.published.statement('change', spec.indicator, area) ?? [],
  );
  const higher = statements.filter((s) => s.verdict === 'higher').map((s) => s.area);
  const lower = statements.filter((s) => s.verdict === 'lower').map((s) => s.area);
  const title = overTimeTitle(view, spec.indicator, higher, lower, statements);
  const format = view.format(spec.indicator);
  const subtitle = `${capital(subjectOf(view, spec.indicator))} by district, ${view.before.text} and ${view.current.text}.`;
  const source = sourceLine(
    view,
    view.extractsOf(spec.indicator),
    { from: view.before.text, to: view.current.text },
    populationNote(view, [spec.indicator]),
  );
  const said = rows.flatMap(({ area, now, earlier }) =>
    isShown(now.value) && isShown(earlier.value)
      ? [
          `${view.areaName(area)} from ${formatFigure(earlier.value, format)} to ${formatFigure(now.value, format)}`,
        ]
      : [],
  );
  return {
    kind: 'figure',
    id: spec.id,
    title,
    subtitle,
    alt: altText(
      `Two dots for each district: ${subjectOf(view, spec.indicator)} in two half-years a year apart`,
      said,
      'It shows where the count moved.',
    ),
    chart: {
      kind: 'dumbbell',
      unit: format,
      fromLabel: view.before.shortText,
      toLabel: view.current.shortText,
      rows: rows.map(({ area, now, earlier }) => ({
        name: view.areas.shortName(area),
        from: earlier.value,
        to: now.value,
        mark: markOf(view.published.statement('change', spec.indicator, area)),
      })),
    },
    width: spec.width,
    reading: sentence(
      'Small counts move by chance: only the marked districts differ by more than that.',
      ...statements.slice(0, 1),
    ),
    source,
    table: {
      id: spec.id,
      title: title.text,
      subtitle,
      columns: [
        column('area', 'District', LEFT),
        column('earlier', view.before.shortText),
        column('now', view.current.shortText),
        column('difference', 'Difference', LEFT),
        column('verdict', 'Verdict', LEFT),
      ],
      rows: rows.map(({ area, now, earlier }) => ({
        cells: [
          { text: view.areaName(area) },
          { figure: earlier.value, format },
          { figure: now.value, format },
          { text: differenceText(earlier.value, now.value) ?? '[c]' },
          { text: verdictText(view.published.statement('change', spec.indicator, area)) },
        ],
      })),
      notes: [ORDER_NOTE],
      source,
      tidy: tidyRows(
        view,
        rows.flatMap(({ now, earlier }) => [earlier, now]),
      ),
    },
  };
}

/** Whether any district stands out, for chapter leads. */
export function anyDiffers(view: ProfileView, indicator: string): boolean {
  const { higher, lower } = standing(view, indicator, view.districtsByName);
  return higher.length + lower.length > 0;
}

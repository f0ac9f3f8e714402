import type { PublishedObservation } from '../../disclosure/model.js';
import type { AreaCode } from '../../reference/brands.js';
import type { Cell, Table } from '../model.js';
import { verdictText } from '../statements/change.js';
import { rangeText } from '../statements/figures.js';
import { capital } from '../statements/sentence.js';
import { subjectOf } from '../statements/subjects.js';
import { MARKS } from '../symbols.js';
import type { ProfileView } from '../view.js';
import {
  column,
  LEFT,
  populationNote,
  sourceLine,
  thisSpan,
  tidyRows,
  wholeSpan,
} from './figures/exhibit.js';

/** Indicators by half-year for the whole area: the numbers behind "rising or falling" on one page. */
export function seriesTable(
  view: ProfileView,
  id: string,
  indicators: readonly string[],
  what: string,
): Table | null {
  const rows = indicators
    .map((indicator) => ({ indicator, series: view.published.series(indicator, view.area) }))
    .filter(({ series }) => series.length > 0);
  if (rows.length === 0) return null;
  const { periods } = view.published;
  return {
    kind: 'table',
    id,
    title: `${capital(what)}, every half-year since ${view.first.text}`,
    subtitle: `${capital(view.areaName(view.area))}. Rates are for the half-year, not doubled; the unit stands beside each measure.`,
    columns: [
      column('measure', 'Measure', LEFT),
      column('unit', 'Unit', LEFT),
      ...periods.map((period) => column(period, view.half(period).label)),
    ],
    rows: rows.map(({ indicator, series }) => ({
      cells: [
        { text: capital(subjectOf(view, indicator)) },
        { text: unitName(view, indicator) },
        ...periods.map((period): Cell => {
          const o = series.find((point) => point.period === period);
          return o === undefined ? { text: '[x]' } : markedCell(view, o);
        }),
      ],
    })),
    notes: [
      ...(rows.some(({ series }) => series.some((o) => o.breakBefore))
        ? ['Some series have breaks where recording changed; the annex lists them.']
        : []),
      ...MARKS.filter(({ mark }) =>
        rows.some(({ series }) => series.some((o) => markOf(view, o) === mark)),
      ).map(({ mark, title }) => `[${mark}] ${title}.`),
    ],
    source: sourceLine(
      view,
      rows.flatMap(({ indicator }) => view.extractsOf(indicator)),
      wholeSpan(view),
      populationNote(view, indicators),
    ),
    tidy: tidyRows(
      view,
      rows.flatMap(({ series }) => series),
    ),
  };
}

/** What is provisional, or was revised since the last release. */
function markOf(view: ProfileView, o: PublishedObservation): 'p' | 'r' | null {
  if (!('number' in o.value)) return null;
  if (o.provisional) return 'p';
  if (o.value.asFirst === true) return null;
  const revised = view.published.revisions.some(
    (one) => one.revised === true && one.indicator === o.indicator && one.period === o.period,
  );
  return revised && o.area === view.pan ? 'r' : null;
}

function markedCell(view: ProfileView, o: PublishedObservation): Cell {
  const mark = markOf(view, o);
  const cell = { figure: o.value, format: view.format(o.indicator) };
  return mark === null ? cell : { ...cell, mark };
}

/** Localities by indicators, this half-year; districts, then the larger areas, or only the whole. */
export function placesTable(
  view: ProfileView,
  id: string,
  indicators: readonly string[],
  what: string,
  levels: 'every' | 'districts' = 'every',
): Table | null {
  const present = indicators.filter(
    (indicator) => view.published.find(indicator, view.pan, view.current.id) !== undefined,
  );
  if (present.length === 0) return null;
  const { areas, published, current } = view;
  const larger =
    levels === 'every'
      ? [...areas.cpbs, ...areas.divisions, ...areas.boards]
      : areas.boards.filter((board) => areas.districtsOf(board).length > 1);
  const places = [...view.districtsByName, ...larger, areas.pan];
  const found = (area: (typeof places)[number], indicator: string): PublishedObservation | undefined =>
    published.find(indicator, area, current.id);
  return {
    kind: 'table',
    id,
    title: `${capital(what)} in every locality, ${current.text}`,
    subtitle:
      levels === 'every'
        ? 'Districts from A to Z, then the Children’s Partnership Boards, police divisions, safeguarding boards and the whole area.'
        : 'Districts from A to Z, then boards of several districts and the whole area.',
    columns: [
      column('area', 'Area', LEFT),
      ...present.map((indicator) =>
        column(
          indicator,
          `${capital(subjectOf(view, indicator).replace(/ per [\d,]+$/, ''))} (${unitName(view, indicator)})`,
        ),
      ),
    ],
    rows: places.map((area) => ({
      cells: [
        { text: placeName(view, area) },
        ...present.map((indicator): Cell => {
          const o = found(area, indicator);
          return o === undefined ? { text: '[x]' } : { figure: o.value, format: view.format(indicator) };
        }),
      ],
      ...(area === areas.pan ? { total: true } : {}),
    })),
    notes: [
      'A child recorded in two districts is counted in both and once in the larger area, so districts can add up to more than the whole.',
      ...(levels === 'every'
        ? ['Places are not put in order of their figures: recording differs between them.']
        : []),
    ],
    source: sourceLine(
      view,
      present.flatMap((indicator) => view.extractsOf(indicator)),
      thisSpan(view),
      populationNote(view, present),
    ),
    tidy: tidyRows(
      view,
      places.flatMap((area) => present.flatMap((indicator) => found(area, indicator) ?? [])),
    ),
  };
}

/** A partnership board can bear the name of its only district. */
function placeName(view: ProfileView, area: AreaCode): string {
  const { name, level } = view.areas.get(area);
  if (level === 'pan' || (level === 'board' && view.areas.districtsOf(area).length > 1))
    return capital(view.areaName(area));
  return level === 'cpb' ? `${name} (partnership board)` : name;
}

/** This half-year, a year earlier, range and verdict for a list of indicators. */
export function comparisonTable(
  view: ProfileView,
  id: string,
  indicators: readonly string[],
  title: string,
): Table | null {
  const rows = indicators.flatMap((indicator) => {
    const now = view.published.find(indicator, view.area, view.current.id);
    return now === undefined
      ? []
      : [{ indicator, now, earlier: view.published.find(indicator, view.area, view.before.id) }];
  });
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    id,
    title,
    subtitle: `${capital(view.areaName(view.area))}, ${view.current.text} against ${view.before.text}.`,
    columns: [
      column('indicator', 'Indicator', LEFT),
      column('code', 'Code', LEFT),
      column('unit', 'Unit', LEFT),
      column('earlier', view.before.shortText),
      column('now', view.current.shortText),
      column('range', '95% range'),
      column('part', 'Number'),
      column('whole', 'Of'),
      column('verdict', 'Change', LEFT),
    ],
    rows: rows.map(({ indicator, now, earlier }) => {
      const format = view.format(indicator);
      return {
        cells: [
          { text: view.info(indicator)?.title ?? indicator },
          { text: indicator },
          { text: unitName(view, indicator) },
          earlier === undefined ? { text: '[x]' } : { figure: earlier.value, format },
          { figure: now.value, format },
          { text: rangeText(now.lower, now.upper, format) },
          { figure: now.numerator, format: 'count' },
          { figure: now.denominator, format: 'count' },
          { text: verdictText(view.published.statement('change', judgedOn(view, indicator), view.area)) },
        ],
      };
    }),
    notes: rows.some(({ indicator }) => judgedOn(view, indicator) !== indicator)
      ? ['The change in a rate is judged on the number behind it.']
      : [],
    source: sourceLine(
      view,
      rows.flatMap(({ indicator }) => view.extractsOf(indicator)),
      { from: view.before.text, to: view.current.text },
      populationNote(view, indicators),
    ),
    tidy: tidyRows(
      view,
      rows.flatMap(({ now, earlier }) => (earlier === undefined ? [now] : [earlier, now])),
    ),
  };
}

/** A rate has no change statement of its own: the count of the same events has. */
export function judgedOn(view: ProfileView, indicator: string): string {
  const rate = view.info(indicator)?.measure;
  if (rate?.kind !== 'rate') return indicator;
  const count = view.catalogue.find(({ measure }) => measure.kind === 'count' && measure.of === rate.of);
  return count?.id ?? indicator;
}

/** The unit of an indicator in a table head: never mixed, always printed. */
export function unitName(view: ProfileView, indicator: string): string {
  switch (view.info(indicator)?.unit) {
    case 'percent':
      return '%';
    case 'rate10k':
      return 'per 10,000 aged 0 to 17';
    case 'rate1k':
      return 'per 1,000 aged 10 to 17';
    case 'ratio':
      return 'ratio';
    case 'days':
      return 'days';
    case 'hours':
      return 'hours';
    case 'years':
      return 'years';
    default:
      return view.info(indicator)?.countingUnit ?? 'count';
  }
}

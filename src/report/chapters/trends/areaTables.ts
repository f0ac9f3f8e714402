import type { PublishedObservation } from '../../../disclosure/model.js';
import type { AreaCode } from '../../../reference/brands.js';
import type { Cell, Table } from '../../model.js';
import { verdictText } from '../../statements/change.js';
import { capital } from '../../statements/sentence.js';
import { subjectOf } from '../../statements/subjects.js';
import type { ProfileView } from '../../view.js';
import { column, LEFT, sourceLine, tidyRows } from '../figures/exhibit.js';
import { unitName } from '../tables.js';

/** This period and the same months a year before, with the verdict, for one area. */
export function changesTable(view: ProfileView, indicators: readonly string[]): Table | null {
  const rows = indicators.flatMap((indicator) => {
    const now = view.published.find(indicator, view.area, view.current.id);
    return now === undefined
      ? []
      : [{ indicator, now, earlier: view.published.find(indicator, view.area, view.before.id) }];
  });
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    id: 'changes',
    title: `${view.current.text} against ${view.before.text}`,
    subtitle: `${capital(view.areaName(view.area))}. The same months of the year before, so that the season plays no part.`,
    columns: [
      column('measure', 'Measure', LEFT),
      column('unit', 'Unit', LEFT),
      column('earlier', view.before.shortText),
      column('now', view.current.shortText),
      column('verdict', 'Change', LEFT),
    ],
    rows: rows.map(({ indicator, now, earlier }) => {
      const format = view.format(indicator);
      return {
        cells: [
          { text: capital(subjectOf(view, indicator)) },
          { text: unitName(view, indicator) },
          earlier === undefined ? { text: '[x]' } : { figure: earlier.value, format },
          { figure: now.value, format },
          { text: verdictText(view.published.statement('change', indicator, view.area)) },
        ],
      };
    }),
    notes: ['“Too few to say” is the usual answer for a small area: numbers this small move by chance.'],
    source: sourceLine(
      view,
      rows.flatMap(({ indicator }) => view.extractsOf(indicator)),
      { from: view.before.text, to: view.current.text },
    ),
    tidy: tidyRows(
      view,
      rows.flatMap(({ now, earlier }) => (earlier === undefined ? [now] : [earlier, now])),
    ),
  };
}

/** The districts of an area from A to Z; null for an area of one district. */
export function districtsTable(view: ProfileView, indicators: readonly string[]): Table | null {
  const inside: ReadonlySet<string> = new Set(view.areas.districtsOf(view.area));
  const districts = view.districtsByName.filter((code) => inside.has(code));
  const present = indicators.filter(
    (indicator) => view.published.find(indicator, view.area, view.current.id) !== undefined,
  );
  if (districts.length < 2 || present.length === 0) return null;
  const found = (area: AreaCode, indicator: string): PublishedObservation | undefined =>
    view.published.find(indicator, area, view.current.id);
  const places = [...districts, view.area];
  return {
    kind: 'table',
    id: 'districts',
    title: `Districts of ${view.areaName(view.area)}, ${view.current.text}`,
    subtitle: 'From A to Z; recording differs between places, so they are not put in order of their figures.',
    columns: [
      column('district', 'District', LEFT),
      ...present.map((indicator) => column(indicator, capital(subjectOf(view, indicator)))),
    ],
    rows: places.map((area, i) => ({
      cells: [
        { text: capital(view.areaName(area)) },
        ...present.map((indicator): Cell => {
          const o = found(area, indicator);
          return o === undefined ? { text: '[x]' } : { figure: o.value, format: view.format(indicator) };
        }),
      ],
      ...(i === places.length - 1 ? { total: true } : {}),
    })),
    notes: ['A child recorded in two districts is counted in both and once in the whole.'],
    source: sourceLine(
      view,
      present.flatMap((indicator) => view.extractsOf(indicator)),
      { from: view.current.text, to: view.current.text },
    ),
    tidy: tidyRows(
      view,
      places.flatMap((area) => present.flatMap((indicator) => found(area, indicator) ?? [])),
    ),
  };
}

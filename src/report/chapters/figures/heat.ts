import type { AreaCode } from '../../../reference/brands.js';
import type { Cell, FigureBlock, Sentence } from '../../model.js';
import { formatFigure } from '../../numbers.js';
import { changeTitle } from '../../statements/change.js';
import { isShown } from '../../statements/figures.js';
import { capital } from '../../statements/sentence.js';
import { measureText, subjectOf } from '../../statements/subjects.js';
import type { ProfileView } from '../../view.js';
import {
  altText,
  anyShown,
  column,
  LEFT,
  type Made,
  populationNote,
  sourceLine,
  tidyRows,
  unavailableIndicator,
  wholeSpan,
} from './exhibit.js';

export interface HeatSpec {
  readonly id: string;
  readonly indicator: string;
  readonly areas: readonly AreaCode[];
  readonly width: FigureBlock['width'];
  readonly reading?: Sentence;
}

/** Areas by half-years with the value in every cell. */
export function heatFigure(view: ProfileView, spec: HeatSpec): Made {
  const { indicator } = spec;
  const periods = view.published.periods;
  const rows = spec.areas
    .map((area) => ({ area, series: view.published.series(indicator, area) }))
    .filter(({ series }) => series.length > 0);
  if (!anyShown(rows.flatMap(({ series }) => series.map((o) => o.value)))) {
    return unavailableIndicator(view, indicator, `${subjectOf(view, indicator)} by area and half-year`);
  }
  const format = view.format(indicator);
  const title = changeTitle(view, indicator);
  const subtitle = `${capital(measureText(view, indicator))}, by area, half-years to ${view.current.shortText}. Darker is more.`;
  const source = sourceLine(
    view,
    view.extractsOf(indicator),
    wholeSpan(view),
    populationNote(view, [indicator]),
  );
  const latest = rows.flatMap(({ area, series }) => {
    const value = series[series.length - 1]?.value;
    return isShown(value) ? [`${view.areaName(area)} ${formatFigure(value, format)}`] : [];
  });
  const full = rows.filter(({ series }) => series.length === periods.length);
  return {
    kind: 'figure',
    id: spec.id,
    title,
    subtitle,
    alt: altText(
      `Table of shaded cells: ${subjectOf(view, indicator)} by area over ${periods.length} half-years`,
      [`latest values ${latest.slice(0, 3).join(', ')}`, ...latest.slice(3)],
      'It shows where and when the share moved.',
    ),
    chart: {
      kind: 'heat',
      unit: format,
      columns: periods.map((period) => view.half(period).label),
      rows: full.map(({ area, series }) => ({
        name: view.areas.shortName(area),
        values: series.map((o) => o.value),
      })),
    },
    width: spec.width,
    reading: spec.reading ?? null,
    source,
    table: {
      id: spec.id,
      title: title.text,
      subtitle,
      columns: [
        column('area', 'Area', LEFT),
        ...periods.map((period) => column(period, view.half(period).label)),
      ],
      rows: rows.map(({ area, series }) => ({
        cells: [
          { text: capital(view.areaName(area)) },
          ...periods.map((period): Cell => {
            const o = series.find((point) => point.period === period);
            return o === undefined ? { text: '[x]' } : { figure: o.value, format };
          }),
        ],
      })),
      notes: [],
      source,
      tidy: tidyRows(
        view,
        rows.flatMap(({ series }) => series),
      ),
    },
  };
}

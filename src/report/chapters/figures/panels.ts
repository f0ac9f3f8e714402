import type { AreaCode } from '../../../reference/brands.js';
import type { Cell } from '../../model.js';
import { formatFigure } from '../../numbers.js';
import { isShown } from '../../statements/figures.js';
import { capital, sentence } from '../../statements/sentence.js';
import { subjectOf } from '../../statements/subjects.js';
import type { ProfileView } from '../../view.js';
import {
  altText,
  anyShown,
  column,
  LEFT,
  type Made,
  sourceLine,
  tidyRows,
  unavailable,
  wholeSpan,
} from './exhibit.js';

export interface PanelsSpec {
  readonly id: string;
  readonly area: AreaCode;
  readonly indicators: readonly string[];
}

/** Several measures of one place over all half-years, each on its own scale; the same measures in every place. */
export function panelsFigure(view: ProfileView, { id, area, indicators }: PanelsSpec): Made {
  const { periods } = view.published;
  const name = view.areaName(area);
  const what = `measures of ${name} over time`;
  const lines = indicators.flatMap((indicator) => {
    const series = view.published.series(indicator, area);
    return series.length === 0 ? [] : [{ indicator, series }];
  });
  if (!anyShown(lines.flatMap(({ series }) => series.map((o) => o.value))))
    return unavailable(what, 'its numbers are too small to show or were not received');
  const now = lines.flatMap(({ indicator, series }) => {
    const last = series[series.length - 1];
    return last === undefined ? [] : [{ indicator, last }];
  });
  const title = sentence(
    `${capital(name)} over the half-years to ${view.current.shortText}`,
    ...now.map(({ last }) => last),
  );
  const subtitle = `Each measure on a scale of its own, from nought; the number is that of ${view.current.text}.`;
  const source = sourceLine(
    view,
    lines.flatMap(({ indicator }) => view.extractsOf(indicator)),
    wholeSpan(view),
  );
  return {
    kind: 'figure',
    id,
    title,
    subtitle,
    alt: altText(
      `Small line charts of ${lines.length} measures in ${name} over ${periods.length} half-years`,
      now.flatMap(({ indicator, last }) =>
        isShown(last.value)
          ? [`${subjectOf(view, indicator)} ${formatFigure(last.value, view.format(indicator))}`]
          : [],
      ),
      'They show how each measure has moved.',
    ),
    chart: {
      kind: 'panels',
      panels: lines.map(({ indicator, series }) => ({
        name: capital(subjectOf(view, indicator)),
        unit: view.format(indicator),
        points: periods.map((period) => ({
          label: view.half(period).label,
          value: series.find((o) => o.period === period)?.value ?? { symbol: 'x' },
        })),
      })),
    },
    width: 'half',
    reading: null,
    source,
    table: {
      id,
      title: title.text,
      subtitle,
      columns: [
        column('measure', 'Measure', LEFT),
        ...periods.map((period) => column(period, view.half(period).label)),
      ],
      rows: lines.map(({ indicator, series }) => ({
        cells: [
          { text: capital(subjectOf(view, indicator)) },
          ...periods.map((period): Cell => {
            const o = series.find((point) => point.period === period);
            return o === undefined ? { text: '[x]' } : { figure: o.value, format: view.format(indicator) };
          }),
        ],
      })),
      notes: [],
      source,
      tidy: tidyRows(
        view,
        lines.flatMap(({ series }) => series),
      ),
    },
  };
}

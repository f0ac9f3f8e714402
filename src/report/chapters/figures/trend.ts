import { confidential } from '../../../disclosure/derive.js';
import type { PublishedObservation } from '../../../disclosure/model.js';
import type { AreaCode } from '../../../reference/brands.js';
import type { Chart } from '../../chart.js';
import type { Cell, FigureBlock, Sentence } from '../../model.js';
import { formatFigure } from '../../numbers.js';
import { changeSentence, changeTitle } from '../../statements/change.js';
import { isShown, rangeText } from '../../statements/figures.js';
import { capital, joined } from '../../statements/sentence.js';
import { trendSentence } from '../../statements/series.js';
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

export interface TrendSpec {
  readonly id: string;
  /** One indicator, or two in the same unit. */
  readonly indicators: readonly [string] | readonly [string, string];
  readonly width: FigureBlock['width'];
  readonly area?: AreaCode;
  /** Names of the lines; default the subject of each indicator. */
  readonly names?: readonly string[];
  readonly standard?: { readonly value: number; readonly label: string };
  readonly reading?: Sentence;
}

type Trend = Extract<Chart, { kind: 'trend' }>;

/** Breaks in the series, with the note that the configuration gives for them. */
function breaksOf(view: ProfileView, series: readonly PublishedObservation[]): Trend['breaks'] {
  return series.flatMap((o) => {
    if (!o.breakBefore) return [];
    const half = view.half(o.period);
    const configured = view.config.breaks.filter(
      ({ indicators, areas }) =>
        indicators.some(
          (id) => id === o.indicator || (id.endsWith('*') && o.indicator.startsWith(id.slice(0, -1))),
        ) &&
        (areas.length === 0 || areas.includes(o.area)),
    );
    // The break lies in the half-year itself or at the end of the one before.
    const year = Number(half.label.slice(-2)) + 2000;
    const near = configured.find(({ from }) => Math.abs(Number(from.slice(0, 4)) - year) <= 1);
    return [{ beforeLabel: half.label, note: near?.title ?? 'Recording changed' }];
  });
}

/** Half-years, value, 95% range and, where there are any, numerator and denominator. */
function rowsOf(
  view: ProfileView,
  series: readonly PublishedObservation[],
  several: boolean,
  ranged: boolean,
): Cell[][] {
  return series.map((o) => {
    const format = view.format(o.indicator);
    const shares = !o.populationBase && isShown(o.denominator);
    const cells: Cell[] = [
      { text: view.half(o.period).shortText },
      { figure: o.value, format },
      ...(ranged ? [{ text: rangeText(o.lower, o.upper, format) }] : []),
      {
        text: shares
          ? `${formatFigure(o.numerator, 'count')} of ${formatFigure(o.denominator, 'count')}`
          : formatFigure(o.numerator, 'count'),
      },
    ];
    return several ? [{ text: capital(subjectOf(view, o.indicator)) }, ...cells] : cells;
  });
}

/** A series over all half-years with 95% ranges, titled by what has changed since the same half a year earlier. */
export function trendFigure(view: ProfileView, spec: TrendSpec): Made {
  const area = spec.area ?? view.area;
  const [main] = spec.indicators;
  const lines = spec.indicators
    .map((indicator, index) => ({
      indicator,
      name: spec.names?.[index] ?? capital(subjectOf(view, indicator)),
      series: view.published.series(indicator, area),
    }))
    .filter(({ series }) => anyShown(series.map((o) => o.value)));
  const [first] = lines;
  if (first === undefined || first.indicator !== main) return unavailableIndicator(view, main);
  const format = view.format(main);
  const ranged = anyShown(lines.flatMap(({ series }) => series.map((o) => o.lower)));
  const title = changeTitle(view, main, area);
  const subtitle = `${capital(measureText(view, main))}, ${view.areaName(area)}, ${view.grainWords.many} to ${view.current.text.split(' to ')[1] ?? view.current.text}.${
    ranged ? ' Bars through points are 95% ranges.' : ''
  }`;
  const extracts = lines.flatMap(({ indicator }) => view.extractsOf(indicator));
  const source = sourceLine(view, extracts, wholeSpan(view), populationNote(view, spec.indicators));
  const several = lines.length > 1;
  const all = lines.flatMap(({ series }) => series);
  return {
    kind: 'figure',
    id: spec.id,
    title,
    subtitle,
    alt: trendAlt(view, main, area, first.series),
    chart: {
      kind: 'trend',
      unit: format,
      series: lines.map(({ name, series }) => ({
        name,
        points: series.map((o) => ({
          label: view.half(o.period).label,
          value: o.value,
          lower: o.lower,
          upper: o.upper,
        })),
      })),
      breaks: breaksOf(view, first.series),
      ...(view.grainWords.column === 'Half-year' ? {} : { timeTitle: `${view.grainWords.column} ending` }),
      ...(spec.standard === undefined ? {} : { standard: spec.standard }),
    },
    width: spec.width,
    reading: spec.reading ?? readingOf(view, main, area),
    source,
    table: {
      id: spec.id,
      title: title.text,
      subtitle,
      columns: [
        ...(several ? [column('measure', 'Measure', LEFT)] : []),
        column('period', view.grainWords.column, LEFT),
        column('value', 'Value'),
        ...(ranged ? [column('range', '95% range')] : []),
        column('counts', format === 'count' ? 'Count' : 'Count behind it'),
      ],
      rows: rowsOf(view, all, several, ranged).map((cells) => ({ cells })),
      notes: [],
      source,
      tidy: tidyRows(view, all),
    },
  };
}

/** The change since a year ago and, where there is one to speak of, the trend since counting last changed. */
function readingOf(view: ProfileView, indicator: string, area: AreaCode): Sentence {
  const trend = trendSentence(view, indicator, area);
  const change = changeSentence(view, indicator, area);
  return trend === null ? change : joined([change, trend]);
}

function trendAlt(
  view: ProfileView,
  indicator: string,
  area: AreaCode,
  series: readonly PublishedObservation[],
): string {
  const format = view.format(indicator);
  const shown = series.filter((o) => isShown(o.value));
  const say = (o: PublishedObservation | undefined): string =>
    `${formatFigure(o?.value ?? confidential, format)} in ${o === undefined ? '' : view.half(o.period).shortText}`;
  const sorted = [...shown].sort((a, b) =>
    isShown(a.value) && isShown(b.value) ? a.value.number - b.value.number : 0,
  );
  const low = formatFigure(sorted[0]?.value ?? confidential, format);
  const high = formatFigure(sorted[sorted.length - 1]?.value ?? confidential, format);
  return altText(
    `Line chart of ${subjectOf(view, indicator)} in ${view.areaName(area)} over ${series.length} ${view.grainWords.many}`,
    [`${say(shown[0])}, then ${say(shown[shown.length - 1])}`, `between ${low} and ${high} throughout`],
    'It shows whether what is recorded is rising or falling.',
  );
}

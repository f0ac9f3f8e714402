import { confidential } from '../../../disclosure/derive.js';
import type { Cell } from '../../model.js';
import { formatFigure } from '../../numbers.js';
import { isShown } from '../../statements/figures.js';
import { capital, titled } from '../../statements/sentence.js';
import { signalMark, signalOf, signalSentence, signalText, usualRange } from '../../statements/signals.js';
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
  unavailableIndicator,
} from './exhibit.js';

/** Months drawn: two years, so that the season can be seen. */
const DRAWN = 24;

/** The last two years of one measure by month, with its usual range and the newest month's verdict. */
export function monthsFigure(view: ProfileView, id: string, indicator: string): Made {
  const whole = view.published.series(indicator, view.area);
  const series = whole.slice(-DRAWN);
  if (!anyShown(series.map((o) => o.value))) return unavailableIndicator(view, indicator);
  const signal = signalOf(view, indicator, view.area);
  const format = view.format(indicator);
  const subject = subjectOf(view, indicator);
  const from = signal?.comparedWith ?? view.current.id;
  const now = series.at(-1);
  const [first] = series;
  const title = titled(
    [
      `${capital(subject)}: ${signalText(signal).toLowerCase()} in ${view.current.shortText}`,
      `${capital(subject)} by month`,
    ],
    signal,
    now,
  );
  const span = {
    from: first === undefined ? view.first.text : view.half(first.period).text,
    to: view.current.text,
  };
  const subtitle = `${capital(subject)}, ${view.areaName(view.area)}, by month. The band is the usual range: ${usualRange(signal)}.`;
  const source = sourceLine(view, view.extractsOf(indicator), span);
  return {
    kind: 'figure',
    id,
    title,
    subtitle,
    alt: altText(
      `Line chart of ${subject} in ${view.areaName(view.area)} over ${series.length} months`,
      [
        `${formatFigure(now?.value ?? confidential, format)} in ${view.current.text}, ${signalText(signal).toLowerCase()}`,
        `usual range ${usualRange(signal)}`,
      ],
      'It shows whether the newest month stands out from the months before it.',
    ),
    chart: {
      kind: 'control',
      unit: format,
      points: series.map((o) => ({
        label: view.half(o.period).label,
        value: o.value,
        inRange: o.period >= from,
      })),
      centre: signal?.estimate ?? confidential,
      lower: signal?.lower ?? confidential,
      upper: signal?.upper ?? confidential,
      mark: signalMark(signal),
    },
    width: 'half',
    reading: signalSentence(view, indicator, view.area),
    source,
    table: {
      id,
      title: title.text,
      subtitle,
      columns: [column('month', 'Month', LEFT), column('value', 'Number')],
      rows: series.map((o) => ({
        cells: [{ text: view.half(o.period).text }, { figure: o.value, format }] satisfies Cell[],
      })),
      notes: isShown(signal?.lower) ? [] : ['The usual range is not given: too few, or hidden in part.'],
      source,
      tidy: tidyRows(view, series),
    },
  };
}

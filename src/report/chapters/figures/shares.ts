import { lengthOf } from '../../../disclosure/derive.js';
import type { FigureBlock, Sentence } from '../../model.js';
import { formatFigure } from '../../numbers.js';
import { changeSentence, comparison, markOf, verdictText } from '../../statements/change.js';
import { isShown, rangeText } from '../../statements/figures.js';
import { capital, listed, sentence, titled } from '../../statements/sentence.js';
import { subjectOf } from '../../statements/subjects.js';
import type { ProfileView } from '../../view.js';
import {
  altText,
  anyShown,
  column,
  LEFT,
  type Made,
  sourceLine,
  thisSpan,
  tidyRows,
  unavailable,
} from './exhibit.js';

export interface SharesSpec {
  readonly id: string;
  readonly what: string;
  /** Percentages that stand beside each other, in the order given; those without data are left out. */
  readonly indicators: readonly string[];
  readonly width: FigureBlock['width'];
}

/** Several shares of the whole area as dots with ranges. */
export function sharesFigure(view: ProfileView, spec: SharesSpec): Made {
  const rows = spec.indicators.flatMap((indicator) => {
    const c = comparison(view, indicator);
    return c.now === undefined || view.format(indicator) !== 'percent' ? [] : [{ indicator, c, now: c.now }];
  });
  if (!anyShown(rows.map(({ now }) => now.value))) {
    return unavailable(spec.what, 'none of its shares can be shown');
  }
  const title = sharesTitle(
    view,
    spec,
    rows.map(({ indicator }) => indicator),
  );
  const source = sourceLine(
    view,
    rows.flatMap(({ indicator }) => view.extractsOf(indicator)),
    thisSpan(view),
  );
  const subtitle = `${capital(spec.what)}: share of those with a known answer, ${view.areaName(view.area)}, ${view.current.text}. Lines are 95% ranges; marks show the change since ${view.before.shortText}.`;
  const differing = rows.find(
    ({ c }) => c.statement?.verdict === 'higher' || c.statement?.verdict === 'lower',
  );
  const chosen = differing ?? rows.find(({ now }) => isShown(now.value));
  return {
    kind: 'figure',
    id: spec.id,
    title,
    subtitle,
    alt: altText(
      `Dots with ranges for ${spec.what}, ${view.current.shortText}`,
      rows.map(({ indicator, now }) => `${subjectOf(view, indicator)} ${formatFigure(now.value, 'percent')}`),
      'It shows how common each one is.',
    ),
    chart: {
      kind: 'dot-range',
      unit: 'percent',
      axisTitle: 'Share',
      rows: rows.map(({ indicator, c, now }) => ({
        name: capital(subjectOf(view, indicator)),
        value: now.value,
        lower: now.lower,
        upper: now.upper,
        mark: markOf(c.statement),
      })),
      reference: null,
    },
    width: spec.width,
    reading: chosen === undefined ? null : changeSentence(view, chosen.indicator),
    source,
    table: {
      id: spec.id,
      title: title.text,
      subtitle,
      columns: [
        column('measure', 'Measure', LEFT),
        column('earlier', view.before.shortText),
        column('now', view.current.shortText),
        column('range', '95% range'),
        column('part', 'Number'),
        column('whole', 'Of'),
        column('verdict', 'Change', LEFT),
      ],
      rows: rows.map(({ indicator, c, now }) => ({
        cells: [
          { text: capital(subjectOf(view, indicator)) },
          c.earlier === undefined ? { text: '[x]' } : { figure: c.earlier.value, format: 'percent' },
          { figure: now.value, format: 'percent' },
          { text: rangeText(now.lower, now.upper, 'percent') },
          { figure: now.numerator, format: 'count' },
          { figure: now.denominator, format: 'count' },
          { text: verdictText(c.statement) },
        ],
      })),
      notes: [],
      source,
      tidy: tidyRows(
        view,
        rows.flatMap(({ c, now }) => (c.earlier === undefined ? [now] : [c.earlier, now])),
      ),
    },
  };
}

function sharesTitle(view: ProfileView, spec: SharesSpec, indicators: readonly string[]): Sentence {
  const with_ = (verdict: string): string[] =>
    indicators.filter((id) => view.published.statement('change', id, view.area)?.verdict === verdict);
  const [higher, lower] = [with_('higher'), with_('lower')];
  const statements = indicators.flatMap((id) => view.published.statement('change', id, view.area) ?? []);
  const since = view.before.shortText;
  if (higher.length + lower.length === 1) {
    const [only = ''] = [...higher, ...lower];
    return sentence(
      `${capital(subjectOf(view, only))}: ${higher.length === 1 ? 'higher' : 'lower'} than in ${since}`,
      ...statements,
    );
  }
  const what = capital(spec.what);
  if (higher.length + lower.length > 1) {
    const parts = [
      higher.length > 0 ? `${higher.length} higher` : '',
      lower.length > 0 ? `${lower.length} lower` : '',
    ].filter((part) => part !== '');
    return titled([`${what}: ${listed(parts)} than in ${since}`, `${what}: ${listed(parts)}`], ...statements);
  }
  const compared = statements.filter((s) => s.verdict === 'no clear change');
  if (compared.length === 0) return titled([`${what}, ${view.current.shortText}`], ...statements.slice(0, 1));
  // Where some are too few to say, "no clear change" would claim too much of them.
  const of =
    compared.length === indicators.length
      ? ''
      : ` in ${formatFigure(lengthOf(compared), 'count')} of ${formatFigure(lengthOf(indicators), 'count')}`;
  return titled(
    [`${what}: no clear change${of} since ${since}`, `${what}: no clear change${of}`],
    ...compared,
  );
}

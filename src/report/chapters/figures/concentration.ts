import { difference, percentage } from '../../../disclosure/derive.js';
import type { FigureBlock } from '../../model.js';
import { formatFigure } from '../../numbers.js';
import { categoryLabel } from '../../statements/categories.js';
import { halfSentence, repeatSentence } from '../../statements/concentration.js';
import { isShown } from '../../statements/figures.js';
import { sentence } from '../../statements/sentence.js';
import type { ProfileView } from '../../view.js';
import { altText, column, LEFT, type Made, sourceLine, thisSpan, tidyRow, unavailable } from './exhibit.js';

export interface ConcentrationSpec {
  readonly id: string;
  readonly indicator: string;
  readonly width: FigureBlock['width'];
}

/** Shares of children and of episodes by how many episodes a child had: where the load sits. */
export function concentrationFigure(view: ProfileView, spec: ConcentrationSpec): Made {
  const spread = view.published.concentration(spec.indicator, view.area);
  const observation = view.published.find(spec.indicator, view.area, view.current.id);
  const what = 'how episodes are spread over children';
  if (spread === undefined || observation === undefined)
    return unavailable(what, 'no extract with it has been received');
  const bands = spread.bands.map(({ band, children, episodes }) => ({
    name: `${categoryLabel(view, spec.indicator, 'repeat', band)}${band === '1' ? ' episode' : ' episodes'}`,
    band,
    children,
    episodes,
    childShare: percentage(children, spread.children),
    episodeShare: percentage(episodes, spread.episodes),
  }));
  if (!bands.some(({ childShare }) => isShown(childShare))) {
    return unavailable(what, spread.refusal ?? 'its numbers are too small to show');
  }
  // Of the children with more than one the sentence below speaks.
  const [once] = bands;
  const more = once === undefined ? spread.episodes : difference(once.episodes, spread.episodes);
  const again = isShown(spread.repeatChildren)
    ? [
        {
          name: 'More than one episode',
          band: '2+',
          children: spread.repeatChildren,
          episodes: more,
          childShare: percentage(spread.repeatChildren, spread.children),
          episodeShare: percentage(more, spread.episodes),
        },
      ]
    : [];
  const half = halfSentence(view, spread);
  const title =
    half === null
      ? sentence('Children by how often they were reported missing', observation)
      : { ...half, text: half.text.replace(/\.$/, '').replace(/ \(\d+%\)$/, '') };
  const source = sourceLine(view, view.extractsOf(spec.indicator), thisSpan(view));
  const subtitle = `Share of children and of episodes, by how many episodes a child had, ${view.areaName(view.area)}, ${view.current.text}.`;
  return {
    kind: 'figure',
    id: spec.id,
    title,
    subtitle,
    alt: altText(
      `Paired bars of children and episodes by number of episodes a child had, ${view.current.shortText}`,
      bands.map(
        ({ name, childShare, episodeShare }) =>
          `${name.toLowerCase()}: ${formatFigure(childShare, 'percent')} of children, ${formatFigure(episodeShare, 'percent')} of episodes`,
      ),
      'It shows where the load sits.',
    ),
    chart: {
      kind: 'grouped-bars',
      unit: 'percent',
      series: ['Children', 'Episodes'],
      rows: bands.map(({ name, childShare, episodeShare }) => ({ name, values: [childShare, episodeShare] })),
    },
    width: spec.width,
    reading: repeatSentence(view, spread),
    source,
    table: {
      id: spec.id,
      title: title.text,
      subtitle,
      columns: [
        column('band', 'Episodes in the half-year', LEFT),
        column('children', 'Children'),
        column('child-share', 'Share of children'),
        column('episodes', 'Episodes'),
        column('episode-share', 'Share of episodes'),
      ],
      rows: [
        ...[...bands, ...again].map(({ name, children, episodes, childShare, episodeShare }) => ({
          cells: [
            { text: name },
            { figure: children, format: 'count' as const },
            { figure: childShare, format: 'percent' as const },
            { figure: episodes, format: 'count' as const },
            { figure: episodeShare, format: 'percent' as const },
          ],
        })),
      ],
      notes:
        half === null
          ? []
          : [`${half.text} It is counted from the children with most episodes, across these bands.`],
      source,
      tidy: [...bands, ...again].map(({ band, children, episodes, episodeShare }) => ({
        ...tidyRow(view, observation),
        breakdown: 'repeat',
        category: band,
        numerator: episodes,
        denominator: children,
        value: episodeShare,
        lower: observation.denominator,
        upper: observation.denominator,
      })),
    },
  };
}

import { percentage } from '../../disclosure/derive.js';
import type { PublishedConcentration } from '../../disclosure/model.js';
import type { Sentence } from '../model.js';
import { formatFigure } from '../numbers.js';
import type { ProfileView } from '../view.js';
import { isShown } from './figures.js';
import { sentence } from './sentence.js';

/** "Half of all episodes were by 12 of the 84 children (14%)", or null when the numbers are not shown. */
export function halfSentence(view: ProfileView, spread: PublishedConcentration | undefined): Sentence | null {
  if (spread === undefined || !isShown(spread.childrenMakingHalf) || !isShown(spread.children)) return null;
  const observation = view.published.find(spread.indicator, spread.area, spread.period);
  const few = formatFigure(spread.childrenMakingHalf, 'count');
  const all = formatFigure(spread.children, 'count');
  const share =
    spread.children.number >= 20
      ? ` (${formatFigure(percentage(spread.childrenMakingHalf, spread.children), 'percent')})`
      : '';
  return sentence(
    `Half of all missing episodes involved ${few} of the ${all} children${share}.`,
    observation,
  );
}

/** How many children had more than one episode, against what chance sharing would give; null when not shown. */
export function repeatSentence(
  view: ProfileView,
  spread: PublishedConcentration | undefined,
): Sentence | null {
  if (spread === undefined || !isShown(spread.repeatChildren) || !isShown(spread.children)) return null;
  const observation = view.published.find(spread.indicator, spread.area, spread.period);
  const many = `${formatFigure(spread.repeatChildren, 'count')} of ${formatFigure(spread.children, 'count')} children had more than one episode`;
  if (spread.children.number < 20) return sentence(`${many}.`, observation);
  const share = formatFigure(percentage(spread.repeatChildren, spread.children), 'percent');
  return sentence(`${many} (${share}).`, observation);
}

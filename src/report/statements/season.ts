import { lengthOf } from '../../disclosure/derive.js';
import type { PublishedObservation } from '../../disclosure/model.js';
import type { Sentence } from '../model.js';
import { formatFigure } from '../numbers.js';
import type { ProfileView } from '../view.js';
import { isShown } from './figures.js';
import { capital, sentence } from './sentence.js';
import { subjectOf } from './subjects.js';

type Pair = readonly [PublishedObservation, PublishedObservation];

const LEAST_YEARS = 3;

/** Half-years of this half of the year with the half-year after each, where both show their number. */
function pairs(view: ProfileView, indicator: string): readonly Pair[] {
  const series = view.published.series(indicator, view.area);
  const kind = view.current.id.slice(-2);
  return series.flatMap((o, index): readonly Pair[] => {
    const next = series[index + 1];
    return o.period.endsWith(kind) && next !== undefined && isShown(o.value) && isShown(next.value)
      ? [[o, next]]
      : [];
  });
}

/**
 * Whether in every earlier year the half-year that comes next was lower, or in every one higher, than the one before it: a plain
 * count of years, no forecast. Null with fewer than three years to look at.
 */
export function seasonSentence(view: ProfileView, indicator: string): Sentence | null {
  const found = pairs(view, indicator);
  if (found.length < LEAST_YEARS) return null;
  const fewer = found.filter(
    ([now, next]) => isShown(now.value) && isShown(next.value) && next.value.number < now.value.number,
  );
  const more = found.filter(
    ([now, next]) => isShown(now.value) && isShown(next.value) && next.value.number > now.value.number,
  );
  const [side, word] = fewer.length >= more.length ? [fewer, 'fewer'] : [more, 'more'];
  const [first, last] = view
    .half(found[found.length - 1]?.[1].period ?? view.current.id)
    .text.replace(/\s*\d{4}/g, '')
    .split(' to ');
  // Three years of four go one way more often than not when nothing is behind it.
  if (side.length < found.length) {
    return sentence(
      `${capital(subjectOf(view, indicator))}: no season stands out; from ${first ?? ''} to ${last ?? ''} sometimes more, sometimes fewer than in the half-year before.`,
      ...found.flat(),
    );
  }
  return sentence(
    `${capital(subjectOf(view, indicator))}: ${word} from ${first ?? ''} to ${last ?? ''} than in the half-year before, in ${formatFigure(lengthOf(side), 'count')} of ${formatFigure(lengthOf(found), 'count')} years.`,
    ...found.flat(),
  );
}

import { lengthOf } from '../../disclosure/derive.js';
import type { PublishedStatement } from '../../disclosure/model.js';
import { periodsBetween } from '../../reference/calendar.js';
import type { Sentence } from '../model.js';
import { formatFigure } from '../numbers.js';
import type { ProfileView } from '../view.js';
import { isShown, rangeText } from './figures.js';
import { capital, sentence } from './sentence.js';
import { subjectOf } from './subjects.js';

/** The trend record of an indicator, when it says more than that it cannot. */
function spokenTrend(view: ProfileView, indicator: string, area: string): PublishedStatement | null {
  const found = view.published.statement('trend', indicator, area);
  return found === undefined || found.refusal !== null || found.verdict === 'confidential' ? null : found;
}

/** "3% and 9%", or "falling by 10% and rising by 8%" where the two limits differ in direction; whole numbers. */
function percentRange({ lower, upper }: PublishedStatement): string | null {
  if (!isShown(lower) || !isShown(upper)) return null;
  const whole = (value: number): number => Math.abs(Math.round(value));
  if (lower.number >= 0) return `${whole(lower.number)}% and ${whole(upper.number)}%`;
  if (upper.number <= 0) return `${whole(upper.number)}% and ${whole(lower.number)}%`;
  return `falling by ${whole(lower.number)}% and rising by ${whole(upper.number)}%`;
}

/**
 * How a number has moved since counting last changed, or null when nothing may be said. It follows the
 * sentence on the change since the year before, which names what is counted.
 */
export function trendSentence(
  view: ProfileView,
  indicator: string,
  area: string = view.area,
): Sentence | null {
  const found = spokenTrend(view, indicator, area);
  const range = found === null ? null : percentRange(found);
  if (found === null || range === null || found.comparedWith === null || !isShown(found.estimate))
    return null;
  const window = periodsBetween(found.comparedWith, found.period);
  const over = `Over ${formatFigure(lengthOf(window), 'count')} half-years`;
  if (found.verdict === 'no clear trend') {
    return sentence(`${over}: no clear trend; each half-year could be anything between ${range}.`, found);
  }
  const hinge = found.series?.hingesOn ?? null;
  const mostly = hinge === null ? '' : `, most of it in ${view.half(hinge).text}`;
  const percent = Math.abs(Math.round(found.estimate.number));
  return sentence(
    `${over}: ${found.verdict} by about ${percent}% each half-year (likely between ${range})${mostly}.`,
    found,
  );
}

/** What to expect in the next half-year if nothing changes, or null when nothing may be said. */
export function outlookSentence(
  view: ProfileView,
  indicator: string,
  area: string = view.area,
): Sentence | null {
  const found = view.published.statement('outlook', indicator, area);
  if (found?.series === undefined || found.refusal !== null || found.verdict === 'confidential') return null;
  const { lower80, upper80, inside, tried } = found.series;
  if (!isShown(lower80) || !isShown(upper80)) return null;
  const score =
    isShown(tried) && isShown(inside) && tried.number > 0
      ? ` Of the last ${formatFigure(tried, 'count')} half-years, ${formatFigure(inside, 'count')} fell inside such a range.`
      : '';
  return sentence(
    `${capital(subjectOf(view, indicator))}: if nothing changes, expect ${rangeText(lower80, upper80, 'count')} in the next half-year (80% range). A number outside ${rangeText(found.lower, found.upper, 'count')} would be a surprise.${score}`,
    found,
  );
}

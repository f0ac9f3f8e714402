import type { PublishedStatement } from '../../disclosure/model.js';
import type { AreaCode } from '../../reference/brands.js';
import type { Mark } from '../chart.js';
import type { Sentence } from '../model.js';
import { formatFigure } from '../numbers.js';
import type { ProfileView } from '../view.js';
import { isShown, rangeText } from './figures.js';
import { capital, sentence } from './sentence.js';
import { subjectOf } from './subjects.js';

/** The record of the newest month of an indicator against its usual range; undefined where months are not judged. */
export function signalOf(
  view: ProfileView,
  indicator: string,
  area: AreaCode = view.area,
): PublishedStatement | undefined {
  return view.published.statement('signal', indicator, area);
}

/** A month that stands out: outside its usual range, or the seventh on one side of the average. */
export function standsOut(signal: PublishedStatement | undefined): boolean {
  switch (signal?.verdict) {
    case 'unusually high':
    case 'unusually low':
    case 'seven months above':
    case 'seven months below':
      return true;
    default:
      return false;
  }
}

/** Shape beside a month; more reports are not worse, so it judges nothing. */
export function signalMark(signal: PublishedStatement | undefined): Mark {
  switch (signal?.verdict) {
    case 'unusually high':
    case 'seven months above':
      return 'higher';
    case 'unusually low':
    case 'seven months below':
      return 'lower';
    case 'within the usual range':
    case 'worth watching':
      return 'similar';
    default:
      return 'unknown';
  }
}

/** The verdict in the words of a tag or a table cell. */
export function signalText(signal: PublishedStatement | undefined): string {
  if (signal === undefined) return 'Not judged';
  switch (signal.verdict) {
    case 'confidential':
      return 'Not shown';
    case 'seven months above':
      return 'Seven months running above the average';
    case 'seven months below':
      return 'Seven months running below the average';
    default:
      return capital(signal.verdict);
  }
}

/** "80 to 131", or a dash where the month is not judged. */
export function usualRange(signal: PublishedStatement | undefined): string {
  return signal !== undefined && isShown(signal.lower) && isShown(signal.upper)
    ? rangeText(signal.lower, signal.upper, 'count')
    : '–';
}

/** "about 98 a month" */
function average(signal: PublishedStatement): string {
  return isShown(signal.estimate)
    ? `about ${formatFigure(signal.estimate, 'rate')} a month`
    : 'the earlier months';
}

/** What the newest month says against the months before it, in the words that its verdict allows. */
export function signalSentence(view: ProfileView, indicator: string, area: AreaCode = view.area): Sentence {
  const signal = signalOf(view, indicator, area);
  const now = view.published.find(indicator, area, view.current.id);
  const place = area === view.area ? '' : ` in ${view.areaName(area)}`;
  const subject = `${capital(subjectOf(view, indicator))}${place}`;
  const say = (text: string): Sentence => sentence(text, signal, now);
  if (now === undefined || !isShown(now.value)) return say(`${subject}: not shown for ${view.current.text}.`);
  const value = formatFigure(now.value, 'count');
  switch (signal?.verdict) {
    case 'unusually high':
    case 'unusually low':
      return say(
        `${subject}: ${value} in ${view.current.text}, an ${signal.verdict} month; the usual range is ${usualRange(signal)}.`,
      );
    case 'seven months above':
    case 'seven months below': {
      const side = signal.verdict === 'seven months above' ? 'above' : 'below';
      return say(
        `${subject}: ${value} in ${view.current.text}; seven months running ${side} the earlier average (${average(signal)}).`,
      );
    }
    case 'worth watching':
      return say(
        `${subject}: ${value} in ${view.current.text}; inside ${usualRange(signal)}, and worth watching, since the latest months lean one way.`,
      );
    case 'within the usual range':
      return say(
        `${subject}: ${value} in ${view.current.text}, within the usual range of ${usualRange(signal)}.`,
      );
    default:
      return say(`${subject}: ${value} in ${view.current.text}; too few to say what is usual.`);
  }
}

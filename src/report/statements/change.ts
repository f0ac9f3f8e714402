import type { PublishedObservation, PublishedStatement } from '../../disclosure/model.js';
import type { Mark } from '../chart.js';
import type { Sentence } from '../model.js';
import { formatFigure } from '../numbers.js';
import type { ProfileView } from '../view.js';
import { differenceText, isShown, likelyText, ofText } from './figures.js';
import { capital, sentence } from './sentence.js';
import { subjectOf } from './subjects.js';

/** What is known about one indicator in one area, this half-year and in the same half-year of the year before. */
export interface Comparison {
  readonly indicator: string;
  readonly now: PublishedObservation | undefined;
  readonly earlier: PublishedObservation | undefined;
  readonly statement: PublishedStatement | undefined;
}

export function comparison(view: ProfileView, indicator: string, area = view.area): Comparison {
  return {
    indicator,
    now: view.published.find(indicator, area, view.current.id),
    earlier: view.published.find(indicator, area, view.before.id),
    statement: view.published.statement('change', indicator, area),
  };
}

/** The mark that goes with a verdict: shape and colour come from it, never a judgement. */
export function markOf(statement: PublishedStatement | undefined): Mark {
  switch (statement?.verdict) {
    case 'higher':
      return 'higher';
    case 'lower':
      return 'lower';
    case 'no clear change':
      return 'similar';
    default:
      return 'unknown';
  }
}

/** The verdict in the words of a tag. */
export function verdictText(statement: PublishedStatement | undefined): string {
  if (statement === undefined) return 'Not compared';
  if (statement.verdict === 'confidential') return 'Not shown';
  if (statement.clearly && (statement.verdict === 'higher' || statement.verdict === 'lower')) {
    return `Clearly ${statement.verdict}`;
  }
  return capital(statement.verdict);
}

type Manner = 'count' | 'share' | 'measure';

function mannerOf(view: ProfileView, indicator: string): Manner {
  const unit = view.info(indicator)?.unit;
  if (unit === 'percent') return 'share';
  return unit === 'count' || unit === undefined ? 'count' : 'measure';
}

/**
 * Title of a figure: the finding, in 14 words at most, in the words that its verdict allows.
 * Without a statement, or with a hidden one, it says only what is shown.
 */
export function changeTitle(view: ProfileView, indicator: string, area = view.area): Sentence {
  const { now, statement } = comparison(view, indicator, area);
  const subject = subjectOf(view, indicator);
  const since = view.before.shortText;
  const manner = mannerOf(view, indicator);
  const say = (text: string): Sentence => sentence(text, statement);
  switch (statement?.verdict) {
    case 'higher':
    case 'lower': {
      const higher = statement.verdict === 'higher';
      const clearly = statement.clearly ? 'clearly ' : '';
      if (manner === 'count')
        return say(
          `${statement.clearly ? 'Clearly ' : ''}${higher ? 'more' : 'fewer'} ${subject} than in ${since}`.replace(
            /^./,
            (c) => c.toUpperCase(),
          ),
        );
      if (manner === 'share')
        return say(
          `${capital(`${clearly}${higher ? 'larger' : 'smaller'} share`)}: ${subject}, against ${since}`,
        );
      return say(`${capital(subject)}: ${clearly}${statement.verdict} than in ${since}`);
    }
    case 'no clear change':
      return say(`No clear change in ${subject} since ${since}`);
    case 'too few to say':
      return say(`${capital(subject)}: too few to say whether it changed`);
    case 'not comparable':
      return say(`${capital(subject)}: cannot be compared with ${since}`);
    default:
      return sentence(
        now !== undefined && isShown(now.value)
          ? `${capital(subject)}: ${formatFigure(now.value, view.format(indicator))} in ${view.current.shortText}`
          : `${capital(subject)}, ${view.current.shortText}`,
        statement,
        now,
      );
  }
}

function countSentence(view: ProfileView, c: Comparison): Sentence {
  const { indicator, now, earlier: then, statement } = c;
  const subject = capital(subjectOf(view, indicator));
  const say = (text: string): Sentence => sentence(text, statement, then, now);
  if (now === undefined || !isShown(now.value)) return say(`${subject} in ${view.current.text}: not shown.`);
  const value = formatFigure(now.value, 'count');
  if (then === undefined || !isShown(then.value)) {
    return say(`${subject}: ${value} in ${view.current.text}. The figure of a year earlier is not shown.`);
  }
  const earlier = formatFigure(then.value, 'count');
  const change = differenceText(then.value, now.value);
  const fromTo = `from ${earlier} in ${view.before.text} to ${value} in ${view.current.text} (${change})`;
  switch (statement?.verdict) {
    case 'higher':
    case 'lower': {
      const range = likelyText(statement.lower, statement.upper, 'ratio');
      const likely = range === null ? '' : `; ${range} times as many`;
      return say(
        `${subject}: ${fromTo}. The number is ${statement.clearly ? 'clearly ' : ''}${statement.verdict}${likely}.`,
      );
    }
    case 'no clear change':
      return say(`${subject}: ${fromTo}. No clear change; a doubling or a halving can be ruled out.`);
    case 'too few to say':
      return say(
        `${subject}: ${earlier}, then ${value}. Numbers this small move by chance; too few to say whether this is a change.`,
      );
    case 'not comparable':
      return say(
        `${subject}: ${value} in ${view.current.text}. This cannot be compared with ${view.before.text}${reasonText(statement)}.`,
      );
    default:
      return say(`${subject}: ${value} in ${view.current.text}, ${earlier} in ${view.before.text}.`);
  }
}

function reasonText(statement: PublishedStatement): string {
  if (statement.refusal === null) return '';
  const reason = statement.refusal.replace(/\.$/, '').replace(/^not comparable:?\s*/i, '');
  return reason === '' ? '' : `: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`;
}

function measureSentence(view: ProfileView, c: Comparison): Sentence {
  const { indicator, now, earlier: then, statement } = c;
  const format = view.format(indicator);
  const subject = capital(subjectOf(view, indicator));
  const say = (text: string): Sentence => sentence(text, statement, then, now);
  if (now === undefined) return say(`${subject} in ${view.current.text}: not available.`);
  const parts = ofText(now);
  if (!isShown(now.value)) {
    return say(
      parts === null
        ? `${subject} in ${view.current.text}: not shown.`
        : `${subject}: ${parts}; too few for a percentage.`,
    );
  }
  const value = formatFigure(now.value, format);
  const detail = [parts, likelyText(now.lower, now.upper, format)].filter((t) => t !== null);
  const here = `${subject}: ${value} in ${view.current.text}${detail.length > 0 ? ` (${detail.join('; ')})` : ''}`;
  const earlier = then !== undefined && isShown(then.value) ? formatFigure(then.value, format) : null;
  switch (statement?.verdict) {
    case 'higher':
    case 'lower':
      return say(
        `${here}, ${statement.clearly ? 'clearly ' : ''}${statement.verdict} than${earlier === null ? '' : ` the ${earlier}`} in ${view.before.text}.`,
      );
    case 'no clear change':
      return say(
        `${here}. No clear change${earlier === null ? '' : ` from ${earlier}`} in ${view.before.text}.`,
      );
    case 'too few to say':
      return say(`${here}. Too few to say whether this differs from ${view.before.text}.`);
    case 'not comparable':
      return say(`${here}. This cannot be compared with ${view.before.text}${reasonText(statement)}.`);
    default:
      return say(`${here}${earlier === null ? '' : `; ${earlier} in ${view.before.text}`}.`);
  }
}

/**
 * The full sentence about an indicator and its change since the same half-year of the year before. Counts are given as
 * "from 16 to 25 (9 more)", never as a percentage.
 */
export function changeSentence(view: ProfileView, indicator: string, area = view.area): Sentence {
  const c = comparison(view, indicator, area);
  return mannerOf(view, indicator) === 'count' ? countSentence(view, c) : measureSentence(view, c);
}

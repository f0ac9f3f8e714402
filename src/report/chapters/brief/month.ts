import { lengthOf } from '../../../disclosure/derive.js';
import type { Card, Sentence } from '../../model.js';
import { formatFigure } from '../../numbers.js';
import { capital, listed, sentence } from '../../statements/sentence.js';
import {
  signalMark,
  signalOf,
  signalSentence,
  signalText,
  standsOut,
  usualRange,
} from '../../statements/signals.js';
import { subjectOf } from '../../statements/subjects.js';
import type { ProfileView } from '../../view.js';
import { blocksOf, type ChapterRecord, pairOf } from '../chapter.js';
import { monthsFigure } from '../figures/months.js';

const AUDIENCE: ChapterRecord['audience'] = ['B', 'G', 'T'];

/** What is counted by month, children before events. */
export const MONTHLY = ['S01', 'S03', 'M02', 'M01', 'O01', 'I01', 'D00', 'D01', 'S05', 'M24'] as const;

/** Measures whose newest month is judged: snapshots of open cases move too slowly for a month. */
const JUDGED = MONTHLY.filter((indicator) => indicator !== 'S05' && indicator !== 'M24');

const CARDS = 6;

function cardOf(view: ProfileView, indicator: string): Card | null {
  const now = view.published.find(indicator, view.area, view.current.id);
  const earlier = view.published.find(indicator, view.area, view.before.id);
  if (now === undefined) return null;
  const signal = signalOf(view, indicator, view.area);
  const range = usualRange(signal);
  return {
    title: capital(subjectOf(view, indicator)),
    figure: now.value,
    format: 'count',
    unitText: view.current.text,
    change: sentence(
      earlier === undefined
        ? `No figure for ${view.before.text}`
        : `${formatFigure(earlier.value, 'count')} in ${view.before.text}`,
      earlier,
      now,
    ),
    range: range === '–' ? '' : `Usual range ${range} a month`,
    mark: signalMark(signal),
    tag: signalText(signal),
    spark: view.published
      .series(indicator, view.area)
      .slice(-24)
      .map((o) => o.value),
  };
}

function answer(view: ProfileView): Sentence {
  const signals = JUDGED.flatMap((indicator) => signalOf(view, indicator, view.area) ?? []);
  const judged = signals.filter(({ verdict }) => verdict !== 'too few to say' && verdict !== 'confidential');
  const out = judged.filter(standsOut);
  if (judged.length === 0) return sentence('No measure has numbers large enough to be judged by month.');
  if (out.length === 0)
    return sentence(
      `None of the ${formatFigure(lengthOf(judged), 'count')} measures that can be judged by month stood out in ${view.current.text}.`,
      ...judged,
    );
  const names = listed(out.map(({ indicator }) => subjectOf(view, indicator)));
  return sentence(
    `${formatFigure(lengthOf(out), 'count')} of ${formatFigure(lengthOf(judged), 'count')} measures stood out in ${view.current.text}: ${names}.`,
    ...judged,
  );
}

/** What stood out in the month. */
export const month: ChapterRecord = {
  id: 'this-month',
  title: 'This month',
  audience: AUDIENCE,
  build(view) {
    const out = JUDGED.filter((indicator) => standsOut(signalOf(view, indicator, view.area)));
    const watched = JUDGED.filter(
      (indicator) => signalOf(view, indicator, view.area)?.verdict === 'worth watching',
    );
    const told = [...out, ...watched];
    const carded = JUDGED.filter((indicator) => cardOf(view, indicator) !== null).slice(0, CARDS);
    const rest = JUDGED.filter((indicator) => !told.includes(indicator) && !carded.includes(indicator)).map(
      (indicator) => signalSentence(view, indicator, view.area),
    );
    return {
      id: month.id,
      title: month.title,
      lead: answer(view),
      blocks: blocksOf([
        {
          kind: 'cards',
          cards: JUDGED.flatMap((indicator) => cardOf(view, indicator) ?? []).slice(0, CARDS),
        },
        told.length === 0
          ? null
          : {
              kind: 'paragraph',
              sentences: told.map((indicator) => signalSentence(view, indicator, view.area)),
            },
        rest.length === 0 ? null : { kind: 'paragraph', sentences: rest },
      ]),
    };
  },
};

/** Two years of months of the measures with most events. */
export const months: ChapterRecord = {
  id: 'month-by-month',
  title: 'Month by month',
  audience: AUDIENCE,
  build: (view) => ({
    id: months.id,
    title: months.title,
    lead: null,
    blocks: blocksOf([
      pairOf(monthsFigure(view, 'missing-by-month', 'M01'), monthsFigure(view, 'contacts-by-month', 'S03')),
    ]),
  }),
};

import { lengthOf } from '../../disclosure/derive.js';
import { dayFromIso, dayText } from '../../reference/days.js';
import type { Block, Cell, Sentence, Table } from '../model.js';
import { formatFigure } from '../numbers.js';
import { capital, listed, sentence } from '../statements/sentence.js';
import { subjectOf } from '../statements/subjects.js';
import type { ProfileView } from '../view.js';
import type { Recommendation } from '../words/model.js';
import { blocksOf, type ChapterRecord } from './chapter.js';
import { column, LEFT, sourceLine, thisSpan, tidyRows } from './figures/exhibit.js';

function figureNow(view: ProfileView, indicator: string | null): Cell {
  const now = indicator === null ? undefined : view.published.find(indicator, view.area, view.current.id);
  return now === undefined || indicator === null
    ? { text: '–' }
    : { figure: now.value, format: view.format(indicator) };
}

function planTable(view: ProfileView, recommendations: readonly Recommendation[]): Table {
  const named = [
    ...new Set(
      recommendations.flatMap(({ measure, evidence }) => [
        ...evidence,
        ...(measure === null ? [] : [measure]),
      ]),
    ),
  ];
  return {
    kind: 'table',
    id: 'recommendations',
    title: `Recommendations, ${view.current.text}`,
    subtitle:
      'Strand of the 4P plan; whom or what it is aimed at; who owns it, by when, and the measure by which it will be judged.',
    columns: [
      column('id', 'No.', LEFT),
      column('strand', '4P', LEFT),
      column('target', 'Aimed at', LEFT),
      column('owner', 'Owner', LEFT),
      column('due', 'Due', LEFT),
      column('measure', 'Measure', LEFT),
      column('now', 'Now'),
    ],
    rows: recommendations.map(({ id, fourP, volt, owner, due, measure }) => ({
      cells: [
        { text: id },
        { text: capital(fourP) },
        { text: capital(volt) },
        { text: owner ?? 'Not named' },
        { text: due === null ? 'Not set' : dayText(dayFromIso(due)) },
        { text: measure === null ? 'None' : capital(subjectOf(view, measure)) },
        figureNow(view, measure),
      ],
    })),
    notes: [],
    source: sourceLine(
      view,
      named.flatMap((indicator) => view.extractsOf(indicator)),
      thisSpan(view),
    ),
    tidy: tidyRows(
      view,
      named.flatMap((indicator) => view.published.find(indicator, view.area, view.current.id) ?? []),
    ),
  };
}

/** What keeps a recommendation from being followed up: no owner, no date, no measure, no evidence. */
function gaps(recommendations: readonly Recommendation[]): readonly Sentence[] {
  const without = (what: string, lacks: (one: Recommendation) => boolean): Sentence[] => {
    const found = recommendations.filter(lacks);
    return found.length === 0 ? [] : [sentence(`${what}: ${listed(found.map(({ id }) => id))}.`)];
  };
  return [
    ...without('No owner yet', ({ owner }) => owner === null),
    ...without('No date yet', ({ due }) => due === null),
    ...without('No measure', ({ measure }) => measure === null),
    ...without('Rests on no indicator of this report', ({ evidence }) => evidence.length === 0),
  ];
}

/** How many there are, and whether each can be followed up. */
export function recommendationsLead(view: ProfileView): Sentence {
  const all = view.words?.recommendations ?? [];
  return sentence(
    all.length === 0
      ? 'No recommendation was written for this half-year.'
      : `${formatFigure(lengthOf(all), 'count')} recommendation${all.length === 1 ? '' : 's'}${gaps(all).length > 0 ? '' : `, ${all.length === 1 ? '' : 'each '}with an owner, a date and a measure`}.`,
  );
}

/** The recommendations in the words of those who wrote them; null when there are none. */
export function recommendationItems(view: ProfileView): Block | null {
  const all = view.words?.recommendations ?? [];
  return all.length === 0
    ? null
    : {
        kind: 'analyst',
        passages: all.map(({ id, text }) => ({
          kind: 'item' as const,
          sentence: { ...text, text: `${id}. ${text.text}` },
        })),
      };
}

/** Who does what by when. */
export const recommendations: ChapterRecord = {
  id: 'recommendations-and-plan',
  title: 'Recommendations and 4P plan',
  audience: ['B', 'G', 'T', 'P'],
  build(view) {
    const all = view.words?.recommendations ?? [];
    const open = gaps(all);
    return {
      id: recommendations.id,
      title: recommendations.title,
      lead: recommendationsLead(view),
      blocks: blocksOf([
        recommendationItems(view),
        all.length === 0 ? null : planTable(view, all),
        open.length === 0 ? null : { kind: 'paragraph', sentences: open },
      ]),
    };
  },
};

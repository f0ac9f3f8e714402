import { annexOpening } from '../chapters/annexOpening.js';
import { atAGlance } from '../chapters/atAGlance.js';
import { carries } from '../chapters/audience.js';
import { type ChapterRecord, exhibitsOf } from '../chapters/chapter.js';
import type { See } from '../chapters/keyFindings.js';
import { type Divided, divided } from '../chapters/outlines/division.js';
import { exhibitNames } from '../chapters/outlines/exhibitNames.js';
import { outlineOf } from '../chapters/outlines/index.js';
import { QUESTIONS, questions } from '../chapters/questions.js';
import type { Chapter } from '../model.js';
import type { ProductRecord } from './record.js';

/** The first figure or table that holds an indicator's numbers of the half-year for the whole area, figures before tables. */
function seeIn(built: readonly Chapter[], pan: string, now: string): See {
  const exhibits = built.flatMap(exhibitsOf);
  const places = new Map<string, string>();
  const remember = (key: string, id: string): void => {
    if (!places.has(key)) places.set(key, id);
  };
  for (const exhibit of [...exhibits].sort(
    (a, b) => Number(a.kind === 'table') - Number(b.kind === 'table'),
  )) {
    const rows = exhibit.kind === 'figure' ? exhibit.table.tidy : exhibit.tidy;
    for (const { indicator, areaCode, breakdown, period } of rows) {
      if (areaCode !== pan) continue;
      if (exhibit.kind === 'figure') remember(`${indicator}|${exhibit.chart.kind}`, exhibit.id);
      // A sentence speaks of totals of the half-year: an exhibit of parts or of months alone does not hold its numbers.
      if (breakdown === 'total' && period === now) remember(indicator, exhibit.id);
    }
  }
  return (indicator, chart) => places.get(chart === undefined ? indicator : `${indicator}|${chart}`);
}

/** The six-monthly problem profile: its chapters, then the page at a glance and the questions, which point into them. */
export const profile: ProductRecord = {
  id: 'profile',
  title: null,
  purpose:
    'The six-monthly problem profile: what is known of exploitation, who is harmed, where, by whom, and what is done.',
  grain: 'half-year',
  compact: true,
  monthsFor: ['tactical', 'board'],
  indicators: 'all',
  audiences: ['tactical', 'board', 'public'],
  subjects: (_, about) => [{ slug: '', area: about }],
  compose(view) {
    const { audience } = view.edition;
    const outline = outlineOf(view.edition);
    const built = (records: readonly ChapterRecord[], others: readonly Chapter[]): readonly Chapter[] => {
      const made: Chapter[] = [];
      const isWhole = view.area === view.pan;
      for (const chapter of records) {
        if (chapter.wholeAreaOnly === true && !isWhole) continue;
        if (!carries(audience, chapter.audience)) continue;
        const before = [...others, ...made];
        made.push(chapter.build(view, before, exhibitNames(before, outline.annex)));
      }
      return made;
    };
    const before = built(outline.beforeQuestions, []);
    const after = built(outline.afterQuestions, before);
    const keeps = outline.annex?.keeps ?? {};
    const parts = (whole: readonly Chapter[]): readonly Divided[] =>
      whole.map((chapter) => divided(chapter, keeps[chapter.id]));
    const [first, second] = [parts(before), parts(after)];
    const mains = (of: readonly Divided[]): readonly Chapter[] => of.map(({ main }) => main);
    const see = seeIn(mains([...first, ...second]), view.area, view.current.id);
    const asked = carries(audience, QUESTIONS.audience) ? [questions(view, see, outline)] : [];
    const chapters = [atAGlance(view, see, outline), ...mains(first), ...asked, ...mains(second)];
    if (outline.annex === null) return { chapters };
    const moved = [...first, ...second].flatMap(({ annex }) => annex ?? []);
    const only = built(outline.annex.only, [...before, ...after]);
    const annex = [...moved, ...only];
    return annex.length === 0 ? { chapters } : { chapters, annex: [annexOpening, ...annex] };
  },
};

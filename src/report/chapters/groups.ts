import type { Sentence } from '../model.js';
import { formatFigure } from '../numbers.js';
import { isShown } from '../statements/figures.js';
import { sentence } from '../statements/sentence.js';
import type { ProfileView } from '../view.js';
import { blocksOf, type ChapterRecord, pairOf } from './chapter.js';
import { categoriesFigure } from './figures/categories.js';
import { sharesFigure } from './figures/shares.js';
import { trendFigure } from './figures/trend.js';

/** "13 mapped groups linked to exploitation were active on 30 September 2018." */
function answer(view: ProfileView): Sentence {
  const now = view.published.find('G01', view.area, view.current.id);
  if (now === undefined) return sentence('No agency sends an extract of organised crime groups.');
  if (!isShown(now.value)) return sentence('The number of mapped groups cannot be shown.', now);
  return sentence(
    `${formatFigure(now.value, 'count')} mapped groups linked to exploitation were active at the end of ${view.current.text}.`,
    now,
  );
}

/** Exploitation by groups. Counts only, in every edition. */
export const groups: ChapterRecord = {
  id: 'groups',
  title: 'Organised, and by whom',
  audience: ['B', 'G', 'T'],
  build: (view) => ({
    id: groups.id,
    title: groups.title,
    lead: answer(view),
    blocks: blocksOf([
      {
        kind: 'paragraph',
        sentences: [
          sentence(
            'A group is on the map when the police have mapped it. A rising number can mean that more is known; exploitation by peers, or by one adult, is seldom mapped at all.',
          ),
        ],
      },
      pairOf(
        trendFigure(view, { id: 'groups-trend', indicators: ['G01'], width: 'half' }),
        categoriesFigure(view, {
          id: 'groups-scope',
          indicator: 'G01',
          breakdown: 'type',
          width: 'half',
          order: 'given',
          withYearBefore: true,
          by: 'by how far they reach',
        }),
      ),
      sharesFigure(view, {
        id: 'groups-shares',
        what: 'groups and the people in them',
        indicators: ['G02', 'G03', 'G04', 'P08', 'P09', 'P10'],
        width: 'full',
      }),
    ]),
  }),
};

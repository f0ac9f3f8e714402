import type { FigureBlock } from '../model.js';
import { changeSentence } from '../statements/change.js';
import { sentence } from '../statements/sentence.js';
import type { ProfileView } from '../view.js';
import { blocksOf, type ChapterRecord, pairOf } from './chapter.js';
import type { Made } from './figures/exhibit.js';
import { overlapFigure } from './figures/overlap.js';
import { multiplesFigure } from './figures/placesOverTime.js';
import { trendFigure } from './figures/trend.js';
import { seriesTable } from './tables.js';

/** Said wherever a number of children goes up or down. */
export const CANNOT_TELL = sentence(
  'A rise can mean more harm, or that more of it is noticed and recorded; these figures cannot tell the two apart.',
);

/** The main series of the profile. */
export function childrenReferred(view: ProfileView, width: FigureBlock['width']): Made {
  return trendFigure(view, { id: 'children-referred', indicators: ['S01'], width });
}

/** How much, rising or falling. */
export const scale: ChapterRecord = {
  id: 'scale',
  title: 'How many children, and is it rising',
  audience: ['B', 'P'],
  build: (view) => ({
    id: scale.id,
    title: scale.title,
    lead: changeSentence(view, 'S01'),
    blocks: blocksOf([
      {
        kind: 'paragraph',
        sentences: [
          CANNOT_TELL,
          ...(view.published.find('S03', view.area, view.current.id) === undefined
            ? []
            : [changeSentence(view, 'S03')]),
        ],
      },
      childrenReferred(view, 'full'),
      pairOf(
        trendFigure(view, { id: 'referral-rate', indicators: ['S02'], width: 'half' }),
        trendFigure(view, { id: 'children-open', indicators: ['S05'], width: 'half' }),
      ),
      // A public edition holds no series of single districts.
      view.edition.audience === 'public'
        ? null
        : multiplesFigure(view, {
            id: 'referral-rate-by-district',
            indicator: 'S02',
            changesOf: 'S01',
            width: 'full',
          }),
      overlapFigure(view, { id: 'known-to-agencies', indicator: 'X04', width: 'full' }),
      seriesTable(
        view,
        'headline-series',
        ['S01', 'S02', 'S03', 'S05', 'M01', 'M02', 'O01', 'P01'],
        'headline numbers',
      ),
    ]),
  }),
};

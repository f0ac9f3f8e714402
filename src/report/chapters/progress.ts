import { changeSentence } from '../statements/change.js';
import { blocksOf, type ChapterRecord, pairOf } from './chapter.js';
import { categoriesFigure } from './figures/categories.js';
import { trendFigure } from './figures/trend.js';
import { comparisonTable } from './tables.js';

/** Domain note 1.2, section 2: progress on what was agreed. */
export const progress: ChapterRecord = {
  id: 'progress',
  title: 'Progress on agreed actions',
  audience: ['B', 'G'],
  build: (view) => ({
    id: progress.id,
    title: progress.title,
    lead: changeSentence(view, 'A01'),
    blocks: blocksOf([
      pairOf(
        categoriesFigure(view, {
          id: 'actions-status',
          indicator: 'A03',
          breakdown: 'status',
          width: 'half',
          order: 'given',
          withYearBefore: true,
        }),
        trendFigure(view, { id: 'actions-on-time', indicators: ['A01'], width: 'half' }),
      ),
      comparisonTable(
        view,
        'progress-measures',
        ['A01', 'A02', 'A03', 'D01', 'D02', 'D04', 'I01', 'I02', 'T01', 'T03'],
        'Actions, disruption and prevention, this half-year and a year earlier',
      ),
    ]),
  }),
};

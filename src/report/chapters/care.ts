import { pairOf } from './chapter.js';
import { declared } from './declared.js';
import { categoriesFigure } from './figures/categories.js';
import { sharesFigure } from './figures/shares.js';
import { trendFigure } from './figures/trend.js';
import { comparisonTable } from './tables.js';

/** Which placements, and how far the load is on a few. No home is named. */
export const care = declared({
  id: 'care',
  title: 'Children in care and their placements',
  audience: ['G', 'T'],
  indicators: ['V08', 'M07', 'V18', 'M29'],
  caution:
    'Homes and carers must report a looked-after child missing, and do so sooner than many families. More reports from care are not in themselves a sign of worse care.',
  items: (view) => [
    pairOf(
      trendFigure(view, { id: 'looked-after-share', indicators: ['V08'], width: 'half' }),
      categoriesFigure(view, {
        id: 'placements',
        of: 'looked-after children referred',
        indicator: 'V18',
        breakdown: 'type',
        width: 'half',
        order: 'size',
        by: 'by kind of placement',
      }),
    ),
    pairOf(
      trendFigure(view, { id: 'missing-from-care', indicators: ['M07'], width: 'half' }),
      categoriesFigure(view, {
        id: 'missing-placements',
        of: 'episodes from placements',
        indicator: 'M29',
        breakdown: 'type',
        width: 'half',
        order: 'size',
        by: 'by kind of placement',
      }),
    ),
    sharesFigure(view, {
      id: 'care-shares',
      what: 'looked-after children',
      indicators: ['V08', 'V09', 'V10', 'M07', 'M28', 'M08', 'M25'],
      width: 'full',
    }),
    comparisonTable(
      view,
      'care-measures',
      ['V08', 'V09', 'V10', 'M07', 'M28', 'M08', 'M25', 'M26'],
      'Children in care, this half-year and a year earlier',
    ),
  ],
});

import { pairOf } from './chapter.js';
import { declared } from './declared.js';
import { categoriesFigure } from './figures/categories.js';
import { placesBarsFigure } from './figures/placesBars.js';
import { trendFigure } from './figures/trend.js';
import { needTable } from './preventionNeed.js';
import { comparisonTable } from './tables.js';

/** Did prevention reach the right people and places. */
export const prevention = declared({
  id: 'prevention',
  title: 'Prevention: training and awareness',
  audience: ['B', 'P'],
  indicators: ['T01', 'T06', 'T05'],
  caution:
    'Completions are added up over courses, so one person can count more than once. Impressions of online campaigns are never added to people.',
  items: (view) => [
    pairOf(
      trendFigure(view, { id: 'events-trend', indicators: ['T06'], width: 'half' }),
      placesBarsFigure(view, { id: 'events-districts', indicator: 'T06', width: 'half' }),
    ),
    needTable(view),
    pairOf(
      view.published.categories('T01', view.area, view.current.id, 'agency').length > 0
        ? categoriesFigure(view, {
            id: 'training-take-up',
            indicator: 'T01',
            breakdown: 'agency',
            width: 'half',
            order: 'given',
          })
        : categoriesFigure(view, {
            id: 'training-agencies',
            indicator: 'T05',
            breakdown: 'agency',
            width: 'half',
            order: 'size',
            by: 'by kind of agency',
          }),
      categoriesFigure(view, {
        id: 'events-types',
        indicator: 'T06',
        breakdown: 'type',
        width: 'half',
        order: 'size',
      }),
    ),
    comparisonTable(
      view,
      'prevention-measures',
      ['T01', 'T02', 'T03', 'T04', 'T05', 'T06'],
      'Prevention, this half-year and a year earlier',
    ),
  ],
});

import { pairOf } from './chapter.js';
import { declared } from './declared.js';
import { categoriesFigure } from './figures/categories.js';
import { trendFigure } from './figures/trend.js';
import { comparisonTable, placesTable } from './tables.js';

/** What else was done to the people and places that exploit children. */
export const disruption = declared({
  id: 'disruption',
  title: 'Disruption',
  audience: ['G', 'T'],
  indicators: ['D00', 'D02', 'D01', 'D04'],
  caution:
    'One suspect can be met with several actions. The effect is mostly judged by those who acted, and no national definition of it exists.',
  items: (view) => [
    pairOf(
      trendFigure(view, { id: 'disruption-trend', indicators: ['D00'], width: 'half' }),
      categoriesFigure(view, {
        id: 'disruption-types',
        indicator: 'D00',
        breakdown: 'type',
        width: 'half',
        order: 'size',
      }),
    ),
    pairOf(
      categoriesFigure(view, {
        id: 'disruption-strands',
        indicator: 'D00',
        breakdown: 'status',
        width: 'half',
        order: 'given',
        withYearBefore: true,
        by: 'by strand of the 4P plan',
      }),
      categoriesFigure(view, {
        id: 'disruption-effect',
        of: 'actions assessed',
        indicator: 'D05',
        breakdown: 'effect',
        width: 'half',
        order: 'given',
      }),
    ),
    pairOf(
      trendFigure(view, { id: 'disruption-per-suspect', indicators: ['D02'], width: 'half' }),
      trendFigure(view, { id: 'warning-notices', indicators: ['D01'], width: 'half' }),
    ),
    placesTable(
      view,
      'disruption-localities',
      ['D00', 'D01', 'D04', 'D06', 'P01', 'D02'],
      'disruption and suspects',
    ),
    comparisonTable(
      view,
      'disruption-measures',
      ['D00', 'D01', 'D02', 'D03', 'D04', 'D06'],
      'Disruption, this half-year and a year earlier',
    ),
  ],
});

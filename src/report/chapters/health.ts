import { changeSentence } from '../statements/change.js';
import { pairOf } from './chapter.js';
import { carriedOf, declared } from './declared.js';
import { categoriesFigure } from './figures/categories.js';
import { sharesFigure } from './figures/shares.js';
import { trendFigure } from './figures/trend.js';
import { comparisonTable } from './tables.js';

const SHARES = ['H01', 'H03', 'H04'] as const;

/** Are the children getting help. */
export const health = declared({
  id: 'health',
  title: 'Health and recovery',
  audience: ['G', 'T'],
  indicators: ['H01', 'H02', 'H03', 'H04'],
  caution:
    'Health services send few records about single children, and some send only numbers that are already masked. What is counted here is a part of the help that is given.',
  items: (view) => [
    pairOf(
      trendFigure(view, { id: 'adviser-uptake', indicators: ['H01'], width: 'half' }),
      categoriesFigure(view, {
        id: 'health-wait-by-service',
        indicator: 'H02',
        breakdown: 'type',
        width: 'half',
        order: 'given',
        by: 'by service',
        reading: changeSentence(view, 'H02'),
      }),
    ),
    // One share alone is said by its own figure.
    ...(carriedOf(view, SHARES).length < 2
      ? []
      : [
          sharesFigure(view, {
            id: 'health-shares',
            what: 'help given to children',
            indicators: SHARES,
            width: 'full',
          }),
        ]),
    comparisonTable(
      view,
      'health-measures',
      ['H01', 'H02', 'H03', 'H04'],
      'Health and recovery, this half-year and a year earlier',
    ),
  ],
});

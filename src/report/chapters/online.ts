import { pairOf } from './chapter.js';
import { declared } from './declared.js';
import { categoriesFigure } from './figures/categories.js';
import { trendFigure } from './figures/trend.js';
import { comparisonTable } from './tables.js';

/** How much is online, and where. */
export const online = declared({
  id: 'online',
  title: 'Online and technology',
  audience: ['G', 'T', 'P'],
  indicators: ['O06', 'O20', 'O07'],
  caution:
    'An offence has an online part when the police say so on the crime record; the flag tells nothing of how it began or ended. Online and contact abuse often go together.',
  items: (view) => [
    pairOf(
      trendFigure(view, { id: 'online-share', indicators: ['O06'], width: 'half' }),
      categoriesFigure(view, {
        id: 'platforms',
        of: 'online CSE offences',
        indicator: 'O20',
        breakdown: 'type',
        width: 'half',
        order: 'size',
        by: 'by kind of platform',
      }),
    ),
    pairOf(
      categoriesFigure(view, {
        id: 'online-by-age',
        indicator: 'O06',
        breakdown: 'age-band',
        width: 'half',
        order: 'given',
        by: 'by age of the child',
      }),
      trendFigure(view, { id: 'contact-share', indicators: ['O07'], width: 'half' }),
    ),
    comparisonTable(
      view,
      'online-measures',
      ['O06', 'O07'],
      'Online and contact offences, this half-year and a year earlier',
    ),
  ],
});

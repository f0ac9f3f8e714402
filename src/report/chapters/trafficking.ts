import { pairOf } from './chapter.js';
import { declared } from './declared.js';
import { categoriesFigure } from './figures/categories.js';
import { trendFigure } from './figures/trend.js';
import { comparisonTable } from './tables.js';

/** Exploitation beyond sexual exploitation. */
export const trafficking = declared({
  id: 'trafficking',
  title: 'Trafficking and criminal exploitation',
  audience: ['G', 'T'],
  indicators: ['V15', 'N01', 'N02'],
  caution:
    'A child can be exploited sexually and for crime at once. Criminal exploitation has been recorded for a shorter time, and not everywhere alike.',
  items: (view) => [
    pairOf(
      trendFigure(view, { id: 'both-kinds', indicators: ['V15'], width: 'half' }),
      categoriesFigure(view, {
        id: 'both-kinds-by-sex',
        indicator: 'V15',
        breakdown: 'sex',
        width: 'half',
        order: 'given',
      }),
    ),
    pairOf(
      trendFigure(view, { id: 'national-referrals', indicators: ['N01'], width: 'half' }),
      trendFigure(view, { id: 'national-referral-share', indicators: ['N02'], width: 'half' }),
    ),
    comparisonTable(
      view,
      'trafficking-measures',
      ['V15', 'N01', 'N02'],
      'Trafficking and criminal exploitation, this half-year and a year earlier',
    ),
  ],
});

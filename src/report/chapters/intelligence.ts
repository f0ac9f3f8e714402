import { pairOf } from './chapter.js';
import { declared } from './declared.js';
import { categoriesFigure } from './figures/categories.js';
import { placesBarsFigure } from './figures/placesBars.js';
import { trendFigure } from './figures/trend.js';
import { requirementsTable } from './intelligenceGaps.js';
import { comparisonTable } from './tables.js';

/** What is told, by whom, and what is not known. */
export const intelligence = declared({
  id: 'intelligence',
  title: 'Intelligence: what is told and what is not',
  audience: ['T', 'G'],
  indicators: ['I01', 'I02', 'I03'],
  caution:
    'Submissions say how much is told, not how much happens. Contents are not held here: only who told, about which district, how it was graded and what became of it.',
  items: (view) => [
    pairOf(
      trendFigure(view, { id: 'submissions-trend', indicators: ['I01'], width: 'half' }),
      categoriesFigure(view, {
        id: 'submissions-agencies',
        indicator: 'I01',
        breakdown: 'agency',
        width: 'half',
        order: 'size',
        by: 'by kind of agency',
      }),
    ),
    pairOf(
      placesBarsFigure(view, { id: 'submissions-districts', indicator: 'I01', width: 'half' }),
      categoriesFigure(view, {
        id: 'submissions-themes',
        indicator: 'I01',
        breakdown: 'type',
        width: 'half',
        order: 'size',
        by: 'by theme',
      }),
    ),
    pairOf(
      categoriesFigure(view, {
        id: 'source-grades',
        of: 'submissions with a grade',
        indicator: 'I08',
        breakdown: 'type',
        width: 'half',
        order: 'given',
        by: 'by grade',
      }),
      categoriesFigure(view, {
        id: 'submissions-outcome',
        of: 'submissions evaluated',
        indicator: 'I07',
        breakdown: 'outcome',
        width: 'half',
        order: 'size',
      }),
    ),
    pairOf(
      trendFigure(view, { id: 'submissions-acted-on', indicators: ['I03'], width: 'half' }),
      trendFigure(view, { id: 'submissions-partners', indicators: ['I02'], width: 'half' }),
    ),
    requirementsTable(view),
    comparisonTable(
      view,
      'intelligence-measures',
      ['I01', 'I02', 'I03', 'I04', 'I05', 'I06', 'R17'],
      'Intelligence, this half-year and a year earlier',
    ),
  ],
});

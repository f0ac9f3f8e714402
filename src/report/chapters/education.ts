import { pairOf } from './chapter.js';
import { declared } from './declared.js';
import { heatFigure } from './figures/heat.js';
import { sharesFigure } from './figures/shares.js';
import { trendFigure } from './figures/trend.js';
import { comparisonTable, seriesTable } from './tables.js';

/** Who is out of sight of school. */
export const education = declared({
  id: 'education',
  title: 'School',
  audience: ['G', 'T'],
  indicators: ['E01', 'E02', 'E03'],
  caution:
    'A child whose school record could not be matched counts as not affected, so each share is at least this much. No figure for all pupils of the area is held beside it.',
  items: (view) => [
    sharesFigure(view, {
      id: 'school-shares',
      what: 'children referred and school',
      indicators: ['E01', 'E02', 'E03'],
      width: 'full',
    }),
    pairOf(
      trendFigure(view, { id: 'absent', indicators: ['E01'], width: 'half' }),
      trendFigure(view, { id: 'out-of-school', indicators: ['E03'], width: 'half' }),
    ),
    heatFigure(view, {
      id: 'absent-by-board',
      indicator: 'E01',
      areas: [...view.areas.boards, view.pan],
      width: 'half',
    }),
    seriesTable(view, 'school-over-time', ['E01', 'E02', 'E03'], 'school and the children referred'),
    comparisonTable(
      view,
      'school-measures',
      ['E01', 'E02', 'E03'],
      'School, this half-year and a year earlier',
    ),
  ],
});

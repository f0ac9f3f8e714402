import { changeSentence } from '../statements/change.js';
import { type ProfileView, viewByMonth } from '../view.js';
import { blocksOf, type ChapterRecord, type Item, pairOf } from './chapter.js';
import { categoriesFigure } from './figures/categories.js';
import { concentrationFigure } from './figures/concentration.js';
import { heatFigure } from './figures/heat.js';
import { monthsFigure } from './figures/months.js';
import { placesDotFigure, tileMapFigure } from './figures/places.js';
import { sharesFigure } from './figures/shares.js';
import { stagesFigure } from './figures/stages.js';
import { trendFigure } from './figures/trend.js';
import { weekSlotsFigure } from './figures/weekSlots.js';
import { comparisonTable, placesTable } from './tables.js';

/** The same by month, each against its own usual range: a half-year hides a single bad month. */
function byMonth(view: ProfileView): Item {
  const months = viewByMonth(view);
  return months === null
    ? null
    : pairOf(
        monthsFigure(months, 'missing-children-by-month', 'M02'),
        monthsFigure(months, 'missing-episodes-by-month', 'M01'),
      );
}

/** Missing children and return interviews. */
export const missing: ChapterRecord = {
  id: 'missing',
  title: 'Missing children and return interviews',
  audience: ['B', 'G', 'T', 'P'],
  build: (view) => ({
    id: missing.id,
    title: missing.title,
    lead: changeSentence(view, 'M02'),
    blocks: blocksOf([
      pairOf(
        trendFigure(view, { id: 'missing-children', indicators: ['M02'], width: 'half' }),
        trendFigure(view, { id: 'missing-episodes', indicators: ['M01'], width: 'half' }),
      ),
      byMonth(view),
      concentrationFigure(view, { id: 'missing-concentration', indicator: 'M01', width: 'full' }),
      weekSlotsFigure(view, { id: 'days-and-times', indicator: 'L05', width: 'full' }),
      pairOf(
        tileMapFigure(view, { id: 'missing-rate-map', indicator: 'M03', width: 'half' }),
        placesDotFigure(view, { id: 'missing-rate-ranges', indicator: 'M03', width: 'half' }),
      ),
      pairOf(
        categoriesFigure(view, {
          id: 'missing-from',
          indicator: 'M01',
          breakdown: 'missing-from',
          width: 'half',
          order: 'size',
        }),
        categoriesFigure(view, {
          id: 'missing-risk',
          indicator: 'M10',
          breakdown: 'risk',
          width: 'half',
          order: 'given',
          withYearBefore: true,
        }),
      ),
      sharesFigure(view, {
        id: 'missing-shares',
        what: 'missing children and episodes',
        indicators: ['M05', 'M05T', 'M05Y', 'M13', 'M07', 'M08', 'M12', 'M22', 'M23'],
        width: 'full',
      }),
      stagesFigure(view, {
        id: 'interview-stages',
        what: 'return interviews',
        unit: 'episodes',
        width: 'full',
        stages: [
          { name: 'Episodes that ended', indicator: 'M18', take: 'denominator' },
          { name: 'Interview offered', indicator: 'M16', take: 'numerator' },
          { name: 'Interview held', indicator: 'M18', take: 'numerator' },
          { name: 'Held within 72 hours', indicator: 'M20', take: 'numerator' },
        ],
      }),
      pairOf(
        categoriesFigure(view, {
          id: 'push-factors',
          of: 'interviews that name a reason',
          indicator: 'M30',
          breakdown: 'reason',
          width: 'half',
          order: 'size',
        }),
        categoriesFigure(view, {
          id: 'pull-factors',
          of: 'interviews that name a reason',
          indicator: 'M31',
          breakdown: 'reason',
          width: 'half',
          order: 'size',
        }),
      ),
      pairOf(
        trendFigure(view, { id: 'interviews-in-time', indicators: ['M19'], width: 'half' }),
        trendFigure(view, { id: 'interviews-held', indicators: ['M18'], width: 'half' }),
      ),
      heatFigure(view, {
        id: 'interviews-by-board',
        indicator: 'M19',
        areas: [...view.areas.boards, view.pan],
        width: 'full',
      }),
      placesTable(
        view,
        'missing-localities',
        ['M01', 'M02', 'M05', 'M18', 'M20'],
        'missing children and return interviews',
      ),
      comparisonTable(
        view,
        'missing-measures',
        [
          'M01',
          'M02',
          'M03',
          'M04',
          'M05',
          'M05T',
          'M05Y',
          'M06',
          'M07',
          'M08',
          'M09',
          'M11',
          'M12',
          'M13',
          'M14',
          'M16',
          'M17',
          'M18',
          'M19',
          'M20',
          'M22',
          'M23',
          'M24',
          'M25',
        ],
        'Missing episodes and return interviews, this half-year and a year earlier',
      ),
    ]),
  }),
};

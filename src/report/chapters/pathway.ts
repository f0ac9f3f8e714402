import { changeSentence } from '../statements/change.js';
import type { ProfileView } from '../view.js';
import { blocksOf, type ChapterRecord, pairOf } from './chapter.js';
import { categoriesFigure } from './figures/categories.js';
import type { Made } from './figures/exhibit.js';
import { sharesFigure } from './figures/shares.js';
import { stagesFigure } from './figures/stages.js';
import { trendFigure } from './figures/trend.js';
import { comparisonTable, placesTable } from './tables.js';

/** How many contacts reach each stage. */
export function pathwayStages(view: ProfileView): Made {
  return stagesFigure(view, {
    id: 'pathway-stages',
    what: 'the referral pathway',
    unit: 'contacts',
    width: 'full',
    stages: [
      { name: 'Contacts received', indicator: 'R03', take: 'denominator' },
      { name: 'Accepted as referrals', indicator: 'R03', take: 'numerator' },
      { name: 'Assessed', indicator: 'R04', take: 'numerator' },
      { name: 'Assessed as high risk', indicator: 'R05', take: 'numerator' },
    ],
  });
}

/** From concern to safety, and where children are lost on the way. */
export const pathway: ChapterRecord = {
  id: 'pathway',
  title: 'From concern to help',
  audience: ['B', 'G'],
  build: (view) => ({
    id: pathway.id,
    title: pathway.title,
    lead: changeSentence(view, 'R08'),
    blocks: blocksOf([
      pathwayStages(view),
      pairOf(
        categoriesFigure(view, {
          id: 'who-made-contact',
          indicator: 'R01',
          breakdown: 'source',
          width: 'half',
          order: 'size',
        }),
        categoriesFigure(view, {
          id: 'risk-levels',
          indicator: 'R10',
          breakdown: 'risk',
          width: 'half',
          order: 'given',
          withYearBefore: true,
        }),
      ),
      pairOf(
        trendFigure(view, { id: 'decisions-in-time', indicators: ['R07'], width: 'half' }),
        trendFigure(view, { id: 'assessments-in-time', indicators: ['R08'], width: 'half' }),
      ),
      pairOf(
        categoriesFigure(view, {
          id: 'accepted-by-source',
          indicator: 'R03',
          breakdown: 'source',
          width: 'half',
          order: 'given',
        }),
        categoriesFigure(view, {
          id: 'closed-by-source',
          indicator: 'R06',
          breakdown: 'source',
          width: 'half',
          order: 'given',
        }),
      ),
      sharesFigure(view, {
        id: 'pathway-shares',
        what: 'contacts and cases',
        indicators: ['R02', 'R03', 'R04', 'R05', 'R06', 'R11', 'R12', 'R13', 'R14', 'R15'],
        width: 'full',
      }),
      placesTable(view, 'pathway-localities', ['S03', 'R03', 'R06', 'R07', 'R08'], 'the referral pathway'),
      comparisonTable(
        view,
        'pathway-measures',
        ['R02', 'R03', 'R04', 'R05', 'R06', 'R07', 'R08', 'R09', 'R11', 'R12', 'R13', 'R14', 'R15', 'R16'],
        'The referral pathway, this half-year and a year earlier',
      ),
    ]),
  }),
};

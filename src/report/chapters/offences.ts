import { changeSentence } from '../statements/change.js';
import { blocksOf, type ChapterRecord, pairOf } from './chapter.js';
import { categoriesFigure } from './figures/categories.js';
import { sharesFigure } from './figures/shares.js';
import { trendFigure } from './figures/trend.js';
import { comparisonTable, seriesTable } from './tables.js';

/** Are offenders brought to justice. */
export const offences: ChapterRecord = {
  id: 'offences',
  title: 'Offences and what came of them',
  audience: ['B', 'P'],
  build: (view) => ({
    id: offences.id,
    title: offences.title,
    lead: changeSentence(view, 'O08'),
    blocks: blocksOf([
      {
        kind: 'paragraph',
        sentences: [
          {
            text: 'Offences are counted when they are recorded, outcomes when they are assigned. An outcome of this half-year often belongs to an offence of an earlier one.',
            records: [],
          },
        ],
      },
      trendFigure(view, { id: 'offences-trend', indicators: ['O01'], width: 'full' }),
      pairOf(
        categoriesFigure(view, {
          id: 'offence-classes',
          indicator: 'O01',
          breakdown: 'offence-class',
          width: 'half',
          order: 'size',
        }),
        trendFigure(view, { id: 'offences-non-recent', indicators: ['O05'], width: 'half' }),
      ),
      sharesFigure(view, {
        id: 'outcomes',
        what: 'outcomes of CSE offences',
        indicators: ['O08', 'O10', 'O11', 'O12', 'O13'],
        width: 'full',
      }),
      pairOf(
        trendFigure(view, { id: 'charge-trend', indicators: ['O08'], width: 'half' }),
        categoriesFigure(view, {
          id: 'outcome-kinds',
          indicator: 'O19',
          breakdown: 'outcome',
          width: 'half',
          order: 'size',
        }),
      ),
      pairOf(
        trendFigure(view, { id: 'days-to-outcome', indicators: ['O14'], width: 'half' }),
        categoriesFigure(view, {
          id: 'days-by-outcome',
          indicator: 'O14',
          breakdown: 'outcome',
          width: 'half',
          order: 'given',
        }),
      ),
      seriesTable(
        view,
        'offences-over-time',
        ['O01', 'O02', 'O05', 'O06', 'O08', 'O11', 'O13', 'O15'],
        'offences and outcomes',
      ),
      comparisonTable(
        view,
        'offence-measures',
        [
          'O01',
          'O02',
          'O03',
          'O04',
          'O05',
          'O06',
          'O07',
          'O08',
          'O09',
          'O10',
          'O11',
          'O12',
          'O13',
          'O14',
          'O15',
          'O16',
          'O17',
        ],
        'Offences and outcomes, this half-year and a year earlier',
      ),
    ]),
  }),
};

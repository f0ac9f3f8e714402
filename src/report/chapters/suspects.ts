import { changeSentence } from '../statements/change.js';
import { blocksOf, type ChapterRecord, pairOf } from './chapter.js';
import { categoriesFigure } from './figures/categories.js';
import { sharesFigure } from './figures/shares.js';
import { trendFigure } from './figures/trend.js';
import { seriesTable } from './tables.js';

/** By whom. Suspects under 18 may be children who are harmed themselves. */
export const suspects: ChapterRecord = {
  id: 'suspects',
  title: 'People suspected',
  audience: ['B', 'G', 'T'],
  build: (view) => ({
    id: suspects.id,
    title: suspects.title,
    lead: changeSentence(view, 'P01'),
    blocks: blocksOf([
      {
        kind: 'paragraph',
        sentences: [
          {
            text: 'These are people named as suspects of recorded offences. They have not all been charged, and many offences have no named suspect. Suspects under 18 can be children who are being harmed themselves.',
            records: [],
          },
        ],
      },
      pairOf(
        trendFigure(view, { id: 'suspects-trend', indicators: ['P01'], width: 'half' }),
        categoriesFigure(view, {
          id: 'suspects-age',
          indicator: 'P02',
          breakdown: 'age-band',
          width: 'half',
          order: 'given',
          withYearBefore: true,
        }),
      ),
      sharesFigure(view, {
        id: 'suspects-shares',
        what: 'people suspected and their offences',
        indicators: ['P04', 'P03', 'P08', 'P09', 'P10', 'P11', 'P06', 'G04'],
        width: 'full',
      }),
      pairOf(
        categoriesFigure(view, {
          id: 'suspects-relationship',
          indicator: 'P07',
          breakdown: 'relationship',
          width: 'half',
          order: 'size',
        }),
        categoriesFigure(view, {
          id: 'suspects-ethnic-group',
          indicator: 'P05',
          breakdown: 'ethnicity',
          width: 'half',
          order: 'size',
          reading: changeSentence(view, 'P06'),
        }),
      ),
      categoriesFigure(view, {
        id: 'suspects-progress',
        indicator: 'P12',
        breakdown: 'status',
        width: 'half',
        order: 'given',
        withYearBefore: true,
        by: 'by progress of the case',
      }),
      seriesTable(view, 'suspects-over-time', ['P01', 'P03', 'P06', 'P08', 'P09', 'P10'], 'people suspected'),
    ]),
  }),
};

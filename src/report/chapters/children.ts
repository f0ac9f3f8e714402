import { changeSentence } from '../statements/change.js';
import { blocksOf, type ChapterRecord, pairOf } from './chapter.js';
import { categoriesFigure } from './figures/categories.js';
import { pyramidFigure } from './figures/pyramid.js';
import { sharesFigure } from './figures/shares.js';
import { trendFigure } from './figures/trend.js';
import { comparisonTable } from './tables.js';

/** Who the children are. Known victims and children at risk are kept apart. */
export const children: ChapterRecord = {
  id: 'children',
  title: 'Which children',
  audience: ['B', 'G', 'T', 'P'],
  build: (view) => ({
    id: children.id,
    title: children.title,
    lead: changeSentence(view, 'V03'),
    blocks: blocksOf([
      {
        kind: 'paragraph',
        sentences: [
          {
            text: 'Who is recorded is not the same as who is harmed: boys, disabled children and some communities are thought to be under-recorded everywhere.',
            records: [],
          },
        ],
      },
      pairOf(
        pyramidFigure(view, {
          id: 'age-and-sex',
          girls: 'V03',
          boys: 'V04',
          of: 'children referred over CSE concerns',
          width: 'half',
        }),
        categoriesFigure(view, {
          id: 'age-bands',
          indicator: 'V02',
          breakdown: 'age-band',
          width: 'half',
          order: 'given',
          withYearBefore: true,
        }),
      ),
      sharesFigure(view, {
        id: 'circumstances',
        what: 'circumstances of children referred',
        indicators: ['S09', 'V08', 'V09', 'M14', 'V07', 'V15', 'V11', 'V12'],
        width: 'full',
      }),
      pairOf(
        categoriesFigure(view, {
          id: 'models',
          indicator: 'V17',
          breakdown: 'model',
          width: 'half',
          order: 'size',
        }),
        categoriesFigure(view, {
          id: 'ethnic-group',
          indicator: 'V05',
          breakdown: 'ethnicity',
          width: 'half',
          order: 'size',
          reading: changeSentence(view, 'V06'),
        }),
      ),
      pairOf(
        categoriesFigure(view, {
          id: 'status',
          indicator: 'S01',
          breakdown: 'status',
          width: 'half',
          order: 'given',
          withYearBefore: true,
          by: 'by what is known',
        }),
        trendFigure(view, { id: 'known-exploited', indicators: ['S09'], width: 'half' }),
      ),
      comparisonTable(
        view,
        'children-measures',
        ['V01', 'V03', 'V04', 'S09', 'V06', 'V07', 'V08', 'V09', 'V11', 'V12', 'V13', 'V15', 'V16'],
        'Who the children are, this half-year and a year earlier',
      ),
    ]),
  }),
};

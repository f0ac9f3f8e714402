import type { FigureBlock } from '../model.js';
import { changeSentence } from '../statements/change.js';
import type { ProfileView } from '../view.js';
import { blocksOf, type ChapterRecord, pairOf } from './chapter.js';
import { categoriesFigure } from './figures/categories.js';
import type { Made } from './figures/exhibit.js';
import { pyramidFigure } from './figures/pyramid.js';
import { sharesFigure } from './figures/shares.js';
import { trendFigure } from './figures/trend.js';
import { comparisonTable } from './tables.js';

/** Single years of age, girls beside boys. */
export function agesAndSexes(view: ProfileView): Made {
  return pyramidFigure(view, {
    id: 'age-and-sex',
    girls: 'V03',
    boys: 'V04',
    of: 'children referred over CSE concerns',
    width: 'half',
  });
}

/** Age bands, now and a year before. */
export function ageBands(view: ProfileView): Made {
  return categoriesFigure(view, {
    id: 'age-bands',
    indicator: 'V02',
    breakdown: 'age-band',
    width: 'half',
    order: 'given',
    withYearBefore: true,
  });
}

const CIRCUMSTANCES = ['S09', 'V08', 'V09', 'M14', 'V07', 'V15', 'V11', 'V12'];
/** Their names take two lines each beside another figure. */
const MOST_IN_HALF = 5;

/** What surrounds the children referred, each as a share of them. */
export function circumstances(view: ProfileView, width: FigureBlock['width']): Made {
  return sharesFigure(view, {
    id: 'circumstances',
    what: 'circumstances of children referred',
    indicators: width === 'full' ? CIRCUMSTANCES : CIRCUMSTANCES.slice(0, MOST_IN_HALF),
    width,
  });
}

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
      pairOf(agesAndSexes(view), ageBands(view)),
      circumstances(view, 'full'),
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

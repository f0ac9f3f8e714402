import { changeSentence } from '../../statements/change.js';
import { blocksOf, type ChapterRecord, pairOf } from '../chapter.js';
import { trendFigure } from '../figures/trend.js';
import { pathwayStages } from '../pathway.js';

/** How far contacts come, and how soon help follows. */
export const response: ChapterRecord = {
  id: 'pathway',
  title: 'How agencies responded',
  audience: ['B', 'G', 'T'],
  build: (view) => ({
    id: response.id,
    title: response.title,
    lead: changeSentence(view, 'R08'),
    blocks: blocksOf([
      pathwayStages(view),
      pairOf(
        trendFigure(view, { id: 'assessments-in-time', indicators: ['R08'], width: 'half' }),
        trendFigure(view, { id: 'interviews-in-time', indicators: ['M19'], width: 'half' }),
      ),
    ]),
  }),
};

import { blocksOf, type ChapterRecord, pairOf } from '../chapter.js';
import { trendFigure } from '../figures/trend.js';
import { measuresTable } from './mainMeasures.js';

/** What is done when a child comes home, and what comes of offences. */
export const publicResponse: ChapterRecord = {
  id: 'response',
  title: 'What is done',
  audience: ['P'],
  build: (view) => {
    const measures = measuresTable(view);
    return {
      id: publicResponse.id,
      title: publicResponse.title,
      lead: null,
      blocks: blocksOf([
        pairOf(
          trendFigure(view, { id: 'interviews-in-time', indicators: ['M19'], width: 'half' }),
          trendFigure(view, { id: 'outcomes', indicators: ['O08'], width: 'half' }),
        ),
        measures === null ? null : { ...measures, folded: true },
      ]),
    };
  },
};

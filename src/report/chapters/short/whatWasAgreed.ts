import { blocksOf, type ChapterRecord } from '../chapter.js';
import { recommendationItems, recommendations, recommendationsLead } from '../recommendations.js';

/** The recommendations as they were written, each with its owner and date; the table of measures is in the full profile. */
export const whatWasAgreed: ChapterRecord = {
  ...recommendations,
  title: 'What the partnership will do',
  build: (view) => ({
    id: recommendations.id,
    title: whatWasAgreed.title,
    lead: recommendationsLead(view),
    blocks: blocksOf([recommendationItems(view)]),
  }),
};

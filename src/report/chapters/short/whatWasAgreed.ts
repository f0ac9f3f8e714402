import { blocksOf, type ChapterRecord } from '../chapter.js';
import { recommendationItems, recommendations, recommendationsLead } from '../recommendations.js';

/** The recommendations as they were written, each with its owner and date; the table of measures is in the full profile. */
export const whatWasAgreed: ChapterRecord = {
  ...recommendations,
  title: 'What the partnership will do',
  build: (view) => ({
    id: recommendations.id,
    title: whatWasAgreed.title,
    // How many there are is seen; that there are none must be said.
    lead: recommendationItems(view) === null ? recommendationsLead(view) : null,
    blocks: blocksOf([recommendationItems(view)]),
  }),
};

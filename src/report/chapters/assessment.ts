import { sentence } from '../statements/sentence.js';
import { blocksOf, type ChapterRecord } from './chapter.js';

/** What the partnership makes of the findings, in the analyst's own words. */
export const assessment: ChapterRecord = {
  id: 'assessment',
  title: 'What we make of it',
  audience: ['B', 'G', 'T', 'P'],
  build(view) {
    const passages = view.words?.findings ?? [];
    return {
      id: assessment.id,
      title: assessment.title,
      lead: sentence(
        passages.length === 0
          ? 'No assessment was written for this half-year: the findings stand alone.'
          : 'The findings say what is recorded. What may lie behind them is judgement, and is marked as such.',
      ),
      blocks: blocksOf([passages.length === 0 ? null : { kind: 'analyst', passages }]),
    };
  },
};

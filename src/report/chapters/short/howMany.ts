import { changeSentence } from '../../statements/change.js';
import { blocksOf, type ChapterRecord } from '../chapter.js';
import { CANNOT_TELL, childrenReferred } from '../scale.js';

/** The series of children referred. */
export const howMany: ChapterRecord = {
  id: 'scale',
  title: 'How many children, and is it rising',
  audience: ['B', 'G', 'T'],
  build: (view) => ({
    id: howMany.id,
    title: howMany.title,
    lead: changeSentence(view, 'S01'),
    blocks: blocksOf([{ kind: 'paragraph', sentences: [CANNOT_TELL] }, childrenReferred(view, 'full')]),
  }),
};

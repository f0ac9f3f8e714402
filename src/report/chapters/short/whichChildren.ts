import { changeSentence } from '../../statements/change.js';
import { blocksOf, type ChapterRecord, pairOf } from '../chapter.js';
import { agesAndSexes, circumstances } from '../children.js';

/** Who the children are. */
export const whichChildren: ChapterRecord = {
  id: 'children',
  title: 'Which children',
  audience: ['B', 'G', 'T'],
  build: (view) => ({
    id: whichChildren.id,
    title: whichChildren.title,
    lead: changeSentence(view, 'V03'),
    blocks: blocksOf([pairOf(agesAndSexes(view), circumstances(view, 'half'))]),
  }),
};

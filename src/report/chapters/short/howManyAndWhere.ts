import { localitySentence } from '../../statements/localities.js';
import { blocksOf, type ChapterRecord, pairOf } from '../chapter.js';
import { tileMapFigure } from '../figures/places.js';
import { CANNOT_TELL, childrenReferred } from '../scale.js';

/**
 * The series of children referred, and the districts on the map, for the public. Ages are left out: printed for everyone, they would cost the
 * boards theirs.
 */
export const howManyAndWhere: ChapterRecord = {
  id: 'scale',
  title: 'How many children, and where they live',
  audience: ['P'],
  build: (view) => ({
    id: howManyAndWhere.id,
    title: howManyAndWhere.title,
    // The first page and the figure say it.
    lead: null,
    blocks: blocksOf([
      {
        kind: 'paragraph',
        sentences: [CANNOT_TELL, localitySentence(view, 'S02', view.districtsByName)],
      },
      pairOf(
        childrenReferred(view, 'half'),
        tileMapFigure(view, { id: 'referral-rate-map', indicator: 'S02', width: 'half' }),
      ),
    ]),
  }),
};

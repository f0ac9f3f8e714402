import { localitySentence } from '../../statements/localities.js';
import { blocksOf, type ChapterRecord, pairOf } from '../chapter.js';
import type { Made } from '../figures/exhibit.js';
import { placesDotFigure, tileMapFigure } from '../figures/places.js';
import { placesTable } from '../tables.js';

/** The chapter begins with what would be said under the figure. */
function withoutReading(made: Made): Made {
  return made.kind === 'figure' ? { ...made, reading: null } : made;
}

/** The districts: their numbers in one table, on the map, and with their ranges. */
export const whereTheyLive: ChapterRecord = {
  id: 'locations',
  title: 'Where children live',
  audience: ['B', 'G', 'T'],
  build: (view) => ({
    id: whereTheyLive.id,
    title: whereTheyLive.title,
    lead: localitySentence(view, 'S02', view.districtsByName),
    blocks: blocksOf([
      placesTable(
        view,
        'localities',
        ['S01', 'S02', 'M02', 'M03', 'O01'],
        'children and offences',
        'districts',
      ),
      pairOf(
        tileMapFigure(view, { id: 'referral-rate-map', indicator: 'S02', width: 'half' }),
        withoutReading(
          placesDotFigure(view, { id: 'referral-rate-ranges', indicator: 'S02', width: 'half' }),
        ),
      ),
    ]),
  }),
};

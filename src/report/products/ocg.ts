import { carries } from '../chapters/audience.js';
import { disruption } from '../chapters/disruption.js';
import { groups } from '../chapters/groups.js';
import { map } from '../chapters/ocg/map.js';
import { type ProductRecord, wholeArea } from './record.js';

const CHAPTERS = [groups, map, disruption];

/** The map of organised crime groups (strategy 5.1): drawn for the tactical edition only, counts elsewhere. */
export const ocg: ProductRecord = {
  id: 'ocg',
  title: 'Map of organised crime groups',
  purpose: 'How many groups exploit children, how far they reach, what joins them and who leads on each.',
  grain: 'half-year',
  indicators: 'all',
  audiences: ['tactical', 'board'],
  subjects: wholeArea,
  compose: (view) => ({
    chapters: CHAPTERS.filter(({ audience }) => carries(view.edition.audience, audience)).map((chapter) =>
      chapter.build(view),
    ),
  }),
};

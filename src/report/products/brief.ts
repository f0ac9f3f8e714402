import { MONTHLY, month, months } from '../chapters/brief/month.js';
import { open } from '../chapters/brief/open.js';
import { places } from '../chapters/brief/places.js';
import { type ProductRecord, wholeArea } from './record.js';

const CHAPTERS = [month, months, places, open];

/** The monthly multi-agency risk and intelligence briefing (strategy 5.1), on two pages. */
export const brief: ProductRecord = {
  id: 'brief',
  title: 'Risk and intelligence briefing',
  purpose: 'What stood out in the month against its usual range, where, and what is open.',
  grain: 'month',
  indicators: MONTHLY,
  audiences: ['tactical', 'board'],
  compact: true,
  subjects: wholeArea,
  compose: (view) => ({ chapters: CHAPTERS.map((chapter) => chapter.build(view)) }),
};

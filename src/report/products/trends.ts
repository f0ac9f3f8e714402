import { caution, changed, patterns, QUARTERLY, series } from '../chapters/trends/quarter.js';
import { type ProductRecord, slugOf, within } from './record.js';

const CHAPTERS = [changed, series, patterns, caution];

/** The sub groups' quarterly trends-and-patterns reports: one for each safeguarding board and each Children's Partnership Board. */
export const trends: ProductRecord = {
  id: 'trends',
  title: 'Trends and patterns',
  purpose: 'What changed in the quarter, for one board: numbers, patterns and what to bear in mind.',
  grain: 'quarter',
  indicators: QUARTERLY,
  audiences: ['board'],
  subjects: (areas, about) => [
    ...within(areas, about, areas.boards).map((area) => ({ slug: slugOf(areas.get(area).name), area })),
    ...within(areas, about, areas.cpbs).map((area) => ({
      slug: `partnership-${slugOf(areas.get(area).name)}`,
      area,
    })),
  ],
  compose: (view) => ({ chapters: CHAPTERS.map((chapter) => chapter.build(view)) }),
};

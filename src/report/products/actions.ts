import { byPriority, questionsOfPlan, standing } from '../chapters/actions/monitor.js';
import { type ProductRecord, slugOf, within } from './record.js';

/** The action-plan monitor over the strategy's seven priorities, for the partnership and for each board. */
export const actions: ProductRecord = {
  id: 'actions',
  title: 'Action-plan monitor',
  purpose:
    'Every numbered action of the strategy with its owner, dates, state in the last four quarters and measure.',
  grain: 'half-year',
  indicators: 'all',
  audiences: ['board'],
  subjects: (areas, about) => [
    ...(about === areas.pan ? [{ slug: 'all-boards', area: areas.pan }] : []),
    ...within(areas, about, areas.boards).map((area) => ({ slug: slugOf(areas.get(area).name), area })),
  ],
  compose: (view) => ({
    chapters: [standing, questionsOfPlan, ...byPriority].map((chapter) => chapter.build(view)),
  }),
};

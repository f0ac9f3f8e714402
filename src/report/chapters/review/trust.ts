import { changeSentence } from '../../statements/change.js';
import { sentence } from '../../statements/sentence.js';
import { blocksOf, type ChapterRecord, pairOf } from '../chapter.js';
import { unavailable } from '../figures/exhibit.js';
import { overlapFigure } from '../figures/overlap.js';
import { trendFigure } from '../figures/trend.js';
import { matchingTable } from '../matchingTable.js';
import { completenessTable, reconciliationTable, rulesTable } from '../qualityTables.js';
import { agencyTable } from './agencies.js';

/** Bounds of the grid's shades, in percent. */
const BANDS = [60, 80, 90, 98] as const;

/** How complete the fields are. */
export const completeness: ChapterRecord = {
  id: 'how-complete',
  title: 'How complete the records are',
  audience: ['B', 'G', 'T'],
  build(view) {
    const grid = completenessTable(view);
    return {
      id: completeness.id,
      title: completeness.title,
      lead: changeSentence(view, 'Q01'),
      blocks: blocksOf([
        grid === null
          ? unavailable('how complete the fields are', 'no completeness was measured')
          : { kind: 'grid', table: grid, bands: BANDS },
        agencyTable(view, {
          id: 'completeness-by-agency',
          title: 'Required fields filled in, by agency',
          subtitle: 'Percentage of required cells with a value, over all extracts of the agency.',
          indicators: ['Q01'],
        }),
        pairOf(
          trendFigure(view, { id: 'ethnicity-missing-children', indicators: ['V06'], width: 'half' }),
          trendFigure(view, { id: 'ethnicity-missing-suspects', indicators: ['P06'], width: 'half' }),
        ),
      ]),
    };
  },
};

/** How late: extracts after their date, events after their half-year. */
export const lateness: ChapterRecord = {
  id: 'how-late',
  title: 'How late the records come',
  audience: ['B', 'G', 'T'],
  build: (view) => ({
    id: lateness.id,
    title: lateness.title,
    lead: changeSentence(view, 'Q03'),
    blocks: blocksOf([
      {
        kind: 'paragraph',
        sentences: [
          sentence(
            'A late row belongs to an earlier half-year, so earlier figures are worked out again each time and can change.',
          ),
        ],
      },
      agencyTable(view, {
        id: 'lateness-by-agency',
        title: 'Days after the due date, and rows that came late, by agency',
        subtitle:
          'Median days over the agency’s extracts; percentage of new rows that belong to an earlier half-year.',
        indicators: ['Q02', 'Q03'],
      }),
      trendFigure(view, { id: 'late-rows', indicators: ['Q03'], width: 'full' }),
    ]),
  }),
};

/** Whether records of one child find each other, and whether rows come twice. */
export const matching: ChapterRecord = {
  id: 'how-well-matched',
  title: 'How well records of the same child find each other',
  audience: ['B', 'G', 'T'],
  build: (view) => ({
    id: matching.id,
    title: matching.title,
    lead: changeSentence(view, 'Q04'),
    blocks: blocksOf([
      {
        kind: 'paragraph',
        sentences: [
          sentence(
            'Only certain matches are made. A child whose records do not find each other counts as two, and every figure about what agencies know together is “at least”.',
          ),
        ],
      },
      agencyTable(view, {
        id: 'matching-by-agency',
        title: 'Children also found at another agency, and repeated rows, by agency',
        subtitle:
          'Percentage of the agency’s children with a record elsewhere; percentage of rows that repeat another.',
        indicators: ['Q04', 'Q05'],
      }),
      matchingTable(view),
      overlapFigure(view, { id: 'known-to-agencies', indicator: 'X04', width: 'full' }),
    ]),
  }),
};

/** What the checks found and where every row went. */
export const checks: ChapterRecord = {
  id: 'what-checks-found',
  title: 'What the checks found',
  audience: ['B', 'G', 'T'],
  build: (view) => ({
    id: checks.id,
    title: checks.title,
    lead: sentence('Every row that was read is accounted for; a rejected row can be sent again.'),
    blocks: blocksOf([rulesTable(view), reconciliationTable(view)]),
  }),
};

import type { Chapter } from '../model.js';
import { formatFigure } from '../numbers.js';
import { isShown } from '../statements/figures.js';
import { joined, sentence } from '../statements/sentence.js';
import { blocksOf, type ChapterRecord, pairOf } from './chapter.js';
import { unavailable } from './figures/exhibit.js';
import { trendFigure } from './figures/trend.js';
import { matchingTable } from './matchingTable.js';
import { completenessTable, returnsTable, rulesTable } from './qualityTables.js';
import { revisionsTable } from './revisionsTable.js';
import { comparisonTable } from './tables.js';
import { whatArrived, whatDidNot } from './whatArrived.js';

/** Bounds of the grid's shades, in percent. */
const BANDS = [60, 80, 90, 98] as const;

/** How far the rest can be trusted. */
export const dataQuality: ChapterRecord = {
  id: 'data-quality',
  title: 'How good the data is',
  audience: ['B', 'G'],
  build: (view): Chapter => {
    const { people } = view.quality;
    const grid = completenessTable(view);
    const missing = whatDidNot(view);
    const linked =
      isShown(people.children) && isShown(people.linkedAcrossAgencies)
        ? sentence(
            `Across all half-years, agencies’ records describe ${formatFigure(people.children, 'count')} children; ${formatFigure(people.linkedAcrossAgencies, 'count')} of them were matched between agencies. Only certain matches are made, so some children are counted twice.`,
          )
        : sentence('How many children were matched between agencies is not shown.');
    return {
      id: dataQuality.id,
      title: dataQuality.title,
      lead: whatArrived(view),
      blocks: blocksOf([
        { kind: 'paragraph', sentences: [joined([...(missing === null ? [] : [missing]), linked])] },
        grid === null
          ? unavailable('how complete the fields are', 'no completeness was measured')
          : { kind: 'grid', table: grid, bands: BANDS },
        returnsTable(view),
        revisionsTable(view),
        rulesTable(view),
        matchingTable(view),
        pairOf(
          trendFigure(view, { id: 'ethnicity-missing-children', indicators: ['V06'], width: 'half' }),
          trendFigure(view, { id: 'ethnicity-missing-suspects', indicators: ['P06'], width: 'half' }),
        ),
        comparisonTable(
          view,
          'quality-measures',
          ['Q01', 'Q02', 'Q03', 'Q04', 'Q05', 'Q06', 'M15', 'V06', 'P06'],
          'Quality of the data, this half-year and a year earlier',
        ),
      ]),
    };
  },
};

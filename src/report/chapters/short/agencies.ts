import { blocksOf, type ChapterRecord } from '../chapter.js';
import { overlapFigure } from '../figures/overlap.js';
import { agencyReturnsTable } from '../qualityTables.js';
import { whatArrived } from '../whatArrived.js';

/** Whose lists the children are on, and what each agency sent: one line an agency. */
export const agencies: ChapterRecord = {
  id: 'agencies',
  title: 'What each agency sees, and sent',
  audience: ['B', 'G', 'T'],
  build: (view) => ({
    id: agencies.id,
    title: agencies.title,
    lead: whatArrived(view),
    blocks: blocksOf([
      overlapFigure(view, { id: 'known-to-agencies', indicator: 'X04', width: 'full' }),
      agencyReturnsTable(view),
    ]),
  }),
};

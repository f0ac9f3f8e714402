import { lengthOf } from '../../../disclosure/derive.js';
import { formatFigure } from '../../numbers.js';
import { sentence } from '../../statements/sentence.js';
import { blocksOf, type ChapterRecord } from '../chapter.js';
import { overlapFigure } from '../figures/overlap.js';
import { agencyReturnsTable } from '../qualityTables.js';

/** Whose lists the children are on, and what each agency sent: one line an agency. */
export const agencies: ChapterRecord = {
  id: 'agencies',
  title: 'What each agency sees, and sent',
  audience: ['B', 'G', 'T'],
  build: (view) => {
    const here = view.quality.returns.filter(
      ({ period, status }) => period === view.published.period && status !== 'not expected',
    );
    const arrived = here.filter(({ status }) => status !== 'missing');
    return {
      id: agencies.id,
      title: agencies.title,
      lead: sentence(
        `${formatFigure(lengthOf(arrived), 'count')} of ${formatFigure(lengthOf(here), 'count')} expected extracts arrived; figures without an extract cover part of the area only.`,
      ),
      blocks: blocksOf([
        overlapFigure(view, { id: 'known-to-agencies', indicator: 'X04', width: 'full' }),
        agencyReturnsTable(view),
      ]),
    };
  },
};

import { lengthOf } from '../../../disclosure/derive.js';
import type { Sentence } from '../../model.js';
import { formatFigure } from '../../numbers.js';
import { isShown } from '../../statements/figures.js';
import { capital, sentence } from '../../statements/sentence.js';
import { subjectOf } from '../../statements/subjects.js';
import type { ProfileView } from '../../view.js';
import { blocksOf, type ChapterRecord } from '../chapter.js';

function atMonthsEnd(view: ProfileView, indicator: string): Sentence | null {
  const now = view.published.find(indicator, view.area, view.current.id);
  if (now === undefined) return null;
  const earlier = view.published.find(indicator, view.area, view.before.id);
  const then =
    earlier !== undefined && isShown(earlier.value)
      ? ` (${formatFigure(earlier.value, 'count')} a year earlier)`
      : '';
  return sentence(
    `${capital(subjectOf(view, indicator))}: ${formatFigure(now.value, 'count')}${then}.`,
    now,
    earlier,
  );
}

/** What is open at the month's end, and what to bear in mind. */
export const open: ChapterRecord = {
  id: 'open-and-due',
  title: 'Open, due, and to bear in mind',
  audience: ['B', 'G', 'T'],
  build(view) {
    const late = view.byHalfYear.plan.filter(({ flags }) => flags.includes('overdue'));
    const absent = view.expected.filter(({ status }) => status === 'missing');
    const standing = ['M24', 'S05'].flatMap((indicator) => atMonthsEnd(view, indicator) ?? []);
    const due = sentence(
      late.length === 0
        ? 'Actions of the plan: none is overdue at the end of the half-year.'
        : `Actions of the plan: ${formatFigure(lengthOf(late), 'count')} overdue at the end of the half-year.`,
    );
    return {
      id: open.id,
      title: open.title,
      lead: null,
      blocks: blocksOf([
        { kind: 'paragraph', sentences: [...standing, due] },
        {
          kind: 'list',
          items: [
            'When nothing changes, up to one measure in fifteen still stands out in a month by chance: ask before acting on one month alone.',
            'A month is judged against its own months since recording last changed, never against the month before.',
            'A high month can mean more harm, or more noticed and recorded. Counts below the threshold, and those that would give them away, are [c].',
            ...absent.map(
              ({ agency, extract }) =>
                `${view.extractTitle(extract)} of ${view.agencyName(agency)}: not received for the half-year.`,
            ),
          ],
        },
      ]),
    };
  },
};

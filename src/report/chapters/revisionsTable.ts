import { difference, lengthOf } from '../../disclosure/derive.js';
import type { PublishedRevision } from '../../disclosure/model.js';
import { publishedBefore } from '../../disclosure/publicFigures.js';
import { parsePeriod } from '../../reference/calendar.js';
import type { Cell, Table } from '../model.js';
import { formatFigure } from '../numbers.js';
import { isShown } from '../statements/figures.js';
import { capital } from '../statements/sentence.js';
import { subjectOf } from '../statements/subjects.js';
import type { ProfileView } from '../view.js';
import { column, LEFT, sourceLine, tidyRows } from './figures/exhibit.js';
import { unitName } from './tables.js';

/** From so many on a revision is large enough to be named in the title. */
const LARGE = 10;

function changeCell(revision: PublishedRevision): Cell {
  if (revision.revised === null) return { text: '[c]' };
  if ('number' in revision.now && revision.now.asFirst === true) return { text: 'As first published' };
  if (!revision.revised) return { text: 'Not revised' };
  const change = difference(revision.last, revision.now);
  if (!isShown(change)) return { text: 'By few [r]' };
  return { text: `${change.number > 0 ? '+' : ''}${formatFigure(change, 'count')} [r]` };
}

/** How the headline figures of the last half-years have changed since they were first given; null for a first release. */
export function revisionsTable(view: ProfileView): Table | null {
  const { revisions } = view.published;
  const earlier = view.earlierRelease;
  const carried = revisions.filter(({ indicator }) => view.info(indicator) !== undefined);
  if (carried.length === 0) return null;
  const large = carried.filter(({ first, now }) => {
    const change = difference(first, now);
    return isShown(change) && Math.abs(change.number) >= LARGE;
  });
  return {
    kind: 'table',
    id: 'revisions',
    title: `${formatFigure(lengthOf(large), 'count')} of ${formatFigure(lengthOf(carried), 'count')} headline figures moved by ten or more since first counted`,
    subtitle: `Pan-Lancashire, the half-years before ${view.current.text}: from the files of that half-year, from those up to the last release, and from all.`,
    columns: [
      column('measure', 'Measure', LEFT),
      column('unit', 'Unit', LEFT),
      column('period', 'Half-year', LEFT),
      ...(earlier === undefined
        ? []
        : [column('published', `As published for ${view.half(parsePeriod(earlier.period)).shortText}`)]),
      column('first', 'First'),
      column('last', 'Last release'),
      column('now', 'Now'),
      column('change', 'Since the last release', LEFT),
    ],
    rows: carried.map((revision) => ({
      cells: [
        { text: capital(subjectOf(view, revision.indicator)) },
        { text: unitName(view, revision.indicator) },
        { text: view.half(revision.period).shortText },
        ...(earlier === undefined
          ? []
          : [
              {
                figure: publishedBefore(
                  earlier.numbers.get(`${revision.indicator} ${revision.period}`),
                  revision,
                  view.published.threshold,
                ),
                format: 'count' as const,
              },
            ]),
        { figure: revision.first, format: 'count' },
        { figure: revision.last, format: 'count' },
        { figure: revision.now, format: 'count' },
        changeCell(revision),
      ] satisfies Cell[],
    })),
    notes: [
      'An earlier number that differs by few records, or by the records of few people, is hidden: the difference would tell how few came late.',
      earlier === undefined
        ? 'Files are taken as they are now; the release of the half-year before does not stand here, so what it said is not shown.'
        : 'First, last and now are counted from the files as they are now; what was published then stands beside them.',
    ],
    source: sourceLine(
      view,
      carried.flatMap(({ indicator }) => view.extractsOf(indicator)),
      { from: view.first.text, to: view.current.text },
    ),
    tidy: tidyRows(
      view,
      carried.flatMap(({ indicator, period }) => view.published.find(indicator, view.pan, period) ?? []),
    ),
  };
}

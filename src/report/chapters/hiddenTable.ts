import { lengthOf, percentage } from '../../disclosure/derive.js';
import type { Chapter, Table, TidyRow } from '../model.js';
import type { ProfileView } from '../view.js';
import { exhibitsOf } from './chapter.js';
import { column, LEFT } from './figures/exhibit.js';

/** Lines whose count, or the figure made from it, is hidden. */
function hiddenIn(tidy: readonly TidyRow[]): readonly TidyRow[] {
  return tidy.filter(({ numerator, value }) =>
    [numerator, value].some((figure) => 'symbol' in figure && figure.symbol === 'c'),
  );
}

/**
 * How much of every figure and table is hidden, in the order of the document; those that hide nothing are left out. It counts the marks that everyone can see, and does not tell
 * small counts from those that are hidden for their sake.
 * @param others the chapters of the document
 * @param names what their figures and tables are called
 */
export function hiddenTable(
  view: ProfileView,
  others: readonly Chapter[],
  names: ReadonlyMap<string, string>,
): Table | null {
  const rows = others.flatMap(exhibitsOf).flatMap((exhibit) => {
    const { title, tidy } =
      exhibit.kind === 'figure' ? { title: exhibit.title.text, tidy: exhibit.table.tidy } : exhibit;
    const hidden = hiddenIn(tidy);
    const name = names.get(exhibit.id);
    const named = name === undefined ? title : `${name}: ${title}`;
    return hidden.length === 0 ? [] : [{ title: named, all: lengthOf(tidy), hidden: lengthOf(hidden) }];
  });
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    id: 'hidden-share',
    title: 'How much is hidden in each figure and table',
    subtitle: `Numbers printed as [c] under the rule of this edition: ${view.edition.zeros === 'shown' ? 1 : 0} to ${view.published.threshold - 1}, and others that would give them away. Figures and tables that hide nothing are left out.`,
    columns: [
      column('exhibit', 'Figure or table', LEFT),
      column('numbers', 'Numbers'),
      column('hidden', 'Hidden'),
      column('share', 'Share hidden'),
    ],
    rows: rows.map(({ title, all, hidden }) => ({
      cells: [
        { text: title },
        { figure: all, format: 'count' },
        { figure: hidden, format: 'count' },
        { figure: percentage(hidden, all), format: 'percent' },
      ],
    })),
    notes: [],
    source: 'Source: counted in this edition.',
    tidy: [],
  };
}

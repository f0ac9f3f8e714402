import type { Chapter } from '../../model.js';
import { exhibitsOf } from '../chapter.js';
import type { AnnexOutline } from './outline.js';

/**
 * What figures and tables are called where they stand, by id: "Figure 3", "Table 2", or "Annex, figure 5" for those that a profile in full length has in its annex.
 * Numbers follow the reading order, as they do on the page.
 * @param chapters undivided, in the order of the document
 * @param annex how the profile is divided; null when it is not
 */
export function exhibitNames(
  chapters: readonly Chapter[],
  annex: AnnexOutline | null,
): ReadonlyMap<string, string> {
  const inAnnex = (chapter: Chapter, id: string): boolean =>
    annex !== null &&
    (annex.only.some((record) => record.id === chapter.id) ||
      annex.keeps[chapter.id]?.includes(id) === false);
  const counts = new Map<string, number>();
  const names = new Map<string, string>();
  for (const chapter of chapters)
    for (const { id, kind } of exhibitsOf(chapter)) {
      const series = inAnnex(chapter, id) ? `Annex, ${kind}` : kind === 'figure' ? 'Figure' : 'Table';
      const number = (counts.get(series) ?? 0) + 1;
      counts.set(series, number);
      names.set(id, `${series} ${number}`);
    }
  return names;
}

import { exhibitsOf } from '../../../src/report/chapters/chapter.js';
import type { Chapter, Table } from '../../../src/report/model.js';

/** The tables of a document, also those behind its figures. */
export function exhibitsIn(chapters: readonly Chapter[] = []): readonly Pick<Table, 'id' | 'tidy'>[] {
  return chapters.flatMap((chapter) =>
    exhibitsOf(chapter).map((exhibit) => (exhibit.kind === 'figure' ? exhibit.table : exhibit)),
  );
}

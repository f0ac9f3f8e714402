import { exhibitsOf } from '../chapters/chapter.js';
import type { FigureBlock, ReportDocument, Table } from '../model.js';

/** A figure or table with its number in the document. */
export interface Numbered {
  readonly kind: 'Figure' | 'Table';
  readonly number: number;
  readonly id: string;
}

/** Numbers by id, and the figures and tables in document order. */
export interface Numbering {
  readonly byId: ReadonlyMap<string, Numbered>;
  readonly figures: readonly FigureBlock[];
  readonly tables: readonly Omit<Table, 'kind'>[];
}

/**
 * Numbers figures and tables 1, 2, 3 ... in document order, each kind on its own.
 *
 * @throws Error when two exhibits have one id: their files and anchors would collide
 */
export function numberExhibits(document: ReportDocument): Numbering {
  const byId = new Map<string, Numbered>();
  const figures: FigureBlock[] = [];
  const tables: Omit<Table, 'kind'>[] = [];
  for (const exhibit of document.chapters.flatMap(exhibitsOf)) {
    if (byId.has(exhibit.id))
      throw new Error(`two figures or tables of the report have the id "${exhibit.id}"`);
    if (exhibit.kind === 'figure') {
      figures.push(exhibit);
      byId.set(exhibit.id, { kind: 'Figure', number: figures.length, id: exhibit.id });
    } else {
      tables.push(exhibit);
      byId.set(exhibit.id, { kind: 'Table', number: tables.length, id: exhibit.id });
    }
  }
  return { byId, figures, tables };
}

/** "Figure 3" or "Table 2"; an empty string for an unknown id. */
export function numberText(numbering: Numbering, id: string): string {
  const found = numbering.byId.get(id);
  return found === undefined ? '' : `${found.kind} ${found.number}`;
}

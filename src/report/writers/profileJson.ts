import type { PublishedObservation, PublishedStatement } from '../../disclosure/model.js';
import type { ReportDocument } from '../model.js';

/** Changes whenever a field of the file changes its name or meaning. */
const FORMAT = 'profile-report/1';

/**
 * The same value with the keys of every object in alphabetical order, which is the order in which they are then written. Where a symbol stands in place of a number nothing
 * else of that figure is kept, whatever else the object may hold.
 */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  if ('symbol' in value) return { symbol: value.symbol };
  const items: Readonly<Record<string, unknown>> = { ...value };
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(items).sort()) ordered[key] = inOrder(items[key]);
  return ordered;
}

/**
 * The document model with the statements and the figures behind its sentences, so that every claim can be worked out again. Keys are sorted, so that two runs give
 * the same bytes whatever built the document.
 */
export function profileJson(
  document: ReportDocument,
  statements: readonly PublishedStatement[],
  observations: readonly PublishedObservation[] = [],
): string {
  const spoken = recordsOf(document);
  const figures = Object.fromEntries(
    observations.flatMap((o) => {
      if (o.breakdown !== 'total') return [];
      const id = `${o.indicator}|${o.area}|${o.period}`;
      return spoken.has(id) ? [[id, o] as const] : [];
    }),
  );
  // Chapters that compare with other people's figures bring their records along: all records stand in one list.
  const chapters = document.chapters.map(({ statements: _, ...chapter }) => chapter);
  const all = [...statements, ...document.chapters.flatMap((chapter) => chapter.statements ?? [])];
  return `${JSON.stringify(inOrder({ format: FORMAT, document: { ...document, chapters }, statements: all, figures }), null, 1)}\n`;
}

/** Ids of every record that a sentence of the document points to. */
export function recordsOf(value: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const item of value) recordsOf(item, found);
  else if (typeof value === 'object' && value !== null) {
    if ('records' in value && Array.isArray(value.records))
      for (const id of value.records) found.add(String(id));
    for (const item of Object.values(value)) recordsOf(item, found);
  }
  return found;
}

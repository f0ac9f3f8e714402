import type { PublishedObservation, PublishedStatement } from '../../disclosure/model.js';
import type { ReportDocument } from '../model.js';

/** Changes whenever a field of the file changes its name or meaning. */
const FORMAT = 'profile-report/1';

/**
 * JSON with the keys of every object in alphabetical order, an item a line. Where a symbol stands in place of a number nothing
 * else of that figure is written, whatever else the object may hold.
 */
function written(value: unknown, margin: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const within = `${margin} `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[\n${value.map((item) => within + written(item, within)).join(',\n')}\n${margin}]`;
  }
  if ('symbol' in value && Object.keys(value).length > 1) return written({ symbol: value.symbol }, margin);
  const lines: string[] = [];
  const items: Readonly<Record<string, unknown>> = { ...value };
  for (const key of Object.keys(items).sort())
    if (items[key] !== undefined)
      lines.push(`${within}${JSON.stringify(key)}: ${written(items[key], within)}`);
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${margin}}`;
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
  return `${written({ format: FORMAT, document: { ...document, chapters }, statements: all, figures }, '')}\n`;
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

import type { PublishedStatement } from '../../disclosure/model.js';
import type { ReportDocument } from '../model.js';

/** Changes whenever a field of the file changes its name or meaning. */
const FORMAT = 'profile-report/1';

/**
 * The same value with the keys of every object in alphabetical order. Where a symbol stands in place of a number nothing
 * else of that figure is written, whatever else the object may hold.
 */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  if ('symbol' in value) return { symbol: value.symbol };
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, item]) => [key, ordered(item)]));
}

/**
 * The document model with the statements behind its sentences, for machines. Keys are sorted, so that two runs give
 * the same bytes whatever built the document.
 */
export function profileJson(document: ReportDocument, statements: readonly PublishedStatement[]): string {
  return `${JSON.stringify(ordered({ format: FORMAT, document, statements }), null, 1)}\n`;
}

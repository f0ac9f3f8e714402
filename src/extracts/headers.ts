import { fold } from './fold.js';
import type { ExtractSchema } from './schema.js';

/** A header as compared: case, spaces, underscores and punctuation do not matter. */
export const foldHeader = fold;

/** Folded field names and aliases of a schema; a field's name goes before any alias. */
export function headerSpellings(schema: ExtractSchema): ReadonlyMap<string, string> {
  const spellings = new Map<string, string>();
  for (const field of schema.fields) spellings.set(foldHeader(field.name), field.name);
  for (const field of schema.fields) {
    for (const spelling of [field.title, ...field.aliases]) {
      const folded = foldHeader(spelling);
      if (!spellings.has(folded)) spellings.set(folded, field.name);
    }
  }
  return spellings;
}

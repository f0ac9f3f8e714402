import { nearest } from '../reference/spelling.js';
import { fold } from './fold.js';
import type { ExtractSchema } from './schema.js';

/** A header as compared: case, spaces, underscores and punctuation do not matter. */
export const foldHeader = fold;

/** The field that a header means, or the nearest guess when it means none. */
export type HeaderMatch =
  | { readonly field: string; readonly guess?: undefined }
  | { readonly field: null; readonly guess: string | undefined };

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

/** Finds the field of each header, whatever its order, case, spacing and punctuation. */
export function matchHeaders(headers: readonly string[], schema: ExtractSchema): HeaderMatch[] {
  const spellings = headerSpellings(schema);
  const names = schema.fields.map((field) => field.name);
  return headers.map((header) => {
    const field = spellings.get(foldHeader(header));
    return field === undefined
      ? { field: null, guess: nearest(header.trim().replace(/\s+/g, '_'), names) }
      : { field };
  });
}

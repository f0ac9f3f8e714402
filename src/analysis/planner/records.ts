import { loadSchema } from '../../extracts/load.js';
import type { ExtractName } from '../../extracts/schema.js';

/**
 * Columns of the store that name a record: the primary key of the extract's schema, with the person's local id replaced by the
 * pseudonym that the store keeps in its place.
 */
export function recordKey(extract: ExtractName): readonly string[] {
  const schema = loadSchema(extract);
  return schema.primaryKey.map((name) =>
    schema.fields.some((field) => field.name === name && field.person !== undefined) ? 'person' : name,
  );
}

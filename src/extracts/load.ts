import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EXTRACT_NAMES, type ExtractName, type ExtractSchema } from './schema.js';
import { parseTableSchema } from './tableSchema.js';

const folder = new URL('../../schemas/', import.meta.url);

/** Absolute path of an extract's Table Schema file. */
export function schemaFile(name: ExtractName): string {
  return fileURLToPath(new URL(`${name}.schema.json`, folder));
}

const loaded = new Map<ExtractName, ExtractSchema>();

/**
 * The schema of an extract, read once and checked.
 * @throws Error when the shipped file is not a Table Schema with the extensions of this project
 */
export function loadSchema(name: ExtractName): ExtractSchema {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const schema = parseTableSchema(JSON.parse(readFileSync(schemaFile(name), 'utf8')));
  loaded.set(name, schema);
  return schema;
}

/** All schemas by name, in the order of the data's way. */
export function loadSchemas(): ReadonlyMap<ExtractName, ExtractSchema> {
  return new Map(EXTRACT_NAMES.map((name) => [name, loadSchema(name)]));
}

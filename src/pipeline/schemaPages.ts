import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { schemaPage } from '../extracts/docs.js';
import { loadSchema, loadSchemas, schemaFile } from '../extracts/load.js';
import { EXTRACT_NAMES, type ExtractName, type ExtractSchema } from '../extracts/schema.js';
import { blankTemplate } from '../extracts/template.js';
import { fileError, KnownError } from '../reference/knownError.js';
import { nearest } from '../reference/spelling.js';
import { absolute } from './runContext.js';

export interface SchemaLine {
  readonly name: ExtractName;
  readonly title: string;
  readonly fields: number;
  readonly rules: number;
}

/** One line an extract, in the order of the data's way. */
export function listSchemas(): SchemaLine[] {
  return [...loadSchemas().values()].map((s) => ({
    name: s.name,
    title: s.title,
    fields: s.fields.length,
    rules: s.rules.length,
  }));
}

/**
 * The schema of that name.
 * @throws KnownError (exit 2) with the nearest guess
 */
export function namedSchema(name: string): ExtractSchema {
  const known = EXTRACT_NAMES.find((extract) => extract === name);
  if (known !== undefined) return loadSchema(known);
  const guess = nearest(name, EXTRACT_NAMES);
  throw new KnownError(
    2,
    `There is no extract called "${name}".`,
    guess === undefined
      ? 'See `profile schema list`.'
      : `Did you mean "${guess}"? See \`profile schema list\`.`,
  );
}

/** The description, the Table Schema file as shipped, or a blank CSV with the header. */
export async function showSchema(
  name: string,
  format: 'text' | 'table-schema' | 'template',
): Promise<string> {
  const schema = namedSchema(name);
  if (format === 'template') return blankTemplate(schema);
  if (format === 'table-schema') return readFile(schemaFile(schema.name), 'utf8');
  return schemaPage(schema);
}

/** Writes one Markdown page an extract; the same pages are committed under docs/schemas and compared in CI. */
export async function writeSchemaPages(out: string, cwd: string): Promise<string[]> {
  const folder = absolute(cwd, out);
  const files: string[] = [];
  try {
    await mkdir(folder, { recursive: true });
    for (const schema of loadSchemas().values()) {
      await writeFile(path.join(folder, `${schema.name}.md`), schemaPage(schema));
      files.push(`${schema.name}.md`);
    }
  } catch (error) {
    throw fileError(error, out, 2);
  }
  return files;
}

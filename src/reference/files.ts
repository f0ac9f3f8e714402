import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

const folder = new URL('../../reference/', import.meta.url);

/**
 * Absolute path of a file of the package's `reference/` folder, wherever the package is: a clone, `dist`, or installed.
 * @param name path inside the folder, for example `codelists/disability.csv`
 */
export function referenceFile(name: string): string {
  return fileURLToPath(new URL(name, folder));
}

/** Rows of a reference CSV by column name; every value is text, exactly as shipped. */
export function readReferenceCsv(name: string): Record<string, string>[] {
  const text = readFileSync(referenceFile(name), 'utf8');
  return parse<Record<string, string>>(text, { columns: true, bom: true });
}

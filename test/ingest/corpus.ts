import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSchema } from '../../src/extracts/load.js';
import type { ExtractName } from '../../src/extracts/schema.js';
import { type IngestedFile, type IngestInput, ingestFile } from '../../src/ingest/ingestFile.js';
import { createEncoder } from '../../src/privacy/encoder.js';
import { createMasterKey, KeyRing } from '../../src/privacy/keys.js';
import type { AgencyId, PeriodId } from '../../src/reference/brands.js';

/** Small extracts, one a folder, each with one awkward thing about it. */
export const CORPUS = fileURLToPath(new URL('../fixtures/ingest/', import.meta.url));

export const CASES = readdirSync(CORPUS)
  .filter((name) => !name.startsWith('.'))
  .sort();

/** Personal data planted in every file of the corpus. None of it may come out of ingest. */
export const CANARIES = [
  'zanzibella',
  'quillfe',
  '9434765919',
  '2004-02-29',
  '29/02/2004',
  'pr1 0zz',
  'pr10zz',
  'c-canary',
] as const;

export const encoder = createEncoder(new KeyRing(createMasterKey()), { testNumbers: true });

export const POLICE = 'lancashire-constabulary' as AgencyId;
export const PERIOD = '2018-H1' as PeriodId;

/** Ingests one file as the police's missing episodes of 2018-H1, unless told otherwise. */
export function ingest(file: string, over: Partial<IngestInput> = {}): Promise<IngestedFile> {
  const note = file.replace(/\.csv$/, '.meta.yaml');
  return ingestFile({
    path: file,
    displayPath: path.basename(file),
    schema: loadSchema('missing-episodes'),
    agency: POLICE,
    period: PERIOD,
    meta: existsSync(note) ? note : null,
    encoder,
    owners: new Map<ExtractName, AgencyId>(),
    ...over,
  });
}

export function ingestCase(name: string, over: Partial<IngestInput> = {}): Promise<IngestedFile> {
  return ingest(path.join(CORPUS, name, 'missing-episodes.csv'), over);
}

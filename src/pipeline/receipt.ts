import * as z from 'zod';
import { EXTRACT_NAMES } from '../extracts/schema.js';
import type { IngestedFile } from '../ingest/ingestFile.js';
import type { AgencyId, PeriodId } from '../reference/brands.js';
import { KnownError } from '../reference/knownError.js';

/** What is kept beside a snapshot about how its file fared. No cell's value is in it. */
export type IngestReceipt = Omit<IngestedFile, 'table' | 'links'>;

const agency = z
  .string()
  .nullable()
  .transform((text) => text as AgencyId | null);
const period = z
  .string()
  .nullable()
  .transform((text) => text as PeriodId | null);
const extract = z.enum(EXTRACT_NAMES);

const finding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'information']),
  extract: extract.nullable(),
  agency,
  period,
  file: z.string(),
  line: z.number().nullable(),
  record: z.number().nullable(),
  column: z.string().nullable(),
  letter: z.string().nullable(),
  rows: z.number(),
  message: z.string(),
  remedy: z.string(),
  notChecked: z.array(z.string()),
});

const count = z.int().min(0);

const receipt = z.object({
  extract,
  agency,
  period,
  displayPath: z.string(),
  findings: z.array(finding),
  places: z.array(
    z.object({ finding, rows: z.array(z.object({ line: z.number(), record: z.number() })), total: count }),
  ),
  reconciliation: z.object({
    file: z.string(),
    extract,
    agency,
    period,
    read: count,
    accepted: count,
    rejected: count,
    duplicates: count,
    superseded: count,
    setAside: count,
    ignoredLines: count,
    nilReturn: z.boolean(),
  }),
  completeness: z.array(z.object({ field: z.string(), filled: count, rows: count })),
  digest: z.string(),
  lateRows: count,
  refused: z.boolean(),
  delivery: z.object({
    extractedAt: z.string().nullable(),
    dueAt: z.string().nullable(),
    definitionVersions: z.array(z.string()),
    thresholdRequired: z.number().nullable(),
  }),
});

/**
 * The receipt of a stored file, as it was put there.
 * @throws KnownError (exit 4) when the store was written by a version that kept other receipts
 */
export function parseReceipt(value: unknown, file: string): IngestReceipt {
  const parsed = receipt.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new KnownError(
    4,
    `The store's note about ${file} cannot be understood by this version.`,
    'Move the store folder away and run `profile ingest` again; the extracts are read anew.',
  );
}

/** The part of an ingested file that goes beside its snapshot. */
export function receiptOf(file: IngestedFile): IngestReceipt {
  const { table: _table, links: _links, ...kept } = file;
  return kept;
}

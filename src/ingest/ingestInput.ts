import type { ExtractName, ExtractSchema } from '../extracts/schema.js';
import type { PersonEncoder } from '../privacy/encoder.js';
import type { AgencyId, PeriodId } from '../reference/brands.js';
import type { MetaResult } from './meta.js';
import type { OpenSource } from './reader/source.js';

/** One extract to be read. */
export interface IngestInput {
  /** Path to open. */
  readonly path: string;
  /** Path as the user knows it, for findings. */
  readonly displayPath: string;
  readonly schema: ExtractSchema;
  /** Null when a single file is validated outside a workspace. */
  readonly agency: AgencyId | null;
  readonly period: PeriodId | null;
  /** The delivery note: its path, or what it says; null when there is none. */
  readonly meta: string | MetaResult | null;
  /** Null to validate only: then no table is made. An agency and a period are needed to store. */
  readonly encoder: PersonEncoder | null;
  /** The agency that sends an extract, for references to its records. */
  readonly owners: ReadonlyMap<ExtractName, AgencyId>;
  /** First month of the reporting year; 4 unless told. */
  readonly startMonth?: number;
  /** Replaced in tests. */
  readonly openSource?: OpenSource;
}

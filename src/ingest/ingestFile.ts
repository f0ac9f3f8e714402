import { foldHeader, headerSpellings } from '../extracts/headers.js';
import type { ExtractName, ExtractSchema } from '../extracts/schema.js';
import type { EventTable, LinkTable } from '../extracts/table.js';
import type { AgencyId, PeriodId } from '../reference/brands.js';
import type { FieldCompleteness } from './across/model.js';
import { FindingCollector, type FindingPlaces } from './collector.js';
import { isWithoutHeader, mapColumns, reportColumns } from './columns.js';
import { checkAgainstNote, checkNote, type Delivery, deliveryOf } from './deliveryNote.js';
import { FATE } from './fate.js';
import type { Finding, Reconciliation } from './findings.js';
import type { IngestInput } from './ingestInput.js';
import { judgeRows } from './judgeRows.js';
import * as messages from './messages.js';
import { type ExtractMeta, NO_META, readMeta } from './meta.js';
import { ignoreNonRecords } from './nonRecords.js';
import { notice } from './notice.js';
import type { ReadProblem } from './reader/batch.js';
import { readTable } from './readTable.js';
import { reconcile } from './reconcile.js';
import { reportShape } from './shape.js';
import { storeRows } from './storeRows.js';

export type { IngestInput } from './ingestInput.js';

/** An extract after ingest. */
export interface IngestedFile {
  readonly extract: ExtractName;
  readonly agency: AgencyId | null;
  readonly period: PeriodId | null;
  readonly displayPath: string;
  /** Accepted rows without identifiers; null when only validated, or when the file was refused. */
  readonly table: EventTable | null;
  readonly links: LinkTable | null;
  readonly findings: readonly Finding[];
  readonly places: readonly FindingPlaces[];
  readonly reconciliation: Reconciliation;
  readonly completeness: readonly FieldCompleteness[];
  /** SHA-256 (hex) of the file; empty when it could not be read to its end or was not sent (nil return). */
  readonly digest: string;
  /** Accepted rows of earlier half-years. */
  readonly lateRows: number;
  /** True when the file as a whole was not read in: then every row of it is rejected. */
  readonly refused: boolean;
  readonly delivery: Delivery;
}

/**
 * Reads one extract: validates it, explains what is wrong, and turns its good rows into a table without identifiers.
 * Whatever is wrong with the file or its content comes back as findings; only defects of ours are thrown.
 */
export async function ingestFile(input: IngestInput): Promise<IngestedFile> {
  const { schema, agency, period, displayPath } = input;
  const collector = new FindingCollector({ file: displayPath, extract: schema.name, agency, period });
  const note = typeof input.meta === 'string' ? await readMeta(input.meta) : input.meta;
  if (note !== null) checkNote(note, schema, agency, period, input.startMonth ?? 4, collector);
  const meta = note?.meta ?? NO_META;
  const read = await readTable(input.path, declaredIn(meta), knownHeaders(schema, meta), input.openSource);
  if (read.problem !== null) return notRead(input, meta, collector, read.problem);

  const { table } = read;
  const fates = new Uint8Array(table.rows);
  collector.locate((row) => ({ line: table.lines[row] ?? 0, record: row + 1 }));
  const ignored = ignoreNonRecords(table, fates);
  const records = table.rows - ignored.totals - ignored.headers - ignored.empty;
  const map = mapColumns(table.inspection.header, schema, meta.columns);
  const unusable = reportColumns(table, schema, map, collector);
  const differs = checkAgainstNote(meta, records, table.digest, collector);
  const refused = unusable || differs;
  reportShape(table, ignored, fates, collector);
  const judged = isWithoutHeader(schema, map)
    ? null
    : judgeRows({ input, table, map, fates, meta, collector });
  if (refused) rejectAll(fates);
  const stored = refused || judged === null ? null : storeRows(input, judged, fates);
  return {
    ...outcome(input, meta, collector),
    table: stored?.table ?? null,
    links: stored?.links ?? null,
    reconciliation: reconcile(input, fates, table.blankLines, meta.nilReturn && records === 0),
    completeness: refused || judged === null ? [] : judged.completeness,
    digest: table.digest,
    lateRows: refused || judged === null ? 0 : judged.lateRows,
    refused,
  };
}

function rejectAll(fates: Uint8Array): void {
  for (let row = 0; row < fates.length; row++) if (fates[row] !== FATE.ignored) fates[row] = FATE.rejected;
}

/** A file that is not there or cannot be read. A declared nil return needs no file. */
function notRead(
  input: IngestInput,
  meta: ExtractMeta,
  collector: FindingCollector,
  problem: ReadProblem,
): IngestedFile {
  const nil = meta.nilReturn && (problem.kind === 'missing' || problem.kind === 'empty');
  if (!nil) {
    const code = problem.kind === 'badEncoding' ? 'GEN-011' : 'GEN-012';
    collector.file(notice(code, messages.readProblem(problem.kind)), {
      line: problem.line,
      notChecked: input.schema.rules.map((rule) => rule.code),
    });
  }
  return {
    ...outcome(input, meta, collector),
    table: nil ? (storeRows(input, null, new Uint8Array(0))?.table ?? null) : null,
    links: null,
    reconciliation: reconcile(input, new Uint8Array(0), 0, nil),
    completeness: [],
    digest: '',
    lateRows: 0,
    refused: !nil,
  };
}

function outcome(input: IngestInput, meta: ExtractMeta, collector: FindingCollector) {
  const places = collector.all();
  return {
    extract: input.schema.name,
    agency: input.agency,
    period: input.period,
    displayPath: input.displayPath,
    findings: places.map((one) => one.finding),
    places,
    delivery: deliveryOf(meta),
  };
}

function declaredIn(meta: ExtractMeta) {
  return {
    ...(meta.encoding === null ? {} : { encoding: meta.encoding }),
    ...(meta.delimiter === null ? {} : { delimiter: meta.delimiter }),
  };
}

/** How many of some cells are headers of the extract, as the schema or the delivery note spells them. */
function knownHeaders(schema: ExtractSchema, meta: ExtractMeta): (cells: readonly string[]) => number {
  const spellings = new Set([
    ...headerSpellings(schema).keys(),
    ...Object.keys(meta.columns).map(foldHeader),
  ]);
  return (cells) => new Set(cells.map(foldHeader).filter((cell) => spellings.has(cell))).size;
}

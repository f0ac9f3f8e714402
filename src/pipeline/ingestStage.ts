import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { loadSchema } from '../extracts/load.js';
import { EXTRACT_NAMES, type ExtractName } from '../extracts/schema.js';
import { crossCheck } from '../ingest/crossCheck.js';
import { discoverExtracts, type FoundExtract } from '../ingest/discover.js';
import type { Finding } from '../ingest/findings.js';
import { type IngestedFile, ingestFile } from '../ingest/ingestFile.js';
import type { PersonEncoder } from '../privacy/encoder.js';
import type { KeyRing } from '../privacy/keys.js';
import { type Resolution, resolvePersons } from '../privacy/linkage/resolve.js';
import type { AgencyId } from '../reference/brands.js';
import { KnownError, systemCode } from '../reference/knownError.js';
import type { Store } from '../store/store.js';
import type { Workspace } from '../workspace/model.js';
import { sha256 } from './digest.js';
import type { Progress } from './progress.js';
import { parseReceipt, receiptOf } from './receipt.js';

/** One delivered extract: read just now, or taken from the store since its file has not changed. */
export interface StageFile {
  readonly found: FoundExtract;
  readonly ingested: IngestedFile;
  readonly fresh: boolean;
  /** SHA-256 of the delivery note, or null when there is none. */
  readonly noteDigest: string | null;
  /** Digest of the file and its delivery note together: a change of either means reading again. */
  readonly sourceDigest: string;
}

/** A file that stops the run, and why. */
export interface StoppedFile {
  readonly file: string;
  readonly reason: string;
}

export interface IngestStage {
  readonly files: readonly StageFile[];
  /** Of discovery, of each file and across files, in a fixed order. */
  readonly findings: readonly Finding[];
  readonly stopped: readonly StoppedFile[];
  readonly people: Resolution | null;
}

export interface IngestStageInput {
  readonly workspace: Workspace;
  readonly keys: KeyRing | null;
  readonly encoder: PersonEncoder | null;
  readonly store: Store | null;
  readonly progress: Progress;
}

/** Which agency's ids the records of an extract carry: the first agency configured to send it. */
export function owningAgencies(workspace: Workspace): ReadonlyMap<ExtractName, AgencyId> {
  const owners = new Map<ExtractName, AgencyId>();
  for (const extract of EXTRACT_NAMES) {
    const owner = workspace.config.agencies.find((agency) => agency.extracts.includes(extract));
    if (owner !== undefined) owners.set(extract, owner.id as AgencyId);
  }
  return owners;
}

/** SHA-256 of a file, or null when there is none or it cannot be read: that is told when it is ingested. */
async function fileDigest(file: string | null): Promise<string | null> {
  if (file === null) return null;
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
    return hash.digest('hex');
  } catch (error) {
    if (systemCode(error) !== '') return null;
    throw error;
  }
}

async function stageFile(
  found: FoundExtract,
  owners: ReadonlyMap<ExtractName, AgencyId>,
  input: IngestStageInput,
): Promise<StageFile> {
  const schema = loadSchema(found.extract);
  const [csv, note] = await Promise.all([fileDigest(found.path), fileDigest(found.metaPath)]);
  const digests = { noteDigest: note, sourceDigest: sha256(`${csv} ${note}`) };
  const stored = input.store?.find(found);
  if (
    input.store !== null &&
    stored?.sourceDigest === digests.sourceDigest &&
    stored.schemaVersion === schema.version
  ) {
    const [table, links, receipt] = await Promise.all([
      input.store.read(stored),
      input.store.readLinks(stored),
      input.store.readReceipt(stored),
    ]);
    const ingested = { ...parseReceipt(receipt, found.displayPath), table, links };
    return { found, ingested, fresh: false, ...digests };
  }
  const ingested = await ingestFile({
    path: found.path,
    displayPath: found.displayPath,
    schema,
    agency: found.agency,
    period: found.period,
    meta: found.metaPath,
    startMonth: input.workspace.config.startMonth,
    encoder: input.encoder,
    owners,
  });
  if (ingested.digest !== '' && ingested.digest !== csv) {
    throw new KnownError(
      1,
      `${found.displayPath} changed while it was being read, so nothing was stored.`,
      'Wait until the file has been written to its end, and run the command again.',
    );
  }
  return { found, ingested, fresh: true, ...digests };
}

/** Why a file stops the run, or null: it could not be read as a table, or too many of its rows were rejected. */
export function stopReason(ingested: IngestedFile, toleratedRejectShare: number): string | null {
  const { read, rejected, nilReturn } = ingested.reconciliation;
  if (read > 0 && rejected / read > toleratedRejectShare) {
    const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;
    return `${rejected} of ${read} rows rejected (${percent(rejected / read)}; ${percent(toleratedRejectShare)} is tolerated)`;
  }
  if (ingested.refused) return 'it could not be read as this extract; see its findings';
  return read === 0 && !nilReturn && ingested.findings.some((f) => f.severity === 'error')
    ? 'no row could be read; see its findings'
    : null;
}

function acrossFiles(
  files: readonly StageFile[],
  workspace: Workspace,
  people: Resolution | null,
): Finding[] {
  const views = files.map(({ found, ingested }) => ({
    extract: found.extract,
    agency: found.agency,
    period: found.period,
    displayPath: found.displayPath,
    table: ingested.table,
    links: ingested.links,
    completeness: ingested.completeness,
  }));
  return workspace.periods.flatMap((period) =>
    crossCheck(
      views.filter((view) => view.period === period),
      views.filter((view) => view.period < period),
      people?.childOf ?? null,
    ),
  );
}

/**
 * Reads every delivered extract that is new, takes the others from the store, resolves persons, and judges the files
 * together. Nothing is stored here: `storeStage` does that once nothing has stopped.
 */
export async function runIngestStage(input: IngestStageInput): Promise<IngestStage> {
  const { workspace } = input;
  const discovery = await discoverExtracts({
    root: workspace.root,
    extractsDir: workspace.extractsDir,
    periods: workspace.periods,
    agencies: workspace.config.agencies,
  });
  const owners = owningAgencies(workspace);
  const files: StageFile[] = [];
  for (const found of discovery.found) {
    input.progress({
      stage: 'ingest',
      done: files.length,
      total: discovery.found.length,
      what: found.displayPath,
    });
    files.push(await stageFile(found, owners, input));
  }
  const stopped = files.flatMap(({ found, ingested }) => {
    const reason = stopReason(ingested, workspace.config.toleratedRejectShare);
    return reason === null ? [] : [{ file: found.displayPath, reason }];
  });
  const links = files.flatMap(({ ingested }) => (ingested.links === null ? [] : [ingested.links]));
  const people = input.keys === null ? null : resolvePersons(links, input.keys);
  const findings = [
    ...discovery.findings,
    ...files.flatMap(({ ingested }) => ingested.findings),
    ...acrossFiles(files, workspace, people),
  ];
  return { files, findings, stopped, people };
}

/** Puts the fresh files of a stage that was not stopped into the store: all of them, or none. */
export async function storeStage(stage: IngestStage, store: Store, progress: Progress): Promise<number> {
  const deliveries = stage.files.flatMap(({ found, ingested, fresh, sourceDigest: digest }) =>
    fresh && ingested.table !== null
      ? [
          {
            table: ingested.table,
            links: ingested.links,
            receipt: receiptOf(ingested),
            sourceDigest: digest,
            schemaVersion: loadSchema(found.extract).version,
          },
        ]
      : [],
  );
  progress({ stage: 'store', done: 0, total: deliveries.length, what: '' });
  if (deliveries.length > 0) await store.putAll(deliveries);
  return deliveries.length;
}

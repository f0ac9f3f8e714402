import { createEncoder } from '../privacy/encoder.js';
import type { KeyRing } from '../privacy/keys.js';
import { openStore } from '../store/store.js';
import type { Workspace } from '../workspace/model.js';
import { openWorkspace } from '../workspace/open.js';
import { type IngestStage, runIngestStage, storeStage } from './ingestStage.js';
import { openKeys } from './openKeys.js';
import { Stopwatch } from './progress.js';
import { absolute, type RunContext } from './runContext.js';
import { type IngestReport, ingestReport } from './runReport.js';
import { type Superseded, supersededLines } from './superseded.js';

export interface IngestedWorkspace {
  readonly workspace: Workspace;
  readonly stage: IngestStage;
  readonly keys: KeyRing;
  readonly fingerprint: string;
  readonly keyWarnings: readonly string[];
  /** Extracts that this run replaced in the store. */
  readonly superseded: readonly Superseded[];
}

/**
 * Opens a workspace, reads what is new and stores it. When a file stops the run nothing is stored.
 * @throws KnownError for a workspace, key or store that cannot be opened
 */
export async function ingestInto(context: RunContext, watch: Stopwatch): Promise<IngestedWorkspace> {
  const workspace = await openWorkspace(absolute(context.cwd, context.folder));
  const { keys, warnings } = await openKeys(workspace, context);
  const store = await openStore(workspace.storeDir, keys);
  const stage = await watch.time('read and validate', () =>
    runIngestStage({ workspace, keys, encoder: createEncoder(keys), store, progress: context.progress }),
  );
  const before = store.history().length;
  if (stage.stopped.length === 0) {
    await watch.time('store', () => storeStage(stage, store, context.progress));
  }
  return {
    workspace,
    stage,
    keys,
    fingerprint: keys.fingerprint,
    keyWarnings: warnings,
    superseded: supersededLines(store.history(), store.list()).slice(before),
  };
}

/** `profile ingest`: reads, stores and says where every row went. */
export async function ingestWorkspace(context: RunContext): Promise<IngestReport> {
  const watch = new Stopwatch(context.now);
  const { stage, keyWarnings, superseded } = await ingestInto(context, watch);
  return ingestReport(stage, keyWarnings, watch.times, superseded);
}

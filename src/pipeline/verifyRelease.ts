import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { KnownError } from '../reference/knownError.js';
import { CONFIG_FILE } from '../workspace/open.js';
import { buildRelease } from './buildRelease.js';
import { type CheckedProof, checkProofs } from './checkProofs.js';
import { sha256 } from './digest.js';
import { compareDigests, type FileFault, readManifest } from './finishedFiles.js';
import { listFiles } from './releaseFolder.js';
import { absolute } from './runContext.js';

export interface VerifyReport {
  readonly ok: boolean;
  readonly files: number;
  readonly faults: readonly FileFault[];
  /** Whether building it again gave the same bytes, or why that was not tried. */
  readonly reproduction: string;
  /** What the checker says of the proofs in the ledger; null when it was not asked or there is no workspace. */
  readonly proofs: readonly CheckedProof[] | null;
}

export interface VerifyOptions {
  readonly folder: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => number;
  readonly digestsOnly: boolean;
  /** Check the sealed proofs in place of building again. */
  readonly proofs: boolean;
  readonly workspace?: string;
  readonly keyFile?: string;
}

async function workspaceAbove(root: string): Promise<string | null> {
  for (let folder = path.dirname(root); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const found = await stat(path.join(folder, CONFIG_FILE)).catch(() => null);
    if (found?.isFile() === true) return folder;
  }
  return null;
}

async function differences(root: string, again: string): Promise<FileFault[]> {
  const names = (await listFiles(again)).filter((file) => !/^manifest\.\d+\.json$/.test(file));
  const faults: FileFault[] = [];
  for (const name of names) {
    const old = await readFile(path.join(root, name)).catch(() => null);
    if (old === null || sha256(old) !== sha256(await readFile(path.join(again, name)))) {
      faults.push({ path: name, problem: 'differs' });
    }
  }
  return faults;
}

/**
 * Compares every file of a release with its manifest, and builds the release again from its workspace to see that the
 * same bytes come out, or has its proofs checked.
 * @throws KnownError (exit 2) for a folder that is no release, or proofs asked for without a workspace; (exit 1) for a damaged manifest
 */
export async function verifyRelease(options: VerifyOptions): Promise<VerifyReport> {
  const root = absolute(options.cwd, options.folder);
  const manifest = await readManifest(root, options.folder);
  const faults = await compareDigests(root, manifest.outputs);
  const files = Object.keys(manifest.outputs).length;
  const done = (reproduction: string, more: readonly FileFault[] = []): VerifyReport => ({
    ok: faults.length + more.length === 0,
    files,
    faults: [...faults, ...more],
    reproduction,
    proofs: null,
  });
  if (options.digestsOnly) return done('Building it again was not asked for.');
  const workspace =
    options.workspace === undefined ? await workspaceAbove(root) : absolute(options.cwd, options.workspace);
  if (workspace === null && options.proofs)
    throw new KnownError(
      2,
      `${options.folder} lies in no workspace, so there is no ledger with its proofs. Nothing was checked.`,
      'Name the workspace with --workspace.',
    );
  if (workspace === null)
    return done('Not built again: the release lies in no workspace (name one with --workspace).');
  if (options.proofs) {
    const proofs = await checkProofs(root, options.folder, workspace, options);
    const report = done('Building it again was not asked for.');
    return { ...report, ok: report.ok && proofs.every(({ fault }) => fault === null), proofs };
  }
  const scratch = await mkdtemp(path.join(tmpdir(), 'profile-verify-'));
  try {
    const out = path.join(scratch, manifest.period);
    const { report } = await buildRelease({
      folder: workspace,
      cwd: options.cwd,
      env: options.env,
      now: options.now,
      progress: () => undefined,
      period: manifest.period,
      editions: manifest.editions,
      products: manifest.products,
      ...(manifest.until === null ? {} : { until: manifest.until }),
      out,
      asOf: manifest.ledger,
      force: false,
      ...(options.keyFile === undefined ? {} : { keyFile: options.keyFile }),
    });
    if (!report.ok) return { ...done('It cannot be built again: an extract fails.'), ok: false };
    const more = await differences(root, out);
    return done(
      more.length === 0
        ? 'Built again from the workspace: the same bytes.'
        : `Built again from the workspace: ${more.length} files differ. The extracts, the configuration or the version have changed.`,
      more,
    );
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

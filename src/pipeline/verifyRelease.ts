import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import { fileError, KnownError, systemCode } from '../reference/knownError.js';
import { CONFIG_FILE } from '../workspace/open.js';
import { buildRelease } from './buildRelease.js';
import { sha256 } from './digest.js';
import { listFiles, MANIFEST } from './releaseFolder.js';
import { absolute } from './runContext.js';

const manifestShape = z.object({
  format: z.literal('profile-manifest/1'),
  period: z.string(),
  editions: z.array(z.string()),
  products: z.array(z.string()),
  until: z.string().nullable(),
  outputs: z.record(z.string(), z.object({ bytes: z.number(), sha256: z.string() })),
});

export interface VerifyFault {
  readonly path: string;
  readonly problem: 'changed' | 'missing' | 'extra' | 'differs';
}

export interface VerifyReport {
  readonly ok: boolean;
  readonly files: number;
  readonly faults: readonly VerifyFault[];
  /** Whether building it again gave the same bytes, or why that was not tried. */
  readonly reproduction: string;
}

export interface VerifyOptions {
  readonly folder: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => number;
  readonly digestsOnly: boolean;
  readonly workspace?: string;
  readonly keyFile?: string;
}

async function readManifest(root: string, named: string) {
  const text = await readFile(path.join(root, MANIFEST), 'utf8').catch((error: unknown) => {
    throw systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR'
      ? new KnownError(
          2,
          `${named} is not a release: it has no ${MANIFEST}.`,
          'Name the folder that holds manifest.json.',
        )
      : fileError(error, named, 2);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  const parsed = manifestShape.safeParse(value);
  if (!parsed.success) {
    throw new KnownError(
      1,
      `${named}/${MANIFEST} is damaged.`,
      'Ask the sender for the release again, or build it anew.',
    );
  }
  return parsed.data;
}

async function compareDigests(
  root: string,
  outputs: z.output<typeof manifestShape>['outputs'],
): Promise<VerifyFault[]> {
  const present = (await listFiles(root)).filter((file) => !/^manifest(\.\d+)?\.json$/.test(file));
  const faults: VerifyFault[] = [];
  for (const [file, expected] of Object.entries(outputs)) {
    if (!present.includes(file)) faults.push({ path: file, problem: 'missing' });
    else if (sha256(await readFile(path.join(root, file))) !== expected.sha256)
      faults.push({ path: file, problem: 'changed' });
  }
  for (const file of present) if (!(file in outputs)) faults.push({ path: file, problem: 'extra' });
  return faults;
}

async function workspaceAbove(root: string): Promise<string | null> {
  for (let folder = path.dirname(root); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const found = await stat(path.join(folder, CONFIG_FILE)).catch(() => null);
    if (found?.isFile() === true) return folder;
  }
  return null;
}

async function differences(root: string, again: string): Promise<VerifyFault[]> {
  const names = (await listFiles(again)).filter((file) => !/^manifest\.\d+\.json$/.test(file));
  const faults: VerifyFault[] = [];
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
 * same bytes come out.
 * @throws KnownError (exit 2) for a folder that is no release; (exit 1) for a damaged manifest
 */
export async function verifyRelease(options: VerifyOptions): Promise<VerifyReport> {
  const root = absolute(options.cwd, options.folder);
  const manifest = await readManifest(root, options.folder);
  const faults = await compareDigests(root, manifest.outputs);
  const files = Object.keys(manifest.outputs).length;
  const done = (reproduction: string, more: readonly VerifyFault[] = []): VerifyReport => ({
    ok: faults.length + more.length === 0,
    files,
    faults: [...faults, ...more],
    reproduction,
  });
  if (options.digestsOnly) return done('Building it again was not asked for.');
  const workspace =
    options.workspace === undefined ? await workspaceAbove(root) : absolute(options.cwd, options.workspace);
  if (workspace === null)
    return done('Not built again: the release lies in no workspace (name one with --workspace).');
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

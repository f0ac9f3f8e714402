import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileError, KnownError, systemCode } from '../reference/knownError.js';
import { sha256 } from './digest.js';

/** One file of a release. `path` is relative to the release folder, with forward slashes. */
export interface ReleaseFile {
  readonly path: string;
  readonly content: Uint8Array | string;
}

export const MANIFEST = 'manifest.json';

/** The file operations of the release writer, so that tests can fill the disk or break off half-way. */
export interface FileSystem {
  mkdir(folder: string): Promise<void>;
  writeFile(file: string, content: Uint8Array | string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(target: string): Promise<void>;
}

export const realFileSystem: FileSystem = {
  mkdir: async (folder) => void (await mkdir(folder, { recursive: true })),
  writeFile: (file, content) => writeFile(file, content, { flush: true }),
  rename,
  remove: (target) => rm(target, { recursive: true, force: true }),
};

/** Every file under a folder, as sorted relative paths with forward slashes. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

async function exists(target: string): Promise<boolean> {
  return stat(target).then(
    () => true,
    (error: unknown) => {
      if (systemCode(error) === 'ENOENT') return false;
      throw error;
    },
  );
}

/** Manifests of earlier builds of the release, kept as a revision log. */
async function earlierManifests(folder: string): Promise<ReleaseFile[]> {
  const kept: ReleaseFile[] = [];
  const names = (await readdir(folder)).filter((name) => /^manifest\.\d+\.json$/.test(name)).sort();
  for (const name of names) kept.push({ path: name, content: await readFile(path.join(folder, name)) });
  const current = path.join(folder, MANIFEST);
  if (await exists(current))
    kept.push({ path: `manifest.${names.length + 1}.json`, content: await readFile(current) });
  return kept;
}

async function identical(folder: string, files: readonly ReleaseFile[]): Promise<boolean> {
  const have = (await listFiles(folder)).filter((name) => !/^manifest\.\d+\.json$/.test(name));
  if (have.length !== files.length) return false;
  for (const file of files) {
    const old = await readFile(path.join(folder, file.path)).catch(() => null);
    if (old === null || sha256(old) !== sha256(file.content)) return false;
  }
  return true;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/** Clears up after a run that was killed: half-written folders go, a release that had been put aside comes back. */
async function clearLeftovers(target: string, fs: FileSystem): Promise<void> {
  const parent = path.dirname(target);
  const names = await readdir(parent).catch(() => []);
  for (const name of names) {
    const [, kind, pid] = /^\.(?:.+)\.(partial|old)-(\d+)$/.exec(name) ?? [];
    if (!name.startsWith(`.${path.basename(target)}.`) || pid === undefined || isRunning(Number(pid)))
      continue;
    const leftover = path.join(parent, name);
    if (kind === 'old' && !(await exists(target))) await fs.rename(leftover, target);
    else await fs.remove(leftover);
  }
}

export type ReleaseOutcome = 'written' | 'unchanged' | 'replaced';

/**
 * Writes a release as a whole or not at all: everything goes to a folder beside the target, which is renamed when it is
 * complete. An existing release is left alone when it is the same to the byte, and replaced only with `force`; its
 * manifest is then kept as `manifest.<n>.json`.
 * @throws KnownError (exit 2) when another release stands there, or the place cannot be written to
 */
export async function writeRelease(
  target: string,
  files: readonly ReleaseFile[],
  options: { readonly force: boolean; readonly shownTarget: string },
  fs: FileSystem = realFileSystem,
): Promise<ReleaseOutcome> {
  const parent = path.dirname(target);
  const partial = path.join(parent, `.${path.basename(target)}.partial-${process.pid}`);
  const old = path.join(parent, `.${path.basename(target)}.old-${process.pid}`);
  try {
    await clearLeftovers(target, fs);
    const standing = await exists(target);
    if (standing && (await identical(target, files))) return 'unchanged';
    if (standing && !options.force) {
      throw new KnownError(
        2,
        `${options.shownTarget} already holds a release that differs from this one.`,
        'Give --force to replace it (its manifest is kept as a revision), or --out to write elsewhere.',
      );
    }
    const kept = standing ? await earlierManifests(target) : [];
    await fs.remove(partial);
    for (const file of [...files, ...kept]) {
      const place = path.join(partial, file.path);
      await fs.mkdir(path.dirname(place));
      await fs.writeFile(place, file.content);
    }
    if (standing) await fs.rename(target, old);
    try {
      await fs.rename(partial, target);
    } catch (error) {
      if (standing) await fs.rename(old, target);
      throw error;
    }
    await fs.remove(old).catch(() => undefined);
    return standing ? 'replaced' : 'written';
  } catch (error) {
    await fs.remove(partial).catch(() => undefined);
    throw fileError(error, options.shownTarget, 2);
  }
}

import { mkdir, open, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { demonstrationKeyText } from '../privacy/demonstrationKey.js';
import { fileError, KnownError, systemCode } from '../reference/knownError.js';
import { generateWorkspace, SAMPLE_SEED } from '../sample/generateWorkspace.js';
import type { Progress } from './progress.js';
import { absolute } from './runContext.js';

export interface SampleReport {
  readonly ok: true;
  readonly files: number;
  readonly bytes: number;
  readonly seed: number;
}

function wholeNumber(text: string | undefined, option: string, fallback: number): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new KnownError(2, `${option} takes a whole number above 0.`, `Example: ${option} 1000`);
  }
  return value;
}

/** Only an empty folder, or one that already holds a synthetic workspace, may be written to. */
async function refuseOtherFolders(folder: string, named: string): Promise<void> {
  const entries: string[] = await readdir(folder).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw fileError(error, named, 2);
  });
  if (entries.length > 0 && !entries.includes('demonstration.key')) {
    throw new KnownError(
      2,
      `${named} is not empty and is not a synthetic workspace.`,
      'Name a new folder, so that nothing of yours is overwritten.',
    );
  }
}

/**
 * Writes a synthetic workspace, with the demonstration key that only synthetic workspaces accept.
 * @throws KnownError (exit 2) for a folder in use or one that cannot be written to
 */
export async function writeSample(options: {
  readonly dir: string;
  readonly cwd: string;
  readonly rows?: string;
  readonly seed?: string;
  readonly messy: boolean;
  readonly progress: Progress;
}): Promise<SampleReport> {
  const root = absolute(options.cwd, options.dir);
  const seed = wholeNumber(options.seed, '--seed', SAMPLE_SEED);
  const rows = options.rows === undefined ? undefined : wholeNumber(options.rows, '--rows', 0);
  await refuseOtherFolders(root, options.dir);
  let files = 0;
  let bytes = 0;
  try {
    for (const file of generateWorkspace({
      seed,
      messy: options.messy,
      ...(rows === undefined ? {} : { rows }),
    })) {
      const target = path.join(root, file.path);
      await mkdir(path.dirname(target), { recursive: true });
      bytes += await writeContent(target, file.content);
      files += 1;
      options.progress({ stage: 'sample', done: files, total: 0, what: file.path });
    }
    await writeFile(path.join(root, 'demonstration.key'), demonstrationKeyText(), { mode: 0o600 });
  } catch (error) {
    throw fileError(error, options.dir, 2);
  }
  return { ok: true, files: files + 1, bytes, seed };
}

async function writeContent(
  target: string,
  content: string | Uint8Array | Iterable<string>,
): Promise<number> {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    await writeFile(target, content);
    return typeof content === 'string' ? Buffer.byteLength(content) : content.length;
  }
  const handle = await open(target, 'w');
  let bytes = 0;
  try {
    for (const part of content) bytes += (await handle.write(part)).bytesWritten;
  } finally {
    await handle.close();
  }
  return bytes;
}

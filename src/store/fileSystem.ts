import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from '../reference/knownError.js';

/** What the store asks of a disk. Tests pass one that is full, read-only, or fails half-way. */
export interface FileSystem {
  read(file: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Writes a file that must not exist yet, down to the disk. */
  create(file: string, content: Uint8Array): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Removes a file; no error when there is none. */
  remove(file: string): Promise<void>;
  makeFolder(folder: string): Promise<void>;
  exists(file: string): Promise<boolean>;
  /** Names in a folder, or an empty list when there is no such folder. */
  list(folder: string): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]>;
}

/** The real disk. */
export const disk: FileSystem = {
  async read(file) {
    return readFile(file);
  },
  async create(file, content) {
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  rename,
  async remove(file) {
    await rm(file, { force: true });
  },
  async makeFolder(folder) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  },
  async exists(file) {
    return stat(file).then(
      () => true,
      (error: unknown) => {
        if (systemCode(error) === 'ENOENT') return false;
        throw error;
      },
    );
  },
  async list(folder) {
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return [];
      throw error;
    }
  },
};

/** Ending of files that are being written; one that stays behind is the trace of a run that was cut off. */
export const TEMPORARY = '.tmp';

/**
 * Writes a file so that it is there whole or not at all: to a temporary file beside it, then renamed. After a failure
 * the temporary file is removed and an older file of that name is untouched.
 * @param content must be encrypted, or free of anything about a person: the temporary file may survive a crash
 */
export async function writeAtomically(fs: FileSystem, file: string, content: Uint8Array): Promise<void> {
  const folder = path.dirname(file);
  const temporary = path.join(folder, `.${randomBytes(8).toString('hex')}${TEMPORARY}`);
  await fs.makeFolder(folder);
  try {
    await fs.create(temporary, content);
    await fs.rename(temporary, file);
  } catch (error) {
    await fs.remove(temporary).catch(() => undefined);
    throw error;
  }
}

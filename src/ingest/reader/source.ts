import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { systemCode } from '../../reference/knownError.js';
import { ReadProblem, type ReadProblemKind } from './batch.js';

const BLOCK = 1 << 22;
const NOTHING = Buffer.alloc(0);

/** A file opened for reading twice: once to look at it, once to read it. */
export interface Source {
  readonly size: number;
  /** The file's bytes from the beginning, in blocks; but for the first, each is overwritten by the next. */
  blocks(): AsyncGenerator<Buffer>;
  /** SHA-256 (hex) of the bytes that the last complete `blocks()` gave out. */
  digest(): string;
  /** True when the file's size or time of change differ from what they were when it was opened. */
  hasChanged(): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens a source of bytes; replaced in tests. */
export type OpenSource = (path: string) => Promise<Source>;

const PROBLEM_OF: Readonly<Record<string, ReadProblemKind>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EISDIR: 'folder',
  EACCES: 'notPermitted',
  EPERM: 'notPermitted',
};

/**
 * Opens a file on disk.
 * @throws {ReadProblem} when it is missing, a folder, a device, or may not be read
 */
export const openFile: OpenSource = async (path) => {
  const handle = await attempt(() => open(path, 'r'));
  const before = await attempt(() => handle.stat({ bigint: true }));
  if (!before.isFile()) {
    await handle.close();
    throw new ReadProblem(before.isDirectory() ? 'folder' : 'notAFile');
  }
  const size = Number(before.size);
  const first = await readBlock(handle, 0, Buffer.allocUnsafe(Math.min(BLOCK, size + 1)));
  let digest = '';
  return {
    size,
    async *blocks() {
      const hash = createHash('sha256');
      const buffer = size > first.length ? Buffer.allocUnsafe(BLOCK) : NOTHING;
      for (let block = first, position = 0; block.length > 0; ) {
        hash.update(block);
        yield block;
        position += block.length;
        block = position >= size ? NOTHING : await readBlock(handle, position, buffer);
      }
      digest = hash.digest('hex');
    },
    digest: () => digest,
    async hasChanged() {
      const after = await attempt(() => handle.stat({ bigint: true }));
      return after.size !== before.size || after.mtimeNs !== before.mtimeNs;
    },
    close: () => handle.close(),
  };
};

async function readBlock(handle: FileHandle, position: number, buffer: Buffer): Promise<Buffer> {
  const { bytesRead } = await attempt(() => handle.read(buffer, 0, buffer.length, position));
  return buffer.subarray(0, bytesRead);
}

/** Runs a file operation; its failure becomes a {@link ReadProblem}, which carries no path and no content. */
async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new ReadProblem(PROBLEM_OF[systemCode(error)] ?? 'failed');
  }
}

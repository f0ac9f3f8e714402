import { spawnSync } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { KnownError } from '../../src/reference/knownError.js';
import { disk } from '../../src/store/fileSystem.js';
import { withLock } from '../../src/store/lock.js';
import { temporaryFolder } from './fixtures.js';

/** The id of a process that has ended. */
function endedProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

async function lockIn(content: string | null): Promise<string> {
  const lock = path.join(await temporaryFolder(), 'store.lock');
  if (content !== null) await writeFile(lock, content);
  return lock;
}

const run = (lock: string) => withLock(disk, lock, 'store/store.lock', async () => 'done', 2);

describe('the lock', () => {
  it('is held during the work only, also when the work fails', async () => {
    const lock = await lockIn(null);
    await withLock(disk, lock, 'x', async () => {
      expect(await disk.exists(lock)).toBe(true);
    });
    await expect(
      withLock(disk, lock, 'x', async () => {
        throw new Error('The work failed.');
      }),
    ).rejects.toThrow('The work failed.');
    expect(await readdir(path.dirname(lock))).toEqual([]);
  });

  it('of a process that has ended is taken over', async () => {
    const lock = await lockIn(`${endedProcess()} ${hostname()}`);
    expect(await run(lock)).toBe('done');
    expect(await readdir(path.dirname(lock))).toEqual([]);
  });

  it.each([
    ['a running process', () => `${process.pid} ${hostname()}`],
    ['a process of another machine', () => `${endedProcess()} another-machine`],
    ['an unknown holder', () => ''],
  ])('of %s is respected, with words on what to do', async (_, content) => {
    const lock = await lockIn(content());
    const error = await run(lock).catch((thrown: unknown) => thrown);
    if (!(error instanceof KnownError)) throw new Error('Expected a known error.', { cause: error });
    expect(error.exitCode).toBe(4);
    expect(error.hint).toContain('delete store/store.lock');
    expect(await disk.exists(lock)).toBe(true);
  });

  it('lets writers in one after the other', async () => {
    const lock = await lockIn(null);
    let inside = 0;
    const work = async () => {
      inside += 1;
      expect(inside).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
    };
    await Promise.all([1, 2, 3].map(() => withLock(disk, lock, 'x', work)));
  });
});

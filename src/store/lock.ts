import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { systemCode } from '../reference/knownError.js';
import type { FileSystem } from './fileSystem.js';
import { lockedStore } from './storeError.js';

const ATTEMPTS = 40;
const PAUSE_MS = 50;

/** True when a process of this machine is running; a process of another user counts as running. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) !== 'ESRCH';
  }
}

async function holderOf(fs: FileSystem, lock: string): Promise<string> {
  return fs.read(lock).then(
    (bytes) => Buffer.from(bytes).toString('utf8'),
    () => '',
  );
}

/** A lock is left over when its process ran on this machine and runs no more. */
function isLeftOver(holder: string): boolean {
  const match = /^(\d+) (.*)$/.exec(holder);
  return match !== null && match[2] === hostname() && !isRunning(Number(match[1]));
}

async function take(fs: FileSystem, lock: string): Promise<boolean> {
  try {
    await fs.create(lock, Buffer.from(`${process.pid} ${hostname()}`));
    return true;
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
    return false;
  }
}

/** Removes a lock that was left over. A second lock keeps two runs from removing each other's. */
async function clear(fs: FileSystem, lock: string): Promise<void> {
  const guard = `${lock}.clearing`;
  if (!(await take(fs, guard))) return;
  try {
    if (isLeftOver(await holderOf(fs, lock))) await fs.remove(lock);
  } finally {
    await fs.remove(guard);
  }
}

/**
 * Does some work while no other process may write to the store. Waits two seconds for one that is writing; a lock whose
 * process has ended is taken over.
 * @throws KnownError (exit 4) when another process keeps the lock
 */
export async function withLock<T>(
  fs: FileSystem,
  lock: string,
  shown: string,
  work: () => Promise<T>,
  attempts: number = ATTEMPTS,
): Promise<T> {
  for (let attempt = 1; !(await take(fs, lock)); attempt++) {
    if (isLeftOver(await holderOf(fs, lock))) await clear(fs, lock);
    else await pause(PAUSE_MS);
    if (attempt >= attempts) throw lockedStore(shown);
  }
  try {
    return await work();
  } finally {
    await fs.remove(lock);
  }
}

import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { KnownError } from '../../src/reference/knownError.js';
import { disk, type FileSystem } from '../../src/store/fileSystem.js';
import { openStore } from '../../src/store/store.js';
import { vectorKeys } from '../privacy/fixtures.js';
import { delivery, eventTable, temporaryFolder } from './fixtures.js';

function systemError(code: string): Error {
  return Object.assign(new Error('The system says no.'), { code });
}

/** The real disk, on which one operation fails from its n-th use on (the lock is not counted). */
function failing(operation: 'create' | 'rename', code: string, from: number): FileSystem {
  let uses = 0;
  const check = (file: string) => {
    if (path.basename(file) === 'store.lock') return;
    uses += 1;
    if (uses >= from) throw systemError(code);
  };
  return {
    ...disk,
    async create(file, content) {
      if (operation === 'create') check(file);
      return disk.create(file, content);
    },
    async rename(a, b) {
      if (operation === 'rename') check(a);
      return disk.rename(a, b);
    },
  };
}

/** Power fails between writing and renaming: nothing after that moment happens, not even cleaning up. */
function powerCut(from: number): FileSystem {
  let renames = 0;
  let off = false;
  const guard = <A extends unknown[], R>(work: (...args: A) => Promise<R>) => {
    return async (...args: A): Promise<R> => {
      if (off) throw systemError('EIO');
      return work(...args);
    };
  };
  return {
    read: guard(disk.read),
    create: guard(disk.create),
    remove: guard(disk.remove),
    makeFolder: guard(disk.makeFolder),
    exists: guard(disk.exists),
    list: guard(disk.list),
    rename: guard(async (a, b) => {
      renames += 1;
      if (renames < from) return disk.rename(a, b);
      off = true;
      throw systemError('EIO');
    }),
  };
}

async function thrown(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

async function storeWithOne() {
  const folder = path.join(await temporaryFolder(), 'store');
  const entry = await (await openStore(folder, vectorKeys)).put(delivery(10));
  return { folder, entry };
}

async function expectAsBefore(folder: string, entry: { snapshot: string }): Promise<void> {
  const store = await openStore(folder, vectorKeys);
  expect(store.list()).toEqual([entry]);
  const [only] = store.list();
  if (only === undefined) throw new Error('The store is empty.');
  expect(await store.read(only)).toEqual(eventTable(10));
}

describe('when a write fails, the old store is as it was and nothing is left behind', () => {
  it.each([
    ['the disk is full', 'ENOSPC', 'full'],
    ['the disk is read-only', 'EROFS', 'read-only'],
    ['the user may not write', 'EACCES', 'may not'],
  ])('%s', async (_, code, words) => {
    for (const operation of ['create', 'rename'] as const) {
      for (const from of [1, 2, 3, 4]) {
        const { folder, entry } = await storeWithOne();
        const store = await openStore(folder, vectorKeys, failing(operation, code, from));
        const error = await thrown(store.put(delivery(20)));
        if (!(error instanceof KnownError)) throw new Error('Expected a known error.', { cause: error });
        expect(error.exitCode).toBe(4);
        expect(error.message).toContain(words);
        expect(error.message).toContain('store/');
        expect(store.list()).toEqual([entry]);
        await expectAsBefore(folder, entry);
        const names = await readdir(folder, { recursive: true });
        expect(names.filter((name) => name.endsWith('.tmp') || name.includes('lock'))).toEqual([]);
      }
    }
  });

  it('in a store that is only being made', async () => {
    const folder = path.join(await temporaryFolder(), 'store');
    const store = await openStore(folder, vectorKeys, failing('create', 'ENOSPC', 2));
    expect(await thrown(store.put(delivery(20)))).toBeInstanceOf(KnownError);
    const again = await openStore(folder, vectorKeys);
    expect(again.list()).toEqual([]);
    await again.put(delivery(20));
    expect(again.list()).toHaveLength(1);
  });

  it('and of several deliveries none is stored', async () => {
    const { folder, entry } = await storeWithOne();
    const store = await openStore(folder, vectorKeys, failing('create', 'ENOSPC', 5));
    const both = [delivery(5, { extract: 'offences' }), delivery(6, { extract: 'referrals' })];
    expect(await thrown(store.putAll(both))).toBeInstanceOf(KnownError);
    await expectAsBefore(folder, entry);
  });
});

describe('when the power fails', () => {
  it.each([1, 2, 3, 4])('before rename %i, the old store opens and the trace is reported', async (from) => {
    const { folder, entry } = await storeWithOne();
    const cut = await openStore(folder, vectorKeys, powerCut(from));
    expect(await thrown(cut.put(delivery(20)))).toBeInstanceOf(Error);
    await expectAsBefore(folder, entry);
    const store = await openStore(folder, vectorKeys);
    const report = await store.verify();
    expect(report.filter(({ state }) => state === 'damaged' || state === 'missing')).toEqual([]);
    expect(report.some(({ state, path: name }) => state === 'stray' && name.endsWith('.tmp'))).toBe(true);
  });
});

describe('a store that may not be read', () => {
  it('says so', async () => {
    const { folder, entry } = await storeWithOne();
    const unreadable: FileSystem = {
      ...disk,
      async read(file) {
        if (file.endsWith('.enc')) throw systemError('EACCES');
        return disk.read(file);
      },
    };
    const store = await openStore(folder, vectorKeys, unreadable);
    const error = await thrown(store.read(entry));
    expect(error).toBeInstanceOf(KnownError);
    expect(error).toMatchObject({ exitCode: 4, message: expect.stringContaining(entry.snapshot) });
  });
});

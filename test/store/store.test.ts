import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PeriodId } from '../../src/reference/brands.js';
import { KnownError } from '../../src/reference/knownError.js';
import { openStore, type Store, type StoreEntry } from '../../src/store/store.js';
import { otherKeys, vectorKeys } from '../privacy/fixtures.js';
import { delivery, eventTable, H1, linkTable, POLICE, temporaryFolder } from './fixtures.js';

const H2 = '2018-H2' as PeriodId;

async function fresh(): Promise<{ folder: string; store: Store }> {
  const folder = path.join(await temporaryFolder(), 'store');
  return { folder, store: await openStore(folder, vectorKeys) };
}

const reopen = (folder: string) => openStore(folder, vectorKeys);

async function refusal(work: Promise<unknown>): Promise<KnownError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof KnownError)) throw new Error('Expected a known error.', { cause: error });
  return error;
}

const snapshotOf = (entry: StoreEntry) =>
  `snapshots/${entry.extract}/${entry.agency}/${entry.period}/${entry.snapshot}.arrow.enc`;

describe('a store', () => {
  it.each([0, 1, 63, 64, 65, 20_000])('gives back a table of %i rows as it was', async (rows) => {
    const { folder, store } = await fresh();
    await store.put(delivery(rows));
    const entry = (await reopen(folder)).find({ extract: 'missing-episodes', agency: POLICE, period: H1 });
    if (entry === undefined) throw new Error('Nothing was found.');
    const again = await reopen(folder);
    expect(await again.read(entry)).toEqual(eventTable(rows));
    expect(await again.readLinks(entry)).toEqual(linkTable(rows));
    expect(await again.readReceipt(entry)).toEqual({ read: rows, accepted: rows });
  });

  it('stores a delivery without people and without columns', async () => {
    const { store } = await fresh();
    const table = { ...eventTable(0), columns: new Map() };
    const entry = await store.put({ ...delivery(0), table, links: null });
    expect(await store.readLinks(entry)).toBeNull();
    expect((await store.read(entry)).columns.size).toBe(0);
  });

  it('finds nothing that was not put', async () => {
    const { store } = await fresh();
    expect(store.find({ extract: 'offences', agency: POLICE, period: H1 })).toBeUndefined();
    expect(store.list()).toEqual([]);
    expect(await store.verify()).toEqual([]);
  });

  it('lists deliveries by half-year, whatever the order in which they came', async () => {
    const { folder, store } = await fresh();
    await store.put(delivery(3, { period: H2 }));
    await store.put(delivery(2, { extract: 'offences' }));
    await store.put(delivery(1));
    expect((await reopen(folder)).list().map(({ period, extract, rows }) => [period, extract, rows])).toEqual(
      [
        ['2018-H1', 'missing-episodes', 1],
        ['2018-H1', 'offences', 2],
        ['2018-H2', 'missing-episodes', 3],
      ],
    );
  });

  it('keeps what a later delivery replaces, and says so in the index', async () => {
    const { folder, store } = await fresh();
    const first = await store.put(delivery(10));
    const second = await store.put(delivery(11));
    expect(store.list()).toEqual([second]);
    expect(await store.read(first)).toEqual(eventTable(10));
    const index: unknown = JSON.parse(await readFile(path.join(folder, 'index.json'), 'utf8'));
    expect(index).toMatchObject({ history: [{ snapshot: first.snapshot, replacedAt: second.sequence }] });
    expect((await store.verify()).map(({ state }) => state)).toEqual(Array(7).fill('ok'));
  });

  it('changes nothing when the same delivery comes again', async () => {
    const { folder, store } = await fresh();
    const first = await store.put(delivery(10));
    const before = await readFile(path.join(folder, 'index.json'), 'utf8');
    expect(await store.put(delivery(10))).toEqual(first);
    expect(await readFile(path.join(folder, 'index.json'), 'utf8')).toBe(before);
  });

  it('does not lose a delivery when many are put at once or by two openings of the store', async () => {
    const { folder, store } = await fresh();
    const other = await reopen(folder);
    await Promise.all([
      store.put(delivery(1)),
      store.put(delivery(2, { extract: 'offences' })),
      store.put(delivery(3, { extract: 'referrals' })),
    ]);
    await other.put(delivery(4, { period: H2 }));
    expect((await reopen(folder)).list()).toHaveLength(4);
  });

  it('names files by content: the same table has the same name in another store', async () => {
    const a = await (await fresh()).store.put(delivery(50));
    const b = await (await fresh()).store.put(delivery(50));
    const c = await (await fresh()).store.put(delivery(50, { seed: 3 }));
    expect(a).toEqual(b);
    expect(c.snapshot).not.toBe(a.snapshot);
  });
});

describe('a store refuses', () => {
  it('another key, and names both fingerprints but no key', async () => {
    const { folder, store } = await fresh();
    await store.put(delivery(1));
    const error = await refusal(openStore(folder, otherKeys));
    expect(error.exitCode).toBe(4);
    expect(error.message).toContain(vectorKeys.fingerprint);
    expect(error.message).toContain(otherKeys.fingerprint);
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, -40), 'not whole'],
    ['edited', (text: string) => text.replace('"rows": 1', '"rows": 2'), 'changed'],
    ['unsigned', (text: string) => text.replace(/,\n "signature": "[0-9a-f]+"/, ''), 'changed'],
    ['something else', () => '{"hello": 1}', 'not the index'],
    ['of a newer version', (text: string) => text.replace('"version": 1', '"version": 2'), 'newer version'],
  ])('an index that is %s', async (_, change, expected) => {
    const { folder, store } = await fresh();
    await store.put(delivery(1));
    const file = path.join(folder, 'index.json');
    await writeFile(file, change(await readFile(file, 'utf8')));
    const error = await refusal(reopen(folder));
    expect(error.exitCode).toBe(4);
    expect(error.message).toContain('store/index.json');
    expect(error.message).toContain(expected);
  });

  it('snapshots without an index', async () => {
    const { folder, store } = await fresh();
    await store.put(delivery(1));
    await rm(path.join(folder, 'index.json'));
    expect((await refusal(reopen(folder))).message).toContain('missing');
  });

  it('a damaged snapshot, by name and with what to do', async () => {
    const { folder, store } = await fresh();
    const entry = await store.put(delivery(100));
    const file = path.join(folder, snapshotOf(entry));
    const bytes = await readFile(file);
    bytes[500] = (bytes[500] ?? 0) ^ 1;
    await writeFile(file, bytes);
    const error = await refusal(store.read(entry));
    expect(error.exitCode).toBe(4);
    expect(error.message).toContain(`store/${snapshotOf(entry)}`);
    expect(error.hint).toContain('backup');
  });

  it('two snapshots that were exchanged', async () => {
    const { folder, store } = await fresh();
    const a = await store.put(delivery(10));
    const b = await store.put(delivery(10, { extract: 'offences', seed: 3 }));
    const [fileA, fileB] = [path.join(folder, snapshotOf(a)), path.join(folder, snapshotOf(b))];
    await rename(fileA, `${fileA}.x`);
    await rename(fileB, fileA);
    await rename(`${fileA}.x`, fileB);
    expect((await refusal(store.read(a))).message).toContain(a.snapshot);
    expect((await refusal(store.read(b))).message).toContain(b.snapshot);
    expect((await store.verify()).filter(({ state }) => state === 'damaged')).toHaveLength(2);
  });

  it('names that would lead out of the store', async () => {
    const { store } = await fresh();
    const table = { ...eventTable(1), period: '../../x' as PeriodId };
    await expect(store.put({ ...delivery(1), table })).rejects.toThrow();
    expect(store.list()).toEqual([]);
  });
});

describe('after a loss', () => {
  it('a missing snapshot is reported, not found, and mended by the next delivery', async () => {
    const { folder, store } = await fresh();
    const entry = await store.put(delivery(10));
    await rm(path.join(folder, snapshotOf(entry)));
    expect((await refusal(store.read(entry))).message).toContain('missing');
    const again = await reopen(folder);
    expect(again.find(entry)).toBeUndefined();
    expect(await again.verify()).toContainEqual({ path: snapshotOf(entry), state: 'missing' });
    await again.put(delivery(10));
    expect(again.find(entry)).toEqual(entry);
    expect(await again.read(entry)).toEqual(eventTable(10));
  });

  it('a damaged snapshot is mended by the same delivery', async () => {
    const { folder, store } = await fresh();
    const entry = await store.put(delivery(10));
    await writeFile(path.join(folder, snapshotOf(entry)), 'gone');
    await store.put(delivery(10));
    expect(await store.read(entry)).toEqual(eventTable(10));
  });

  it('files that the index does not name are reported as strays', async () => {
    const { folder, store } = await fresh();
    const entry = await store.put(delivery(10));
    const name = path.posix.join(path.posix.dirname(snapshotOf(entry)), '.0011.tmp');
    await writeFile(path.join(folder, name), 'x');
    expect((await store.verify()).filter(({ state }) => state !== 'ok')).toEqual([
      { path: name, state: 'stray' },
    ]);
  });

  it('leaves no temporary file behind after a good run', async () => {
    const { folder, store } = await fresh();
    await store.put(delivery(10));
    const names = await readdir(folder, { recursive: true });
    expect(names.filter((name) => name.endsWith('.tmp') || name.includes('lock'))).toEqual([]);
  });
});

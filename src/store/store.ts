import type { EventTable, LinkTable } from '../extracts/table.js';
import type { KeyRing } from '../privacy/keys.js';
import { fileError } from '../reference/knownError.js';
import { decodeEvents, encodeEvents } from './eventArrow.js';
import { disk, type FileSystem } from './fileSystem.js';
import { decodeLinks, encodeLinks } from './linkArrow.js';
import { withLock } from './lock.js';
import { damagedIndex } from './storeError.js';
import { contentDigest, fileNames, filesOf, StoreFiles } from './storeFiles.js';
import {
  checkedEntry,
  EMPTY_INDEX,
  readIndex,
  type StoreEntry,
  type StoreIndex,
  type SupersededEntry,
  writeIndex,
} from './storeIndex.js';
import { type FileReport, verifyFiles } from './verifyStore.js';

export type { StoreEntry, SupersededEntry } from './storeIndex.js';
export type { FileReport, FileState } from './verifyStore.js';

const INDEX = 'index.json';
const LOCK = 'store.lock';

/** One delivery of an extract to be stored. */
export interface Delivery {
  readonly table: EventTable;
  readonly links: LinkTable | null;
  /** What the run wants to remember of the delivery: JSON of its own, free of values. */
  readonly receipt: unknown;
  /** SHA-256 of the file that was read. */
  readonly sourceDigest: string;
  readonly schemaVersion: string;
}

type Key = Pick<StoreEntry, 'extract' | 'agency' | 'period'>;

/** The pseudonymised, encrypted memory of a workspace: one immutable snapshot per delivery. */
export interface Store {
  /** The present delivery of an extract; undefined when there is none or one of its files is gone. */
  find(key: Key): StoreEntry | undefined;
  /** Present deliveries by half-year, agency and extract. */
  list(): readonly StoreEntry[];
  /** Deliveries that later ones replaced, in the order in which that happened; their files are kept. */
  history(): readonly SupersededEntry[];
  /** Stores a delivery; an earlier one of the same extract, agency and half-year is kept as history. */
  put(delivery: Delivery): Promise<StoreEntry>;
  /** Stores several deliveries at once: all of them are in the store afterwards, or none. */
  putAll(deliveries: readonly Delivery[]): Promise<readonly StoreEntry[]>;
  read(entry: StoreEntry): Promise<EventTable>;
  readLinks(entry: StoreEntry): Promise<LinkTable | null>;
  readReceipt(entry: StoreEntry): Promise<unknown>;
  /** Opens every file and says which are whole, damaged, missing or stray. */
  verify(): Promise<readonly FileReport[]>;
}

function keyOf({ extract, agency, period }: Key): string {
  return `${period} ${agency} ${extract}`;
}

interface PreparedFile {
  readonly name: string;
  readonly content: Uint8Array;
}

function prepare(
  delivery: Delivery,
  sequence: number,
): { entry: StoreEntry; files: readonly PreparedFile[] } {
  const { table, links } = delivery;
  const snapshot = encodeEvents(table);
  const evidence = links === null ? null : encodeLinks(links);
  const receipt = Buffer.from(JSON.stringify(delivery.receipt ?? null));
  const entry = checkedEntry({
    extract: table.extract,
    agency: table.agency,
    period: table.period,
    snapshot: contentDigest(snapshot),
    links: evidence === null ? null : contentDigest(evidence),
    receipt: contentDigest(receipt),
    sourceDigest: delivery.sourceDigest,
    schemaVersion: delivery.schemaVersion,
    rows: table.rows,
    sequence,
  });
  const contents = evidence === null ? [snapshot, receipt] : [snapshot, evidence, receipt];
  return { entry, files: filesOf(entry).map((name, i) => ({ name, content: contents[i] ?? receipt })) };
}

/** True when storing `entry` over `known` would change nothing but the count of changes. */
function sameDelivery(known: StoreEntry, entry: StoreEntry): boolean {
  return JSON.stringify({ ...known, sequence: 0 }) === JSON.stringify({ ...entry, sequence: 0 });
}

function withEntry(index: StoreIndex, entry: StoreEntry): StoreIndex {
  const before = index.entries.find((known) => keyOf(known) === keyOf(entry));
  const entries = [...index.entries.filter((known) => known !== before), entry];
  entries.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const replaced = before === undefined ? [] : [{ ...before, replacedAt: entry.sequence }];
  return { sequence: entry.sequence, entries, history: [...index.history, ...replaced] };
}

/** Waits for all of some work even when part of it fails, so that nothing is still being written afterwards. */
async function allDone(work: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

class FolderStore implements Store {
  #index: StoreIndex = EMPTY_INDEX;
  /** Keys of deliveries of which a file was gone when the store was opened. */
  #incomplete = new Set<string>();
  readonly #files: StoreFiles;
  /** Writes of one store object happen one after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly keys: KeyRing,
    private readonly fs: FileSystem,
    folder: string,
  ) {
    this.#files = new StoreFiles(fs, folder, keys);
  }

  async open(): Promise<this> {
    this.#index = await this.#loadIndex();
    const gone = await Promise.all(
      this.#index.entries.map(async (entry) => {
        const there = await Promise.all(
          filesOf(entry).map((name) => this.fs.exists(this.#files.pathOf(name))),
        );
        return there.every(Boolean) ? [] : [keyOf(entry)];
      }),
    );
    this.#incomplete = new Set(gone.flat());
    return this;
  }

  async #loadIndex(): Promise<StoreIndex> {
    const file = this.#files.pathOf(INDEX);
    try {
      if (await this.fs.exists(file)) {
        const text = Buffer.from(await this.fs.read(file)).toString('utf8');
        return readIndex(text, this.keys, this.#files.shown(INDEX));
      }
      // The index is the first file ever written, so snapshots without one have lost theirs.
      if ((await this.fs.list(this.#files.pathOf('snapshots'))).length === 0) return EMPTY_INDEX;
    } catch (error) {
      throw fileError(error, this.#files.shown(INDEX), 4);
    }
    throw damagedIndex(this.#files.shown(INDEX), 'is missing although there are snapshots');
  }

  find(key: Key): StoreEntry | undefined {
    const wanted = keyOf(key);
    if (this.#incomplete.has(wanted)) return undefined;
    return this.#index.entries.find((entry) => keyOf(entry) === wanted);
  }

  list(): readonly StoreEntry[] {
    return this.#index.entries;
  }

  history(): readonly SupersededEntry[] {
    return this.#index.history;
  }

  async put(delivery: Delivery): Promise<StoreEntry> {
    const [entry] = await this.putAll([delivery]);
    if (entry === undefined) throw new RangeError('A delivery has no entry.');
    return entry;
  }

  putAll(deliveries: readonly Delivery[]): Promise<readonly StoreEntry[]> {
    const work = this.#turn.then(() => this.#locked(() => this.#write(deliveries)));
    this.#turn = work.catch(() => undefined);
    return work;
  }

  async #locked<T>(work: () => Promise<T>): Promise<T> {
    try {
      await this.fs.makeFolder(this.#files.pathOf(''));
      return await withLock(this.fs, this.#files.pathOf(LOCK), this.#files.shown(LOCK), work);
    } catch (error) {
      throw fileError(error, this.#files.shown(''), 4);
    }
  }

  async #write(deliveries: readonly Delivery[]): Promise<readonly StoreEntry[]> {
    // Another process may have written since this store was opened.
    let index = await this.#loadIndex();
    if (index === EMPTY_INDEX) await this.#writeIndex(index);
    const entries: StoreEntry[] = [];
    for (const delivery of deliveries) {
      const { entry, files } = prepare(delivery, index.sequence + 1);
      await allDone(files.map(({ name, content }) => this.#files.ensure(name, content)));
      const known = index.entries.find((stored) => keyOf(stored) === keyOf(entry));
      if (known !== undefined && sameDelivery(known, entry)) {
        entries.push(known);
      } else {
        index = withEntry(index, entry);
        entries.push(entry);
      }
    }
    await this.#writeIndex(index);
    this.#index = index;
    for (const entry of entries) this.#incomplete.delete(keyOf(entry));
    return entries;
  }

  #writeIndex(index: StoreIndex): Promise<void> {
    return this.#files.write(INDEX, Buffer.from(writeIndex(index, this.keys)));
  }

  async read(entry: StoreEntry): Promise<EventTable> {
    const { extract, agency, period } = entry;
    const bytes = await this.#files.read(fileNames.snapshot(entry, entry.snapshot));
    return { extract, agency, period, ...decodeEvents(bytes) };
  }

  async readLinks(entry: StoreEntry): Promise<LinkTable | null> {
    if (entry.links === null) return null;
    const bytes = await this.#files.read(fileNames.links(entry, entry.links));
    return { agency: entry.agency, ...decodeLinks(bytes) };
  }

  async readReceipt(entry: StoreEntry): Promise<unknown> {
    const bytes = await this.#files.read(fileNames.receipt(entry, entry.receipt));
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  }

  verify(): Promise<readonly FileReport[]> {
    return verifyFiles(this.fs, this.#files, this.#index, { index: INDEX, lock: LOCK });
  }
}

/**
 * Opens the store in a folder; a folder that does not exist is an empty store and is made by the first `put`.
 * @throws KnownError (exit 4) for another key, a damaged index, or an index of a newer version
 */
export function openStore(folder: string, keys: KeyRing, fs: FileSystem = disk): Promise<Store> {
  return new FolderStore(keys, fs, folder).open();
}

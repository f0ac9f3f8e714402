import { createHash } from 'node:crypto';
import path from 'node:path';
import type { KeyRing } from '../privacy/keys.js';
import { fileError, systemCode } from '../reference/knownError.js';
import { type FileSystem, writeAtomically } from './fileSystem.js';
import { SealError, type SealKey, seal, unseal } from './seal.js';
import { missingFile, refusedFile } from './storeError.js';
import type { StoreEntry } from './storeIndex.js';

type Place = Pick<StoreEntry, 'extract' | 'agency' | 'period'>;

/** Paths inside the store of an entry's files, each named by the SHA-256 of its content before encryption. */
export const fileNames = {
  snapshot: (at: Place, digest: string) =>
    `snapshots/${at.extract}/${at.agency}/${at.period}/${digest}.arrow.enc`,
  links: (at: Place, digest: string) => `links/${at.extract}/${at.agency}/${at.period}/${digest}.arrow.enc`,
  receipt: (at: Place, digest: string) =>
    `receipts/${at.extract}/${at.agency}/${at.period}/${digest}.json.enc`,
};

/** All files of an entry. */
export function filesOf(entry: StoreEntry): string[] {
  return [
    fileNames.snapshot(entry, entry.snapshot),
    ...(entry.links === null ? [] : [fileNames.links(entry, entry.links)]),
    fileNames.receipt(entry, entry.receipt),
  ];
}

/** SHA-256 of some bytes, hexadecimal. */
export function contentDigest(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Reads and writes the encrypted files of one store. */
export class StoreFiles {
  readonly #key: SealKey;

  constructor(
    private readonly fs: FileSystem,
    private readonly root: string,
    keys: KeyRing,
  ) {
    this.#key = { wrapping: keys.subkey('store'), version: keys.version, fingerprint: keys.fingerprint };
  }

  /** A file of the store as messages name it. */
  shown(name: string): string {
    return `${path.basename(this.root)}/${name}`;
  }

  pathOf(name: string): string {
    return path.join(this.root, ...name.split('/'));
  }

  /**
   * The content of an encrypted file.
   * @throws KnownError (exit 4) when it is missing, cannot be opened, or is not what was written under that name
   */
  async read(name: string): Promise<Uint8Array<ArrayBuffer>> {
    let sealed: Uint8Array;
    try {
      sealed = await this.fs.read(this.pathOf(name));
    } catch (error) {
      if (systemCode(error) === 'ENOENT') throw missingFile(this.shown(name));
      throw fileError(error, this.shown(name), 4);
    }
    try {
      return unseal(sealed, name, this.#key);
    } catch (error) {
      if (error instanceof SealError) throw refusedFile(this.shown(name), error.fault);
      throw error;
    }
  }

  /**
   * Makes sure that a file with this content is there and whole; one that is there already is left alone.
   * @throws KnownError (exit 4) when it cannot be written
   */
  async ensure(name: string, content: Uint8Array): Promise<void> {
    if ((await this.fs.exists(this.pathOf(name))) && (await this.isWhole(name))) return;
    await this.write(name, seal(content, name, this.#key));
  }

  /** Writes a file of the store whole or not at all, without encryption. */
  async write(name: string, content: Uint8Array): Promise<void> {
    try {
      await writeAtomically(this.fs, this.pathOf(name), content);
    } catch (error) {
      throw fileError(error, this.shown(name), 4);
    }
  }

  /** True when the file opens under its name. */
  async isWhole(name: string): Promise<boolean> {
    return this.read(name).then(
      () => true,
      () => false,
    );
  }
}

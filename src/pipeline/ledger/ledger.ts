import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { allOf, type OwnCounts } from '../../disclosure/release/joined.js';
import type { KeyRing } from '../../privacy/keys.js';
import { KnownError } from '../../reference/knownError.js';
import { disk } from '../../store/fileSystem.js';
import { contentDigest, StoreFiles } from '../../store/storeFiles.js';
import type { Workspace } from '../../workspace/model.js';
import type { EarlierReaders } from '../audiences.js';
import { sha256 } from '../digest.js';
import type { ProtectedEdition } from '../protectEditions.js';
import { MANIFEST } from '../releaseFolder.js';
import { extended, LEDGER_FOLDER, type LedgerEntry, readLedger, writeLedger } from './ledgerFile.js';
import { proofBytes, proofFrom, type SealedProof } from './sealedCertificates.js';
import { countsBytes, countsFrom, type SealedCounts } from './sealedCounts.js';

/** What earlier releases told the readers of each edition, and the means to add a release to it. */
export class Ledger {
  readonly #files: StoreFiles;

  private constructor(
    private readonly workspace: Workspace,
    private readonly entries: readonly LedgerEntry[],
    keys: KeyRing,
  ) {
    this.#files = new StoreFiles(disk, path.join(workspace.root, LEDGER_FOLDER), keys);
  }

  /** @throws KnownError (exit 3) for a ledger that was edited */
  static async open(workspace: Workspace, keys: KeyRing): Promise<Ledger> {
    return new Ledger(workspace, await readLedger(workspace.root), keys);
  }

  /**
   * What the readers have besides a release: the last line of each edition that is about another one. A release that is built again
   * stands in its own place: what was written for it before did not go out.
   * @param asOf hash of the last line to be heeded, for building a release again as it was; null for none, undefined for all
   * @throws KnownError (exit 3) when a release in `reports/` is not in the ledger or was changed since, (exit 4) when what was written of one is gone
   */
  async before(
    release: string,
    asOf?: string | null,
  ): Promise<{ head: string | null; readers: readonly EarlierReaders[] }> {
    if (asOf === undefined) await this.#checkReports(release);
    const heeded = this.#upTo(asOf).filter((entry) => entry.release !== release);
    const readers: EarlierReaders[] = [];
    for (const edition of this.workspace.config.editions) {
      const entry = heeded.findLast((each) => each.edition === edition.id);
      if (entry === undefined) continue;
      const last = fileOf(entry.release, entry.edition, entry.counts);
      const counts = allOf(await this.#upToFile(last));
      if (counts !== null) readers.push({ edition, counts, last });
    }
    return { head: heeded.at(-1)?.hash ?? null, readers };
  }

  /** What each release told readers up to the one of a file of the ledger, the oldest first. */
  async #upToFile(last: string): Promise<readonly OwnCounts[]> {
    const releases: OwnCounts[] = [];
    for (let name: string | null = last; name !== null; ) {
      const own: SealedCounts = countsFrom(await this.#sealed(name), this.#files.shown(name));
      releases.unshift(own);
      name = own.before;
    }
    return releases;
  }

  async #sealed(name: string): Promise<Uint8Array> {
    try {
      return await this.#files.read(name);
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
      throw new KnownError(
        error.exitCode,
        error.message,
        'Nothing was published. Restore the ledger/ folder from a backup: without it nobody can say what readers already know.',
      );
    }
  }

  /**
   * Adds a release that has been written, unless its last lines say the same already.
   * @param earlier what its readers had before, as {@link before} gave it
   */
  async record(
    release: string,
    period: string,
    manifest: string,
    editions: readonly Pick<ProtectedEdition, 'edition' | 'proof' | 'others'>[],
    earlier: readonly EarlierReaders[],
  ): Promise<void> {
    const digest = sha256(manifest);
    const own = this.entries.filter((entry) => entry.release === release);
    const isKnown = editions.every(
      ({ edition }) => own.findLast((entry) => entry.edition === edition.id)?.manifest === digest,
    );
    if (isKnown) return;
    for (const { readers, certified } of editions.flatMap(({ proof, others }) => [proof, ...others])) {
      const bytes = proofBytes(certified);
      await this.#files.ensure(`${release}/proof-${readers.id}-${contentDigest(bytes)}.json.gz.enc`, bytes);
    }
    const lines = [];
    for (const { edition, proof } of editions) {
      const { threshold } = edition;
      const before = earlier.find((one) => one.edition.id === edition.id)?.last ?? null;
      const bytes = countsBytes({ ...proof.counts, release, threshold, before });
      const counts = contentDigest(bytes);
      await this.#files.ensure(fileOf(release, edition.id, counts), bytes);
      const standing = (which: string): number =>
        proof.counts.counts.filter((count) => count.standing === which).length;
      lines.push({
        release,
        period,
        edition: edition.id,
        threshold,
        manifest: digest,
        printed: standing('known'),
        hidden: standing('marked') + standing('covered'),
        counts,
      });
    }
    await writeLedger(this.workspace.root, extended(this.entries, lines));
  }

  /**
   * The proofs that were sealed when a release was recorded, in no order that means anything.
   * @throws KnownError (exit 4) for one that cannot be opened, (exit 3) for one that holds something else
   */
  async proofs(release: string): Promise<readonly SealedProof[]> {
    const folder = path.join(this.workspace.root, LEDGER_FOLDER, release);
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith('proof-')).sort();
    const found: SealedProof[] = [];
    for (const name of names.map((one) => `${release}/${one}`))
      found.push(proofFrom(await this.#files.read(name), this.#files.shown(name)));
    return found;
  }

  #upTo(asOf: string | null | undefined): readonly LedgerEntry[] {
    if (asOf === undefined) return this.entries;
    const last = this.entries.findIndex(({ hash }) => hash === asOf);
    if (asOf !== null && last < 0)
      throw new KnownError(
        3,
        'The ledger does not have the line on which this release was built.',
        'Restore the ledger/ folder from a backup.',
      );
    return this.entries.slice(0, last + 1);
  }

  async #checkReports(release: string): Promise<void> {
    const folders = await readdir(this.workspace.reportsDir, { withFileTypes: true }).catch(() => []);
    for (const { name } of folders.filter((entry) => entry.isDirectory() && entry.name !== release)) {
      const manifest = await readFile(path.join(this.workspace.reportsDir, name, MANIFEST), 'utf8').catch(
        () => null,
      );
      if (manifest === null || name.startsWith('.')) continue;
      const known = this.entries.findLast((entry) => entry.release === name);
      if (known?.manifest === sha256(manifest)) continue;
      throw known === undefined
        ? new KnownError(
            3,
            `The ledger does not know the release reports/${name}, so nobody can say what its readers already know.`,
            `Nothing was published. Restore ledger/ from a backup, or build that release again; if it never left the house, remove reports/${name}.`,
          )
        : new KnownError(
            3,
            `The release reports/${name} is not the one that the ledger knows: its manifest was changed.`,
            'Nothing was published. Restore the release or the ledger/ folder from a backup.',
          );
    }
  }
}

function fileOf(release: string, edition: string, digest: string): string {
  return `${release}/${edition}-${digest}.json.gz.enc`;
}

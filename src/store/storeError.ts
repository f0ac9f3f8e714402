import { KnownError } from '../reference/knownError.js';
import type { SealFault } from './seal.js';

const RESTORE =
  'Restore the file from a backup of the store, or delete it and run the command again: the extract is then read anew.';

const FAULTS: Readonly<Record<SealFault, readonly [string, string]>> = {
  damaged: ['was changed, cut short or moved since it was written', RESTORE],
  'not a store file': ['is not a file that profile wrote', RESTORE],
  'newer format': [
    'was written by a newer version of profile',
    'Install that version, or use the store that belongs to this one.',
  ],
  'another key': [
    'was written with another key',
    'Use the key with which the store was made; `profile key fingerprint` shows which key you have.',
  ],
};

/** A stored file that was refused (exit 4). */
export function refusedFile(file: string, fault: SealFault): KnownError {
  const [what, hint] = FAULTS[fault];
  return new KnownError(4, `${file} ${what}, so nothing in it was used.`, hint);
}

/** A stored file that the index names and that is not there (exit 4). */
export function missingFile(file: string): KnownError {
  return new KnownError(4, `${file} is missing from the store.`, RESTORE);
}

/** An index that cannot be trusted (exit 4). */
export function damagedIndex(file: string, what: string): KnownError {
  return new KnownError(
    4,
    `${file} ${what}, so the store was not opened.`,
    'Restore it from a backup of the store, or move the whole store folder away and build again from the extracts.',
  );
}

/** A store of another key (exit 4). Fingerprints are no secret. */
export function otherKey(file: string, stored: string, given: string): KnownError {
  return new KnownError(
    4,
    `The store (${file}) belongs to the key with fingerprint ${stored}; the key given has fingerprint ${given}.`,
    'Use the key with which the store was made. Data under two keys can never be joined.',
  );
}

/** A store that another run is writing to (exit 4). */
export function lockedStore(lock: string): KnownError {
  return new KnownError(
    4,
    `Another run of profile is writing to this store (${lock}).`,
    `Wait until it has ended. If none is running on any machine, delete ${lock} and run the command again.`,
  );
}

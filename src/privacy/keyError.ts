import { KnownError } from '../reference/knownError.js';

/** Why a key was not accepted. */
export type KeyErrorCode =
  | 'none-given'
  | 'malformed'
  | 'unreadable'
  | 'not-writable'
  | 'open-to-others'
  | 'inside-workspace'
  | 'inside-git'
  | 'demonstration';

/** A key that cannot or must not be used (exit 4). The texts never repeat any part of a key. */
export class KeyError extends KnownError {
  constructor(
    readonly code: KeyErrorCode,
    message: string,
    hint: string,
  ) {
    super(4, message, hint);
  }
}

import { hkdfSync, randomBytes } from 'node:crypto';
import { KeyedHash } from './keyedHash.js';
import { KEY_BYTES, keyTextOf, parseKeyParts } from './keyText.js';

const SALT = 'profile/pseudonym/v1';
const VERSION = 1;

/** What a sub-key is for. Outputs of different purposes cannot be linked to one another. */
export type KeyPurpose =
  | 'nhs'
  | 'upn'
  | 'person'
  | 'episode'
  | 'child'
  | 'token:fn'
  | 'token:sn'
  | 'token:dob'
  | 'token:pc'
  | 'token:sex'
  | 'store'
  | 'audit'
  | 'kcv';

/**
 * The partnership's secret: 32 random bytes that never leave this object except as the text written to a key file.
 */
export class MasterKey {
  readonly #secret: Uint8Array;

  constructor(
    secret: Uint8Array,
    /** True for the key that ships with invented data. */
    readonly demonstration: boolean,
  ) {
    if (secret.length !== KEY_BYTES) throw new RangeError(`A master key has ${KEY_BYTES} bytes.`);
    this.#secret = secret.slice();
  }

  /** HKDF-SHA-256 (RFC 5869) of the secret, 32 bytes. */
  derive(info: string): Uint8Array {
    return new Uint8Array(hkdfSync('sha256', this.#secret, SALT, info, 32));
  }

  /** The text for a key file. Never print it elsewhere. */
  text(): string {
    return keyTextOf({ secret: this.#secret, demonstration: this.demonstration });
  }
}

/** A new random master key. */
export function createMasterKey(): MasterKey {
  return new MasterKey(randomBytes(KEY_BYTES), false);
}

/**
 * The master key of a key text (`pk1_...`; comment lines begin with `#`).
 * @param source what to call the place in messages
 * @throws KeyError `malformed`
 */
export function parseKeyText(text: string, source = 'The text'): MasterKey {
  const { secret, demonstration } = parseKeyParts(text, source);
  return new MasterKey(secret, demonstration);
}

/**
 * The sub-keys of one version of a master key: HKDF with salt `profile/pseudonym/v1` and info `<purpose>|k<version>`
 * (method note linkage 1.2), each made when first asked for.
 */
export class KeyRing {
  readonly #master: MasterKey;
  readonly #hashes = new Map<KeyPurpose, KeyedHash>();
  readonly version = VERSION;
  readonly demonstration: boolean;
  /** The key check value: tells two keys apart without telling anything about them. */
  readonly fingerprint: string;

  constructor(master: MasterKey) {
    this.#master = master;
    this.demonstration = master.demonstration;
    this.fingerprint = this.hash('kcv').ofBytes(Buffer.from('profile key check')).toString('hex', 0, 4);
  }

  /** The 32-byte sub-key of a purpose. */
  subkey(purpose: KeyPurpose): Uint8Array {
    return this.#master.derive(`${purpose}|k${this.version}`);
  }

  /** HMAC-SHA-256 under the sub-key of a purpose. */
  hash(purpose: KeyPurpose): KeyedHash {
    const known = this.#hashes.get(purpose);
    if (known !== undefined) return known;
    const made = new KeyedHash(this.subkey(purpose));
    this.#hashes.set(purpose, made);
    return made;
  }
}

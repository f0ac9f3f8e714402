import { loadKey, writeNewKeyFile } from '../privacy/keyFile.js';
import { absolute, shown } from './runContext.js';

export interface KeyReport {
  readonly ok: true;
  readonly file: string;
  readonly fingerprint: string;
}

/**
 * Makes a new random key in a file that only the user can read.
 * @throws KnownError (exit 4) when the file exists or the place is not safe
 */
export async function newKeyFile(named: string, cwd: string): Promise<KeyReport> {
  const file = absolute(cwd, named);
  const { fingerprint } = await writeNewKeyFile(file);
  return { ok: true, file: shown(cwd, file), fingerprint };
}

/**
 * The check value of the key that a command would use, with what the user should know of its custody.
 * @throws KnownError (exit 4) when there is none
 */
export async function keyFingerprint(
  named: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): Promise<{ readonly ok: true; readonly fingerprint: string; readonly warnings: readonly string[] }> {
  const keyFile = named === undefined ? undefined : absolute(cwd, named);
  const { keys, warnings } = await loadKey({ keyFile, env }, { root: null, synthetic: true });
  return { ok: true, fingerprint: keys.fingerprint, warnings };
}

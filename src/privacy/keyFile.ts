import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from '../reference/knownError.js';
import { DEMONSTRATION_KEY_FILE } from './demonstrationKey.js';
import { KeyError } from './keyError.js';
import { assertOwnPlace } from './keyPlace.js';
import { createMasterKey, KeyRing, type MasterKey, parseKeyText } from './keys.js';

/** A key text with comments fits easily; a larger file is something else. */
const MAX_KEY_FILE = 4096;
const SHARED_BITS = 0o077;

/** Where a key may come from. */
export interface KeySources {
  /** `--key-file`. */
  readonly keyFile?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What the key is for. */
export interface KeyUse {
  /** Folder of the workspace, or null when no workspace is open (`key fingerprint`). */
  readonly root: string | null;
  /** True when the workspace says that its data are invented, or when no workspace is open. */
  readonly synthetic: boolean;
}

export interface LoadedKey {
  readonly keys: KeyRing;
  /** Where it came from, for messages. */
  readonly source: string;
  /** Things the user should know about the key's custody. */
  readonly warnings: readonly string[];
}

type FoundKey = Omit<LoadedKey, 'keys'> & { readonly master: MasterKey };

/**
 * Reads a key file and checks its custody: only its owner may open it, and it lies in no workspace and no git folder.
 * @param root the workspace in use, if any
 * @throws KeyError
 */
async function readKeyFile(file: string, root: string | null): Promise<FoundKey> {
  const source = `The key file ${file}`;
  const text = await keyFileText(file);
  const master = parseKeyText(text, source);
  // The demonstration key is public and lies in the sample's folder, as git checked it out.
  if (master.demonstration) return { master, source, warnings: [] };
  await assertOwnPlace(file, root);
  return { master, source, warnings: await custodyWarnings(file) };
}

async function keyFileText(file: string): Promise<string> {
  try {
    const found = await stat(file);
    if (!found.isFile()) {
      throw new KeyError('unreadable', `${file} is a folder, not a key file.`, 'Name the key file itself.');
    }
    if (found.size > MAX_KEY_FILE) {
      throw new KeyError(
        'malformed',
        `${file} is too large to be a key file.`,
        'Check the path given as the key file.',
      );
    }
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof KeyError) throw error;
    const reason = systemCode(error) === 'ENOENT' ? 'does not exist' : 'cannot be read by this user';
    throw new KeyError(
      'unreadable',
      `The key file ${file} ${reason}.`,
      'Check the path; `profile key new --key-file <path>` makes a new key for a new partnership.',
    );
  }
}

async function custodyWarnings(file: string): Promise<string[]> {
  if (process.platform === 'win32') {
    return [
      `On Windows, check that only you can read the key: icacls "${file}" /inheritance:r /grant:r "%USERNAME%:R"`,
    ];
  }
  const { mode } = await stat(file);
  if ((mode & SHARED_BITS) !== 0) {
    throw new KeyError(
      'open-to-others',
      `The key file ${file} can be opened by other users of this machine.`,
      `Take their access away and run the command again: chmod 600 "${file}"`,
    );
  }
  return [];
}

async function findKey({ keyFile, env }: KeySources, use: KeyUse): Promise<FoundKey> {
  const { root, synthetic } = use;
  const fromEnv = env['PROFILE_KEY_FILE'];
  const file = keyFile ?? (fromEnv === '' ? undefined : fromEnv);
  if (file !== undefined) return readKeyFile(file, root);
  const text = env['PROFILE_KEY'];
  if (text !== undefined && text !== '') {
    return {
      master: parseKeyText(text, 'The variable PROFILE_KEY'),
      source: 'The variable PROFILE_KEY',
      warnings: [
        'The key came from the variable PROFILE_KEY, which other programs of this user can see; a key file is safer.',
      ],
    };
  }
  if (synthetic && root !== null) {
    const demonstration = path.join(root, DEMONSTRATION_KEY_FILE);
    const exists = await stat(demonstration).then(
      () => true,
      () => false,
    );
    if (exists) return readKeyFile(demonstration, root);
  }
  throw new KeyError(
    'none-given',
    'No key was given, and without one nothing can be stored or read.',
    'Name the key file with --key-file or in the variable PROFILE_KEY_FILE; `profile key new --key-file <path>` makes one.',
  );
}

/**
 * Finds and opens the partnership's key: `--key-file`, then `$PROFILE_KEY_FILE`, then `$PROFILE_KEY` (with a warning),
 * then the demonstration key of a synthetic workspace (method note linkage 1.16).
 * @throws KeyError when there is none, when others can read it, when it lies in the workspace or in a git folder, or
 *   when it is the demonstration key and the workspace is not synthetic
 */
export async function loadKey(sources: KeySources, use: KeyUse): Promise<LoadedKey> {
  const { master, source, warnings } = await findKey(sources, use);
  if (master.demonstration && !use.synthetic) {
    throw new KeyError(
      'demonstration',
      `${source} holds the public demonstration key, which protects nothing.`,
      'Make a key of your own: profile key new --key-file <path outside the workspace>',
    );
  }
  return { keys: new KeyRing(master), source, warnings };
}

/**
 * Makes a new random key and writes it to a new file that only its owner can read.
 * @param file must not exist, and must lie outside workspaces and git folders
 * @throws KeyError
 */
export async function writeNewKeyFile(file: string): Promise<KeyRing> {
  await assertOwnPlace(file, null);
  const master = createMasterKey();
  const text = `# Key of a profile partnership. Keep it secret and keep a second copy.\n${master.text()}\n`;
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await writeSecret(file, text);
  } catch (error) {
    throw notWritable(file, systemCode(error));
  }
  return new KeyRing(master);
}

async function writeSecret(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } catch (error) {
    // A key cut short by a full disk must not lie about as if it were whole.
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

function notWritable(file: string, code: string): KeyError {
  return code === 'EEXIST'
    ? new KeyError(
        'not-writable',
        `${file} exists already, and a key is never overwritten.`,
        'Choose another name, or use the key that is there.',
      )
    : new KeyError(
        'not-writable',
        `The key file ${file} cannot be written there.`,
        'Choose a folder that you may write to and that has free space.',
      );
}

import { chmod, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demonstrationKeyText } from '../../src/privacy/demonstrationKey.js';
import { KeyError, type KeyErrorCode } from '../../src/privacy/keyError.js';
import { type KeySources, type KeyUse, loadKey, writeNewKeyFile } from '../../src/privacy/keyFile.js';
import { createMasterKey, KeyRing } from '../../src/privacy/keys.js';

let home: string;
let workspace: string;

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'profile-key-'));
  workspace = path.join(home, 'workspace');
  await mkdir(path.join(workspace, 'store'), { recursive: true });
  await writeFile(path.join(workspace, 'profile.config.yaml'), 'version: 1\n');
});

afterEach(() => rm(home, { recursive: true, force: true }));

const real = (): KeyUse => ({ root: workspace, synthetic: false });
const synthetic = (): KeyUse => ({ root: workspace, synthetic: true });

async function keyAt(...parts: string[]): Promise<{ file: string; fingerprint: string }> {
  const file = path.join(home, ...parts);
  const master = createMasterKey();
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${master.text()}\n`, { mode: 0o600 });
  return { file, fingerprint: new KeyRing(master).fingerprint };
}

async function code(work: Promise<unknown>): Promise<KeyErrorCode> {
  try {
    await work;
  } catch (error) {
    if (error instanceof KeyError) return error.code;
    throw error;
  }
  throw new Error('The key was accepted.');
}

const loaded = async (sources: KeySources, use = real()) => (await loadKey(sources, use)).keys.fingerprint;

describe('the key comes from', () => {
  it('--key-file before PROFILE_KEY_FILE before PROFILE_KEY before the demonstration key', async () => {
    await writeFile(path.join(workspace, 'demonstration.key'), demonstrationKeyText());
    const [a, b] = [await keyAt('a.key'), await keyAt('b.key')];
    const c = createMasterKey();
    const env = { PROFILE_KEY_FILE: b.file, PROFILE_KEY: c.text() };
    expect(await loaded({ keyFile: a.file, env }, synthetic())).toBe(a.fingerprint);
    expect(await loaded({ env }, synthetic())).toBe(b.fingerprint);
    expect(await loaded({ env: { PROFILE_KEY: c.text() } }, synthetic())).toBe(new KeyRing(c).fingerprint);
    expect((await loadKey({ env: {} }, synthetic())).keys.demonstration).toBe(true);
  });

  it('PROFILE_KEY only with a warning', async () => {
    const { warnings } = await loadKey({ env: { PROFILE_KEY: createMasterKey().text() } }, real());
    expect(warnings).toHaveLength(1);
    expect((await loadKey({ keyFile: (await keyAt('a.key')).file, env: {} }, real())).warnings).toEqual([]);
  });

  it('nowhere: a plain message', async () => {
    expect(await code(loadKey({ env: {} }, real()))).toBe('none-given');
    expect(await code(loadKey({ env: { PROFILE_KEY: '', PROFILE_KEY_FILE: '' } }, synthetic()))).toBe(
      'none-given',
    );
  });
});

describe('a key file is refused', () => {
  it.runIf(process.platform !== 'win32').each([0o640, 0o604, 0o660, 0o610])('with mode %o', async (mode) => {
    const { file } = await keyAt('a.key');
    await chmod(file, mode);
    expect(await code(loadKey({ keyFile: file, env: {} }, real()))).toBe('open-to-others');
  });

  it.each([['workspace'], ['workspace', 'store'], ['workspace', 'deep', 'er']])(
    'inside the workspace (%s %s %s)',
    async (...folders) => {
      const { file } = await keyAt(...folders, 'a.key');
      expect(await code(loadKey({ keyFile: file, env: {} }, real()))).toBe('inside-workspace');
    },
  );

  it('inside another workspace than the one in use', async () => {
    const { file } = await keyAt('workspace', 'a.key');
    expect(await code(loadKey({ keyFile: file, env: {} }, { root: null, synthetic: true }))).toBe(
      'inside-workspace',
    );
  });

  it('inside the workspace by way of a link', async () => {
    const { file } = await keyAt('workspace', 'a.key');
    const link = path.join(home, 'elsewhere.key');
    await symlink(file, link);
    expect(await code(loadKey({ keyFile: link, env: {} }, real()))).toBe('inside-workspace');
  });

  it.each(['folder', 'file'])('inside a git work tree (.git is a %s)', async (kind) => {
    const { file } = await keyAt('repository', 'secrets', 'a.key');
    const git = path.join(home, 'repository', '.git');
    if (kind === 'folder') await mkdir(git);
    else await writeFile(git, 'gitdir: elsewhere\n');
    expect(await code(loadKey({ keyFile: file, env: {} }, real()))).toBe('inside-git');
  });

  it('when it is missing, a folder, or far too large', async () => {
    expect(await code(loadKey({ keyFile: path.join(home, 'none.key'), env: {} }, real()))).toBe('unreadable');
    expect(await code(loadKey({ keyFile: home, env: {} }, real()))).toBe('unreadable');
    const large = path.join(home, 'large.csv');
    await writeFile(large, 'a,b\n'.repeat(5000), { mode: 0o600 });
    expect(await code(loadKey({ keyFile: large, env: {} }, real()))).toBe('malformed');
  });
});

describe('the demonstration key', () => {
  it('works for a synthetic workspace even from a checked-out file that all can read', async () => {
    const file = path.join(workspace, 'demonstration.key');
    await writeFile(file, demonstrationKeyText(), { mode: 0o644 });
    expect((await loadKey({ env: {} }, synthetic())).keys.demonstration).toBe(true);
  });

  it('is refused by every other workspace, from any source', async () => {
    const file = path.join(workspace, 'demonstration.key');
    await writeFile(file, demonstrationKeyText(), { mode: 0o600 });
    expect(await code(loadKey({ env: {} }, real()))).toBe('none-given');
    expect(await code(loadKey({ keyFile: file, env: {} }, real()))).toBe('demonstration');
    expect(await code(loadKey({ env: { PROFILE_KEY: demonstrationKeyText() } }, real()))).toBe(
      'demonstration',
    );
  });

  it('is no cover for a real key of that name', async () => {
    await keyAt('workspace', 'demonstration.key');
    expect(await code(loadKey({ env: {} }, synthetic()))).toBe('inside-workspace');
  });
});

describe('a new key file', () => {
  it('is readable by its owner only, opens, and is never overwritten', async () => {
    const file = path.join(home, 'keys', 'p.key');
    const { fingerprint } = await writeNewKeyFile(file);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await loaded({ keyFile: file, env: {} })).toBe(fingerprint);
    const before = await readFile(file, 'utf8');
    expect(await code(writeNewKeyFile(file))).toBe('not-writable');
    expect(await readFile(file, 'utf8')).toBe(before);
  });

  it('is not made in a workspace or a git folder, and leaves no folder behind there', async () => {
    await mkdir(path.join(home, 'repository', '.git'), { recursive: true });
    expect(await code(writeNewKeyFile(path.join(workspace, 'keys', 'p.key')))).toBe('inside-workspace');
    expect(await code(writeNewKeyFile(path.join(home, 'repository', 'keys', 'p.key')))).toBe('inside-git');
    await expect(stat(path.join(workspace, 'keys'))).rejects.toThrow();
    await expect(stat(path.join(home, 'repository', 'keys'))).rejects.toThrow();
  });

  it('is not made below a file', async () => {
    await writeFile(path.join(home, 'plain'), '');
    expect(await code(writeNewKeyFile(path.join(home, 'plain', 'p.key')))).toBe('not-writable');
  });
});

import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { profile } from '../cli/capture.js';
import {
  copyOf,
  edit,
  extract,
  keptFiles,
  LAST,
  POLICE,
  removeFoldersAfterwards,
  temporaryFolder,
  writeSmallWorkspace,
} from './workspace.js';

removeFoldersAfterwards();

/** What the disk does with each call, decided by the test. Root may open anything, so refusals are made here. */
const disk = vi.hoisted(() => ({
  meet: async (_call: string, _file: string): Promise<void> => undefined,
  /** After a file that is being read was looked at for the first time. */
  looked: async (_file: string): Promise<void> => undefined,
}));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return {
    ...real,
    open: async (...args: Parameters<typeof real.open>) => {
      const writing = args[1] !== undefined && args[1] !== 'r';
      await disk.meet(writing ? 'write' : 'read', String(args[0]));
      const handle = await real.open(...args);
      const stat = handle.stat.bind(handle);
      return Object.assign(handle, {
        stat: async (options: never) => {
          const found = await stat(options);
          await disk.looked(String(args[0]));
          return found;
        },
      });
    },
    readFile: async (...args: Parameters<typeof real.readFile>) => {
      await disk.meet('read', String(args[0]));
      return real.readFile(...args);
    },
    writeFile: async (...args: Parameters<typeof real.writeFile>) => {
      await disk.meet('write', String(args[0]));
      return real.writeFile(...args);
    },
    mkdir: async (...args: Parameters<typeof real.mkdir>) => {
      await disk.meet('mkdir', String(args[0]));
      return real.mkdir(...args);
    },
    rename: async (...args: Parameters<typeof real.rename>) => {
      await disk.meet('rename', String(args[1]));
      return real.rename(...args);
    },
  };
});

let built = '';

beforeAll(async () => {
  built = path.join(await temporaryFolder(), 'built');
  await writeSmallWorkspace(built, 'three');
  expect((await profile(['build', built])).code).toBe(0);
});

afterEach(() => {
  disk.meet = async () => undefined;
  disk.looked = async () => undefined;
});

function refuse(code: string, calls: readonly string[], below: string, after = 0): void {
  let seen = 0;
  disk.meet = async (call, file) => {
    if (!calls.includes(call) || !file.startsWith(below)) return;
    seen += 1;
    if (seen > after) throw Object.assign(new Error(`${code}: refused, '${file}'`), { code });
  };
}

/** A copy with one extract changed, so that there is something to store and to publish. */
async function changed(): Promise<string> {
  const root = await copyOf(built);
  await edit(extract(root, POLICE, 'disruption', '2014-H1'), (text) => `${text.trimEnd()}\r\n`);
  await edit(extract(root, POLICE, 'missing-episodes'), (text) => text.replaceAll(',HIGH,', ',MED,'));
  return root;
}

const TOLD = {
  ENOSPC: ['disk is full', 'Free some space'],
  EROFS: ['read-only disk', 'Choose a place that can be written to'],
  EACCES: ['may not be opened by this user', 'Ask for permission'],
} as const;

describe('a disk that does not take what is written', () => {
  it.each([
    ['is full', 'ENOSPC', 'store', 0],
    ['is full', 'ENOSPC', 'store', 3],
    ['is full', 'ENOSPC', 'reports', 20],
    ['is read-only', 'EROFS', 'store', 0],
    ['is read-only', 'EROFS', 'reports', 0],
    ['belongs to others', 'EACCES', 'store', 0],
  ] as const)(
    'and %s (%s, %s, after %i): store and release stay as they are',
    async (_, code, part, after) => {
      const root = await changed();
      const before = await keptFiles(root);
      refuse(code, ['write', 'mkdir', 'rename'], path.join(root, part), after);
      const run = await profile(part === 'store' ? ['ingest', root] : ['build', root, '--force']);
      disk.meet = async () => undefined;
      expect({ told: run.err, code: run.code }).toMatchObject({ code: part === 'store' ? 4 : 2 });
      const [what, remedy] = TOLD[code];
      expect(run.err).toContain(what);
      expect(run.err).toContain(remedy);
      const kept = await keptFiles(root);
      expect(kept['reports']).toEqual(before['reports']);
      if (part === 'store') {
        expect(kept['store']).toMatchObject(before['store'] ?? {});
        expect(Object.keys(kept['store'] ?? {}).filter((name) => /tmp|lock/.test(name))).toEqual([]);
      }
      const again = await profile(['ingest', root]);
      expect(again.code).toBe(0);
      expect((await profile(['store', 'verify', root])).code).toBe(0);
    },
  );

  it('is told by init, sample, key new and schema docs as well', async () => {
    const cwd = await temporaryFolder();
    refuse('ENOSPC', ['write', 'mkdir'], cwd);
    for (const [line, code] of [
      ['init new --key-file keys/k.key', 2],
      ['sample made --rows 60', 2],
      ['key new --key-file keys/k.key', 4],
      ['schema docs --out pages', 2],
    ] as const) {
      const run = await profile(line.split(' '), { cwd });
      expect({ line, code: run.code, err: run.err }).toMatchObject({ code });
      expect(run.err).toMatch(/^Stopped: .*\n\S/);
    }
  });
});

describe('what may not be read', () => {
  it('as an extract stops the run as a finding', async () => {
    const root = await copyOf(built);
    const before = await keptFiles(root);
    const file = extract(root, POLICE, 'missing-episodes');
    await appendFile(file, '\n');
    refuse('EACCES', ['read'], file);
    const { code, out } = await profile(['build', root]);
    expect(code).toBe(1);
    expect(out).toMatch(/GEN-012 The file may not be read by this user\. \S/);
    expect(await keptFiles(root)).toEqual(before);
  });

  it.each([
    ['profile.config.yaml', 2],
    ['demonstration.key', 4],
    ['store/index.json', 4],
    ['store/snapshots', 4],
  ])('as %s is told by name', async (name, exitCode) => {
    const root = await copyOf(built);
    refuse('EACCES', ['read'], path.join(root, name));
    const { code, err } = await profile(['build', root]);
    expect(code).toBe(exitCode);
    expect(err).toContain(name);
    expect(err).toMatch(/by this user/);
  });

  it('because the disk fails is told as it is, and not as a defect with its text', async () => {
    const root = await copyOf(built);
    const file = extract(root, POLICE, 'missing-episodes');
    await appendFile(file, '\n');
    refuse('EIO', ['read'], file);
    const { code, out } = await profile(['build', root]);
    expect(code).toBe(1);
    expect(out).toContain('The file could not be read to its end.');
  });
});

describe('a file that changes while it is read', () => {
  it('is noticed and not used', async () => {
    const root = await copyOf(built);
    const before = await keptFiles(root);
    const file = extract(root, POLICE, 'missing-episodes');
    await appendFile(file, '\n');
    disk.looked = async (name) => {
      if (name === file) await appendFile(file, '\n');
    };
    const { code, out } = await profile(['build', root]);
    expect(code).toBe(1);
    expect(out).toContain(`extracts/${LAST}/${POLICE}/missing-episodes.csv`);
    expect(out).toMatch(/GEN-012 The file changed while it was being read\. \S/);
    expect(await keptFiles(root)).toEqual(before);
  });
});

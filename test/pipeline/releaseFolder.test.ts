import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type FileSystem,
  listFiles,
  realFileSystem,
  writeRelease,
} from '../../src/pipeline/releaseFolder.js';
import { KnownError } from '../../src/reference/knownError.js';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'profile-release-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const FIRST = [
  { path: 'manifest.json', content: '{"n":1}' },
  { path: 'board/page.html', content: '<p>one</p>' },
];
const SECOND = [
  { path: 'manifest.json', content: '{"n":2}' },
  { path: 'board/page.html', content: '<p>two</p>' },
];
const write = (files: typeof FIRST, force = false, fs: FileSystem = realFileSystem) =>
  writeRelease(path.join(root, '2018-H1'), files, { force, shownTarget: 'reports/2018-H1' }, fs);

describe('writeRelease', () => {
  it('writes a release and leaves the same one alone', async () => {
    expect(await write(FIRST)).toBe('written');
    expect(await write(FIRST)).toBe('unchanged');
    expect(await listFiles(path.join(root, '2018-H1'))).toEqual(['board/page.html', 'manifest.json']);
  });

  it('replaces another release only with force, and keeps its manifest', async () => {
    await write(FIRST);
    await expect(write(SECOND)).rejects.toThrow(KnownError);
    expect(await readFile(path.join(root, '2018-H1/board/page.html'), 'utf8')).toBe('<p>one</p>');
    expect(await write(SECOND, true)).toBe('replaced');
    expect(await readFile(path.join(root, '2018-H1/manifest.1.json'), 'utf8')).toBe('{"n":1}');
    expect(await write(FIRST, true)).toBe('replaced');
    expect(await readFile(path.join(root, '2018-H1/manifest.2.json'), 'utf8')).toBe('{"n":2}');
    expect(await readdir(root)).toEqual(['2018-H1']);
  });

  it('clears up after a killed run, and brings back the release that it had put aside', async () => {
    await write(FIRST);
    const gone = 2 ** 30;
    await mkdir(path.join(root, `.2018-H1.partial-${gone}`));
    await rename(path.join(root, '2018-H1'), path.join(root, `.2018-H1.old-${gone}`));
    await mkdir(path.join(root, `.2017-H1.partial-${gone}`));
    expect(await write(FIRST)).toBe('unchanged');
    expect((await readdir(root)).sort()).toEqual([`.2017-H1.partial-${gone}`, '2018-H1']);
  });

  it.each(['writeFile', 'mkdir', 'rename'] as const)(
    'leaves the old release whole when %s finds the disk full',
    async (operation) => {
      await write(FIRST);
      let calls = 0;
      const full: FileSystem = {
        ...realFileSystem,
        [operation]: async (...args: [string, string]) => {
          calls += 1;
          if (calls === 2) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
          return (realFileSystem[operation] as (...a: [string, string]) => Promise<void>)(...args);
        },
      };
      await expect(write(SECOND, true, full)).rejects.toMatchObject({
        exitCode: 2,
        message: expect.stringContaining('disk is full'),
      });
      expect(await readFile(path.join(root, '2018-H1/board/page.html'), 'utf8')).toBe('<p>one</p>');
      expect(await readdir(root)).toEqual(['2018-H1']);
    },
  );
});

import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, dropPrinted, printRelease, requireChromium } from '../../src/pipeline/printRelease.js';
import { dayFromIso } from '../../src/reference/days.js';
import { KnownError } from '../../src/reference/knownError.js';

const PAGE = 'public/cse-profile-2018-H1-public.html';
const chromium = chromiumPath(process.env);

let root = '';
let release = '';
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'profile-printing-'));
  release = path.join(root, '2018-H1');
  await mkdir(path.join(release, 'public'), { recursive: true });
  await cp(
    fileURLToPath(new URL(`../../reports/2018-H1/${PAGE}`, import.meta.url)),
    path.join(release, PAGE),
  );
});
afterEach(() => rm(root, { recursive: true, force: true }));

const print = (browser: string): Promise<string> =>
  printRelease(release, [PAGE], {
    chromium: browser,
    until: dayFromIso('2018-09-30'),
    progress: () => undefined,
    shown: 'reports/2018-H1',
  });

describe('finding a browser', () => {
  it('refuses before any work when there is none', () => {
    const missing = { CHROMIUM_PATH: path.join(root, 'none') };
    expect(chromiumPath(missing)).toBeNull();
    expect(() => requireChromium(missing)).toThrow(KnownError);
    expect(() => requireChromium(missing)).toThrow(/CHROMIUM_PATH/);
  });
});

describe('a browser that gives nothing', () => {
  it('is told of, with the page and what to do, and leaves no folder behind', async () => {
    const error = await print(process.execPath).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(KnownError);
    expect(error).toMatchObject({ exitCode: 2 });
    expect(String(error)).toContain(`reports/2018-H1/${PAGE}`);
    expect(await readdir(root)).toEqual(['2018-H1']);
  });
});

// Without a Chromium this is skipped, and the run says so.
describe.skipIf(chromium === null)('a printed page', () => {
  it('stands beside the release, is tagged, and holds no clock: printed again it is the same', async () => {
    const folder = await print(chromium ?? '');
    expect(folder).toBe(`${release}-pdf`);
    const file = path.join(folder, PAGE.replace('.html', '.pdf'));
    const first = await readFile(file);
    const text = first.toString('latin1');
    expect(text).toMatch(/^%PDF-1\./);
    expect(text).toContain('/StructTreeRoot');
    expect([...text.matchAll(/D:(\d{14})/g)].map(([, stamp]) => stamp)).toEqual([
      '20180930000000',
      '20180930000000',
    ]);
    await print(chromium ?? '');
    expect((await readFile(file)).equals(first)).toBe(true);
    expect((await readdir(root)).sort()).toEqual(['2018-H1', '2018-H1-pdf']);
    await dropPrinted(release);
    expect(await readdir(root)).toEqual(['2018-H1']);
  });
});

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Day } from '../reference/brands.js';
import { isoFromDay } from '../reference/days.js';
import { fileError, KnownError } from '../reference/knownError.js';
import type { Progress } from './progress.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** Where Edge and Chrome stand on Windows and macOS when they are not on the path. */
const PLACES = [
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/** The browser may make no connection of its own either. */
const ALONE = [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/** Two pages at a time: a browser each is much for a small laptop. */
const AT_ONCE = 2;
const PATIENCE = 120_000;

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a Chromium is on this machine: `$CHROMIUM_PATH`, on the path, or where it is usually installed; null when there is none. */
export function chromiumPath(env: Environment): string | null {
  const named = env['CHROMIUM_PATH'];
  if (named !== undefined) return existsSync(named) ? named : null;
  const onPath = NAMES.flatMap((name) =>
    (env['PATH'] ?? '').split(path.delimiter).map((folder) => path.join(folder, name)),
  );
  return [...onPath, ...PLACES].find((place) => existsSync(place)) ?? null;
}

/** @throws KnownError (exit 2) when there is no Chromium: better said before the work than after it */
export function requireChromium(env: Environment): string {
  const found = chromiumPath(env);
  if (found !== null) return found;
  throw new KnownError(
    2,
    '--pdf needs a Chromium, Chrome or Edge, and there is none on the path or at $CHROMIUM_PATH. Nothing was built.',
    'Leave out --pdf and print the pages from any browser, or set CHROMIUM_PATH to the program.',
  );
}

function printedFolder(release: string): string {
  return `${release}-pdf`;
}

/** Takes away what was printed of a release that has been replaced since. */
export async function dropPrinted(release: string): Promise<void> {
  await rm(printedFolder(release), { recursive: true, force: true });
}

/** Writes "made on" as the last day of the half-year, in as many characters, so that places within the file stay right. */
function withoutClock(pdf: Buffer, day: string): Buffer {
  const text = pdf.toString('latin1');
  const stamp = `D:${day.replaceAll('-', '')}000000+00'00'`;
  return Buffer.from(
    text.replace(/D:\d{14}[+-]\d\d'\d\d'/g, (old) => stamp.padEnd(old.length).slice(0, old.length)),
    'latin1',
  );
}

/**
 * Prints pages of a written release to PDF, into a folder beside it: `<release>-pdf`. PDFs are for paper and are no part of the release, which a browser's
 * version would otherwise change; the pages remain the accessible originals.
 * @param pages paths within the release
 * @param until last day of the half-year, written as the day on which the files were made
 * @returns the folder
 * @throws KnownError (exit 2) when the browser gives no file
 */
export async function printRelease(
  release: string,
  pages: readonly string[],
  {
    chromium,
    until,
    progress,
    shown,
  }: {
    readonly chromium: string;
    readonly until: Day;
    readonly progress: Progress;
    /** The release as the user knows it. */
    readonly shown: string;
  },
): Promise<string> {
  const target = printedFolder(release);
  const partial = path.join(path.dirname(release), `.${path.basename(target)}.partial-${process.pid}`);
  const scratch = await mkdtemp(path.join(tmpdir(), 'profile-print-'));
  try {
    await rm(partial, { recursive: true, force: true });
    let done = 0;
    const waiting = [...pages];
    const print = async (own: string): Promise<void> => {
      for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
        const made = path.join(own, 'page.pdf');
        await rm(made, { force: true });
        await promisify(execFile)(
          chromium,
          [
            ...ALONE,
            // A browser run by root has no sandbox; anybody else's keeps it.
            ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
            `--user-data-dir=${path.join(own, 'profile')}`,
            '--no-pdf-header-footer',
            '--generate-pdf-document-outline',
            `--print-to-pdf=${made}`,
            pathToFileURL(path.join(release, page)).href,
          ],
          { timeout: PATIENCE },
        ).catch(() => undefined);
        if (!existsSync(made))
          throw new KnownError(
            2,
            `The browser gave no PDF of ${shown}/${page}. The release itself is written and whole.`,
            'Print the page from a browser by hand, or set CHROMIUM_PATH to another one.',
          );
        const place = path.join(partial, page.replace(/\.html$/, '.pdf'));
        await mkdir(path.dirname(place), { recursive: true });
        await writeFile(place, withoutClock(await readFile(made), isoFromDay(until)));
        progress({ stage: 'print', done: ++done, total: pages.length, what: page });
      }
    };
    await Promise.all(
      Array.from({ length: AT_ONCE }, async (_, i) => {
        const own = path.join(scratch, String(i));
        await mkdir(own);
        await print(own);
      }),
    );
    await rm(target, { recursive: true, force: true });
    await rename(partial, target);
    return target;
  } catch (error) {
    await rm(partial, { recursive: true, force: true }).catch(() => undefined);
    throw fileError(error, `${shown}-pdf`, 2);
  } finally {
    await rm(scratch, { recursive: true, force: true }).catch(() => undefined);
  }
}

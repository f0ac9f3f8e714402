import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { demonstrationKeyText } from '../../src/privacy/demonstrationKey.js';
import { generateWorkspace } from '../../src/sample/generateWorkspace.js';

/** Two half-years without rejected rows, but with other headers, a repeated header, a byte order mark and repeats. */
export const PERIODS = ['2014-H1', '2014-H2'] as const;
export const LAST = '2014-H2';

export const POLICE = 'lancashire-constabulary';
export const COUNTY = 'lancashire-county-council';
/** Editions of the sample about one board each, and the audiences that know their own figures. */
const PARTS = ['lancashire', 'blackpool', 'blackburn-with-darwen'];
const OTHERS = ['blackpool-council', 'blackburn-with-darwen-council', 'nhs-lancashire'];

const made: string[] = [];
let areRemoved = false;

/** Called once in every test file that makes folders: they go when its tests have ended. Several files share one process, and what they import. */
export function removeFoldersAfterwards(): void {
  areRemoved = true;
  afterAll(async () => {
    areRemoved = false;
    for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
  });
}

/** A new folder that goes when the tests of the file have ended. */
export async function temporaryFolder(): Promise<string> {
  if (!areRemoved) throw new Error('Call removeFoldersAfterwards() in the test file.');
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'profile-e2e-')));
  made.push(folder);
  return folder;
}

function contentOf(content: string | Uint8Array | Iterable<string>): string | Uint8Array {
  return typeof content === 'string' || content instanceof Uint8Array ? content : [...content].join('');
}

/** The configuration without some of its editions, and without audiences of its own. */
function withoutEditions(text: string, ids: readonly string[]): string {
  return ids.reduce(
    (rest, id) => rest.replace(new RegExp(`  - id: ${id}\\n(?:    .*\\n)+`), ''),
    text.replace(/^audiences:\n(?: {2,}.*\n)*/m, ''),
  );
}

/** Makes the workspace build some products only, and only the board edition. */
export async function buildOnly(root: string, products: readonly string[]): Promise<void> {
  await edit(
    path.join(root, 'profile.config.yaml'),
    (text) =>
      `${withoutEditions(text, ['public', 'tactical', ...PARTS]).replace(/^products:.*\n(?: {2}- .*\n)*/m, '')}\nproducts: [${products.join(', ')}]\n`,
  );
}

/** Makes the board edition as long as one that is to be complete. */
export async function buildFull(root: string): Promise<void> {
  await edit(path.join(root, 'profile.config.yaml'), (text) =>
    text.replace(/( +)audience: board\n/, '$&$1length: full\n'),
  );
}

/**
 * Writes a synthetic workspace of some hundred rows: the sample's six agencies over two half-years with all products and the board and tactical editions, both complete, or the
 * three of them that the tests of faults need, with the board's short profile only.
 */
export async function writeSmallWorkspace(root: string, agencies: 'six' | 'three' = 'six'): Promise<void> {
  const left = agencies === 'six' ? [] : OTHERS;
  for (const file of generateWorkspace({ seed: 11, rows: 140, periods: PERIODS })) {
    if (left.some((agency) => file.path.includes(`/${agency}/`))) continue;
    const target = path.join(root, file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, contentOf(file.content));
  }
  await edit(path.join(root, 'profile.config.yaml'), (text) =>
    left.reduce(
      (rest, agency) => rest.replace(new RegExp(`  - id: ${agency}\\n(?:    .*\\n)+`), ''),
      withoutEditions(text, ['public', ...PARTS]),
    ),
  );
  if (agencies === 'three') await buildOnly(root, ['profile']);
  else await buildFull(root);
  await writeFile(path.join(root, 'demonstration.key'), demonstrationKeyText(), { mode: 0o644 });
}

/** A copy of a workspace, with whatever store and releases it has, in a folder of the test's own. */
export async function copyOf(workspace: string): Promise<string> {
  const root = path.join(await temporaryFolder(), 'workspace');
  await cp(workspace, root, { recursive: true });
  return root;
}

/** Relative path to SHA-256 of every file below a folder; a folder that is not there has none. */
export async function digests(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const found: Record<string, string> = {};
  for (const file of files.sort()) {
    const name = path.relative(folder, file).split(path.sep).join('/');
    found[name] = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  }
  return found;
}

/** What must stay as it is when a run fails: the store and the releases. */
export async function keptFiles(root: string): Promise<Record<string, Record<string, string>>> {
  return {
    store: await digests(path.join(root, 'store')),
    reports: await digests(path.join(root, 'reports')),
  };
}

/** Path of an extract of a workspace. */
export function extract(root: string, agency: string, name: string, period: string = LAST): string {
  return path.join(root, 'extracts', period, agency, `${name}.csv`);
}

/** Changes the text of a file. */
export async function edit(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(file, change(await readFile(file, 'utf8')));
}

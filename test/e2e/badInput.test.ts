import { chmod, cp, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Captured, profile } from '../cli/capture.js';
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

let built = '';
let home = '';
let kept: Awaited<ReturnType<typeof keptFiles>>;

beforeAll(async () => {
  home = await temporaryFolder();
  built = path.join(home, 'built');
  await writeSmallWorkspace(built, 'three');
  expect((await profile(['build', built])).code).toBe(0);
  kept = await keptFiles(built);
  await profile(['key', 'new', '--key-file', path.join(home, 'other.key')]);
});

const CONFIG = 'profile.config.yaml';
const episodes = (root: string) => extract(root, POLICE, 'missing-episodes');

/** One fault: what is broken, what is run, and what the user must be told. */
interface Fault {
  readonly title: string;
  /** Breaks a copy of a built workspace. */
  readonly harm: (root: string) => Promise<unknown>;
  readonly argv?: (root: string) => readonly string[];
  readonly code: number;
  /** What happened, and what to do. */
  readonly says: readonly RegExp[];
  /** The store itself was harmed, so it cannot be as it was. */
  readonly harmsStore?: true;
}

const nothing = () => Promise.resolve();
const build = (root: string) => ['build', root, '--force'];

async function storeFile(root: string, part: string): Promise<string> {
  const folder = path.join(root, 'store', part);
  const [name = ''] = (await readdir(folder, { recursive: true }))
    .filter((one) => one.endsWith('.enc'))
    .sort();
  return path.join(folder, name);
}

async function flipBit(file: string): Promise<void> {
  const bytes = await readFile(file);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(file, bytes);
}

const setting = (from: string | RegExp, to: string) => (root: string) =>
  edit(path.join(root, CONFIG), (text) => {
    const after = text.replace(from, to);
    if (after === text) throw new Error('the configuration has no such setting');
    return after;
  });

const WORKSPACES: readonly Fault[] = [
  {
    title: 'a workspace that is not there',
    harm: nothing,
    argv: (root) => ['build', `${root}-gone`],
    code: 2,
    says: [/The workspace folder .*-gone does not exist\./, /profile init/],
  },
  {
    title: 'a file for a workspace',
    harm: nothing,
    argv: (root) => ['build', path.join(root, CONFIG)],
    code: 2,
    says: [/is a file, not a workspace folder/, /profile\.config\.yaml/],
  },
  {
    title: 'a folder without a configuration',
    harm: (root) => rm(path.join(root, CONFIG)),
    code: 2,
    says: [/is not a workspace: it has no profile\.config\.yaml/, /profile init/],
  },
  {
    title: 'a configuration that is a folder',
    harm: async (root) => {
      await rm(path.join(root, CONFIG));
      await mkdir(path.join(root, CONFIG));
    },
    code: 2,
    says: [/profile\.config\.yaml is a folder, not a file/, /Name the file itself/],
  },
  {
    title: 'YAML that is broken',
    harm: setting('agencies:', 'agencies: [\n - {'),
    code: 2,
    says: [/profile\.config\.yaml is not valid YAML: line \d+, column \d+/, /profile init/],
  },
  {
    title: 'a setting that is not known',
    harm: setting('tolerated_reject_share:', 'tolerated_reject_shares:'),
    code: 2,
    says: [
      /unknown setting "tolerated_reject_shares" \(did you mean "tolerated_reject_share"\?\)/,
      /Correct the file/,
    ],
  },
  {
    title: 'a setting that makes no sense',
    harm: setting('start_month: 4', 'start_month: 13'),
    code: 2,
    says: [/start_month: /, /Correct the file/],
  },
  {
    title: 'no extracts at all',
    harm: (root) => rm(path.join(root, 'extracts'), { recursive: true }),
    code: 2,
    says: [/There are no extracts yet/, /extracts\/<half-year>\/<agency>\//],
  },
  {
    title: 'a half-year without extracts',
    harm: nothing,
    argv: (root) => [...build(root), '--period', '2018-H1'],
    code: 2,
    says: [/There are no extracts for 2018-H1/, /Half-years with extracts: 2014-H1, 2014-H2/],
  },
  {
    title: 'a half-year that is no half-year',
    harm: nothing,
    argv: (root) => [...build(root), '--period', 'last summer'],
    code: 2,
    says: [/last summer/, /Half-years with extracts/],
  },
  {
    title: 'an edition that is not configured',
    harm: nothing,
    argv: (root) => [...build(root), '--edition', 'bord'],
    code: 2,
    says: [/no edition called "bord"/, /Did you mean "board"\?/],
  },
  {
    title: 'a release that is no release',
    harm: nothing,
    argv: (root) => ['verify', path.join(root, 'extracts')],
    code: 2,
    says: [/is not a release: it has no manifest\.json/, /Name the folder/],
  },
  {
    title: 'a target that is a file',
    harm: nothing,
    argv: (root) => ['build', root, '--out', path.join(root, CONFIG, 'release')],
    code: 2,
    says: [/is a file, not a folder/, /Name the folder/],
  },
];

const words = (name: string, text: string) => async (root: string) => {
  const folder = path.join(root, 'words', LAST);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, name), text);
};

const WORDS: readonly Fault[] = [
  {
    title: 'a number in the words that is not the indicator’s',
    harm: words('findings.md', 'A line.\n\nWe counted [987,654](T06) events.\n'),
    code: 1,
    says: [
      /do not agree with the report in 1 places/,
      new RegExp(`words/${LAST}/findings\\.md:3:12 \\(board\\) The text says "987,654"; T06 is [\\d,]+\\.`),
      /Nothing was published/,
    ],
  },
  {
    title: 'recommendations that are no list',
    harm: words('recommendations.md', 'R1: do better\n'),
    code: 1,
    says: [/recommendations\.md:1:1 .*does not begin with a block/],
  },
  {
    title: 'a file of words that has no place in the report',
    harm: words('recomendations.md', 'R1\n'),
    code: 2,
    says: [/recomendations\.md is not a file of words/, /Did you mean recommendations\.md\?/],
  },
  {
    title: 'words for an edition that is not there',
    harm: words('findings.bord.md', 'Words.\n'),
    code: 2,
    says: [/findings\.bord\.md is for an edition that the configuration does not have/, /It has: board\./],
  },
];

const KEYS: readonly Fault[] = [
  {
    title: 'no key',
    harm: (root) => rm(path.join(root, 'demonstration.key')),
    code: 4,
    says: [/No key was given/, /--key-file.*PROFILE_KEY_FILE.*profile key new/s],
  },
  {
    title: 'a key file that is not there',
    harm: nothing,
    argv: (root) => ['build', root, '--key-file', path.join(home, 'gone.key')],
    code: 4,
    says: [/gone\.key does not exist/, /profile key new/],
  },
  {
    title: 'a key file that is something else',
    harm: nothing,
    argv: (root) => ['build', root, '--key-file', path.join(root, CONFIG)],
    code: 4,
    says: [/key/i, /\n\S/],
  },
  {
    title: 'another key than the store was made with',
    harm: nothing,
    argv: (root) => ['build', root, '--key-file', path.join(home, 'other.key')],
    code: 4,
    says: [
      /belongs to the key with fingerprint [0-9a-f]{8}; the key given has fingerprint [0-9a-f]{8}/,
      /Use the key/,
    ],
  },
  {
    title: 'a key inside the workspace',
    harm: async (root) => {
      await cp(path.join(home, 'other.key'), path.join(root, 'inner.key'));
      await chmod(path.join(root, 'inner.key'), 0o600);
    },
    argv: (root) => ['build', root, '--key-file', path.join(root, 'inner.key')],
    code: 4,
    says: [/lies inside a workspace/, /Move it/],
  },
  {
    title: 'the demonstration key for data that are not invented',
    harm: setting('synthetic: true', 'synthetic: false'),
    argv: (root) => ['build', root, '--key-file', path.join(root, 'demonstration.key')],
    code: 4,
    says: [/public demonstration key, which protects nothing/, /profile key new/],
  },
  {
    title: 'data that are not invented without a key',
    harm: setting('synthetic: true', 'synthetic: false'),
    code: 4,
    says: [/No key was given/],
  },
];

const STORES: readonly Fault[] = [
  {
    title: 'a damaged snapshot',
    harm: async (root) => flipBit(await storeFile(root, 'snapshots')),
    code: 4,
    says: [/store\/snapshots\/\S+\.arrow\.enc was changed, cut short or moved/, /Restore the file/],
    harmsStore: true,
  },
  {
    title: 'a damaged link file',
    harm: async (root) => flipBit(await storeFile(root, 'links')),
    code: 4,
    says: [/store\/links\/\S+\.arrow\.enc was changed/, /Restore the file/],
    harmsStore: true,
  },
  {
    title: 'a snapshot in the place of another',
    harm: async (root) => {
      const folder = path.join(root, 'store/snapshots');
      const [one = '', two = ''] = (await readdir(folder, { recursive: true }))
        .filter((name) => name.endsWith('.enc'))
        .sort();
      await cp(path.join(folder, one), path.join(folder, two));
    },
    code: 4,
    says: [/was changed, cut short or moved/, /Restore the file/],
    harmsStore: true,
  },
  {
    title: 'a damaged index',
    harm: (root) =>
      edit(path.join(root, 'store/index.json'), (text) => text.replace(/"rows": ?\d/, '"rows": 9')),
    code: 4,
    says: [/store\/index\.json .*so the store was not opened/, /Restore it from a backup/],
    harmsStore: true,
  },
  {
    title: 'an index that is gone',
    harm: (root) => rm(path.join(root, 'store/index.json')),
    code: 4,
    says: [/index\.json is missing although there are snapshots/, /Restore it/],
    harmsStore: true,
  },
];

const replaced = (content: string | Uint8Array) => (root: string) => writeFile(episodes(root), content);
const noteGone = (root: string) => rm(episodes(root).replace('.csv', '.meta.yaml'));
const inEpisodes = (change: (text: string) => string) => (root: string) => edit(episodes(root), change);
const FILE = `extracts/${LAST}/${POLICE}/missing-episodes\\.csv`;
const STOPPED = [/Stopped: nothing was stored and nothing was published\./, new RegExp(FILE)];

const FILES: readonly Fault[] = [
  {
    title: 'a folder instead of a file',
    harm: async (root) => {
      await rm(episodes(root));
      await mkdir(episodes(root));
    },
    code: 1,
    says: [...STOPPED, /GEN-012 This is a folder, not a file\. \S/],
  },
  {
    title: 'an empty file',
    harm: replaced(''),
    code: 1,
    says: [...STOPPED, /GEN-012 The file is empty: it has no header\. \S/],
  },
  {
    title: 'a header without rows',
    harm: inEpisodes((text) => text.slice(0, text.indexOf('\n') + 1)),
    code: 1,
    says: [...STOPPED, /F18 The file has a header and no rows, and no nil return was declared/, /nil_return/],
  },
  {
    title: 'a binary file',
    harm: replaced(Buffer.from('504b0304140000000800000021', 'hex')),
    code: 1,
    says: [...STOPPED, /GEN-012 The file holds zero bytes/],
  },
  {
    title: 'a required column that is missing',
    harm: inEpisodes((text) => text.replace('missing_from_at', 'gone')),
    code: 1,
    says: [...STOPPED, /GEN-007 line 1: The required column missing_from_at is not in the file\. \S/],
  },
  {
    title: 'an undeclared column with personal data',
    harm: inEpisodes((text) =>
      text
        .trimEnd()
        .split('\n')
        .map((line, at) => `${line.trimEnd()},${at === 0 ? 'mother' : 'A Person'}\n`)
        .join(''),
    ),
    code: 1,
    says: [...STOPPED, /F20 line 1: A column that this extract does not have looks like a name/],
  },
  {
    title: 'a quotation mark that is never closed',
    harm: async (root) =>
      replaced(`episode_id,child_id,missing_from_at\n"${`${'x'.repeat(99)}\n`.repeat(12_000)}`)(root),
    code: 1,
    says: STOPPED,
  },
  {
    title: 'a file that is shorter than its delivery note says',
    harm: inEpisodes((text) => text.split('\n').slice(0, 4).join('\n')),
    code: 1,
    says: [
      ...STOPPED,
      /F19 The delivery note says \d+ rows; the file holds 3\. The file may have been cut short/,
    ],
  },
];

function told({ out, err }: Captured): string {
  return out + err;
}

describe.each([
  ['the workspace and the command', WORKSPACES],
  ['the analyst’s words', WORDS],
  ['the key', KEYS],
  ['the store', STORES],
  ['an extract', FILES],
] as const)('a fault of %s', (_, faults) => {
  it.each(faults)('$title', async ({ harm, argv = build, code, says, harmsStore }) => {
    const root = await copyOf(built);
    await harm(root);
    const before = await keptFiles(root);
    const run = await profile(argv(root));
    expect({ code: run.code, told: told(run) }).toMatchObject({ code });
    for (const text of says) expect(told(run)).toMatch(text);
    const after = await keptFiles(root);
    expect(after).toEqual(before);
    if (harmsStore !== true) expect(after).toEqual(kept);
    else expect(after['reports']).toEqual(kept['reports']);
  });
});

describe('a store that was harmed', () => {
  it('is told by store verify with every file by name', async () => {
    const root = await copyOf(built);
    const [damaged, missing] = [await storeFile(root, 'snapshots'), await storeFile(root, 'links')];
    await flipBit(damaged);
    await rm(missing);
    const { code, out } = await profile(['store', 'verify', root]);
    expect(code).toBe(4);
    expect(out).toContain(`damaged  ${path.relative(path.join(root, 'store'), damaged)}\n`);
    expect(out).toContain(`missing  ${path.relative(path.join(root, 'store'), missing)}\n`);
    expect(out).toContain('2 not whole.');
  });

  it('heals when the damaged file is deleted: its extract is read anew', async () => {
    const root = await copyOf(built);
    await rm(await storeFile(root, 'snapshots'));
    const { code, out } = await profile(['ingest', root]);
    expect(code).toBe(0);
    expect(out).toContain('1 files read, 27 unchanged');
    expect((await profile(['store', 'verify', root])).code).toBe(0);
  });
});

describe('a key file', () => {
  it.skipIf(process.platform === 'win32')('that others may open is refused with the remedy', async () => {
    const key = path.join(await temporaryFolder(), 'wide.key');
    await profile(['key', 'new', '--key-file', key]);
    await chmod(key, 0o644);
    const { code, err } = await profile(['ingest', built, '--key-file', key]);
    expect(code).toBe(4);
    expect(err).toContain(`chmod 600 "${key}"`);
  });

  it('for demonstration works as git checks it out, for everybody to read', async () => {
    const root = await copyOf(built);
    await chmod(path.join(root, 'demonstration.key'), 0o644);
    expect((await profile(['store', 'list', root])).code).toBe(0);
  });

  it('is found through the environment', async () => {
    const { code, err } = await profile(['store', 'list', built], {
      env: { PROFILE_KEY_FILE: path.join(home, 'other.key') },
    });
    expect(code).toBe(4);
    expect(err).toContain('belongs to the key with fingerprint');
  });
});

describe('names that fit nothing', () => {
  it('get the nearest guess, and the run goes on', async () => {
    const root = await copyOf(built);
    const period = path.join(root, 'extracts', LAST);
    await cp(path.join(period, POLICE), path.join(period, 'lancashire-constabulry'), { recursive: true });
    await rename(episodes(root), episodes(root).replace('missing-episodes', 'mising-episodes'));
    const { code, out } = await profile(['validate', root]);
    expect(out).toContain(`extracts/${LAST}/lancashire-constabulry`);
    expect(out).toContain('Did you mean lancashire-constabulary?');
    expect(out).toContain('Did you mean missing-episodes.csv?');
    expect(out).toMatch(/F18/);
    expect(code).toBe(0);
  });
});

describe('an extract in another form', () => {
  it.each([
    ['UTF-16', (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
    ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['semicolons', (text: string) => Buffer.from(text.replaceAll(',', ';'))],
    ['tabs', (text: string) => Buffer.from(text.replaceAll(',', '\t'))],
    ['old Macintosh line ends', (text: string) => Buffer.from(text.replaceAll('\r\n', '\r'))],
    ['a title above the header', (text: string) => Buffer.from(`Report of the half-year\n\n${text}`)],
  ])('%s gives the same table', async (_, form) => {
    const root = await copyOf(built);
    const before = await profile(['store', 'list', root, '--json']);
    await writeFile(episodes(root), form(await readFile(episodes(root), 'utf8')));
    await noteGone(root);
    const { code, out } = await profile(['ingest', root]);
    expect(code).toBe(0);
    expect(out).toContain('1 files read, 27 unchanged');
    expect((await profile(['store', 'list', root, '--json'])).out).toBe(before.out);
  });
});

describe('a line of 200 MB', () => {
  it('is given up early, with little memory', async () => {
    const root = await copyOf(built);
    const file = await open(episodes(root), 'w');
    await file.write('episode_id,child_id,missing_from_at\n');
    const piece = Buffer.alloc(1 << 20, 'a');
    for (let i = 0; i < 200; i++) await file.write(piece);
    await file.close();
    const before = process.memoryUsage().rss;
    const { code, out } = await profile(['ingest', root]);
    const after = process.memoryUsage().rss;
    expect(code).toBe(1);
    expect(out).toMatch(/GEN-012 line 2: A record is longer than 1 MiB/);
    expect(after - before).toBeLessThan(150 * 1024 * 1024);
    expect(await keptFiles(root)).toEqual(kept);
  });
});

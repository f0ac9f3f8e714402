import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Captured, profile } from '../cli/capture.js';
import { leaks, leaksBelow, MARKS, plantCanaries } from './canaries.js';
import { compiledPackage, runProcess } from './package.js';
import {
  buildFull,
  buildOnly,
  digests,
  edit,
  extract,
  LAST,
  POLICE,
  removeFoldersAfterwards,
  temporaryFolder,
  writeSmallWorkspace,
} from './workspace.js';

removeFoldersAfterwards();

let folder = '';
let bin = '';
let untouched = '';
/** The same with three agencies, for the many ways of going wrong and for what must be built twice. */
let few = '';

const FORMATS = ['text', 'json', 'csv', 'junit', 'github', 'sarif'] as const;

beforeAll(async () => {
  folder = await temporaryFolder();
  untouched = path.join(folder, 'source');
  await writeSmallWorkspace(untouched);
  expect(await plantCanaries(untouched, '99901')).toBeGreaterThan(30);
  few = path.join(folder, 'few');
  await writeSmallWorkspace(few, 'three');
  await buildFull(few);
  await plantCanaries(few, '99901');
  await mkdir(path.join(folder, 'package'));
  bin = await compiledPackage(path.join(folder, 'package'));
});

/** A copy of the planted workspace and an empty folder for temporary files. */
async function planted(source = untouched): Promise<{ root: string; tmp: string }> {
  const home = await temporaryFolder();
  const [root, tmp] = [path.join(home, 'workspace'), path.join(home, 'tmp')];
  await cp(source, root, { recursive: true });
  await mkdir(tmp);
  return { root, tmp };
}

const said = ({ out, err }: Captured) => leaks(`${out}\n${err}`);

describe('the search', () => {
  it.each([
    ['a forename in the middle of a word', 'xxquillzavab'],
    ['an NHS number with blanks', 'number 999 010 0017.'],
    ['a date of birth in words', 'born 17 January 2003'],
    ['a date of birth without signs', 'x20030117x'],
    ['a postcode without its blank', 'pr23pr'],
    ['a pupil number', 'A888000000012'],
    ['base64', Buffer.from(`..${MARKS.surname}abc`).toString('base64')],
    ['base64 from another place', Buffer.from(`.${MARKS.surname}abc`).toString('base64')],
    ['hexadecimal', Buffer.from(`.${MARKS.person}-1`).toString('hex')],
  ])('finds %s', (_, text) => {
    expect(leaks(text)).not.toEqual([]);
  });

  it('finds UTF-16 and a digest, and nothing in other text', async () => {
    const { createHash } = await import('node:crypto');
    expect(leaks(Buffer.from(`..${MARKS.surname}`, 'utf16le'))).not.toEqual([]);
    expect(leaks(createHash('sha256').update('2003-01-17').digest('hex'))).not.toEqual([]);
    expect(leaks('17 January 2013, PR2, 99901, quill, 2003')).toEqual([]);
  });

  it('finds what was planted in the extracts', async () => {
    const { leaks: found } = await leaksBelow(path.join(untouched, 'extracts'));
    expect(found.length).toBeGreaterThan(30);
  });
});

/** What is run one after the other in one workspace, ROOT, with a key of its own. */
const RUNS = [
  'key new --key-file KEY',
  ...FORMATS.map((format) => `validate ROOT --format ${format}`),
  'build ROOT',
  `verify ROOT/reports/${LAST} --digests-only`,
  'trace M19 ROOT --area Preston',
  'trace M13 ROOT --json',
  'store list ROOT --json',
  'store verify ROOT',
  'doctor ROOT',
];

describe('no identifier, from end to end,', () => {
  let root = '';
  let tmp = '';
  beforeAll(async () => {
    ({ root, tmp } = await planted());
  });

  it.each(RUNS)('is told by %s', async (line) => {
    const key = path.join(folder, 'keys', 'own.key');
    const argv = line.split(' ').map((word) => word.replace('ROOT', root).replace('KEY', key));
    const run = await runProcess(bin, argv, { env: { TMPDIR: tmp, TMP: tmp, TEMP: tmp } });
    expect({ code: run.code, leaks: said(run) }).toEqual({ code: 0, leaks: [] });
    expect(run.out.length + run.err.length).toBeGreaterThan(20);
  });

  it('is in any byte of the store, the release or the temporary folder afterwards', async () => {
    const store = await leaksBelow(path.join(root, 'store'));
    expect(store.files).toBeGreaterThan(100);
    expect(store.leaks).toEqual([]);
    const reports = await leaksBelow(path.join(root, 'reports'));
    expect(reports.files).toBeGreaterThan(50);
    expect(reports.leaks).toEqual([]);
    expect(await leaksBelow(tmp)).toEqual({ files: 0, leaks: [] });
  });
});

describe('no identifier', () => {
  it('is kept when NHS numbers are real ones, and two keys share no pseudonym but every figure', async () => {
    const outcomes = [];
    for (const name of ['one', 'two']) {
      const { root } = await planted(few);
      await plantCanaries(root, '47052');
      const key = path.join(await temporaryFolder(), `${name}.key`);
      await profile(['key', 'new', '--key-file', key]);
      await edit(path.join(root, 'profile.config.yaml'), (text) =>
        text.replace('synthetic: true', 'synthetic: false'),
      );
      const run = await profile(['build', root, '--key-file', key, '--json', '--edition', 'board']);
      expect(run.code).toBe(0);
      expect(said(run)).toEqual([]);
      expect((await leaksBelow(path.join(root, 'store'))).leaks).toEqual([]);
      expect((await leaksBelow(path.join(root, 'reports'))).leaks).toEqual([]);
      const index: unknown = JSON.parse(await readFile(path.join(root, 'store/index.json'), 'utf8'));
      const { entries } = index as { entries: { extract: string; snapshot: string }[] };
      outcomes.push({
        people: (JSON.parse(run.out) as { children: number }).children,
        tables: await digests(path.join(root, 'reports', LAST, 'board/tables')),
        snapshots: entries
          .filter(({ extract: e }) => e === 'missing-episodes')
          .map(({ snapshot }) => snapshot),
      });
    }
    const [one, two] = outcomes;
    expect(one?.people).toBeGreaterThan(20);
    expect(two?.people).toBe(one?.people);
    expect(two?.tables).toEqual(one?.tables);
    expect(one?.snapshots).toHaveLength(2);
    expect(one?.snapshots.filter((digest) => two?.snapshots.includes(digest))).toEqual([]);
  });
});

/** Ways in which identifiers get to where none is expected, each as a change of a police extract. */
const CORRUPTIONS: readonly (readonly [string, (text: string) => string])[] = [
  [
    'a name in every code column',
    (text) => text.replaceAll(/,(?:M|MED|HIGH|LOW|HOME)(?=,)/g, `,${MARKS.surname}`),
  ],
  [
    'a name for a date',
    (text) => text.replaceAll(/\d\d\/\d\d\/2014 \d\d:\d\d/g, `${MARKS.forename} ${MARKS.surname}`),
  ],
  ['a birth date for a time', (text) => text.replaceAll(/\d\d\/\d\d\/2014 \d\d:\d\d/g, '17/01/2003')],
  ['no header', (text) => text.slice(text.indexOf('\n') + 1)],
  [
    'a header made of a person',
    (text) => `RIDXQ-1,POL,LIDXQ-1,${MARKS.forename},${MARKS.surname},17/01/2003,PR2 3PR\n${text}`,
  ],
  ['an undeclared column of names', (text) => addColumn(text, 'carer', `${MARKS.forename} ${MARKS.surname}`)],
  ...[`${MARKS.forename} ${MARKS.surname}`, '9990100017', 'PR2 3PR', '17/01/2003'].map(
    (header) =>
      [
        'an undeclared column whose header is a person',
        (text: string) => addColumn(text, header, 'Y'),
      ] as const,
  ),
  ['an undeclared column of NHS numbers', (text) => addColumn(text, 'ref', '9990100017')],
  [
    'an undeclared column of notes',
    (text) =>
      addColumn(
        text,
        'notes',
        `${MARKS.forename} was seen near the home of ${MARKS.surname} on more than one evening`,
      ),
  ],
  ['cells in the wrong columns', (text) => text.replaceAll(/^(RIDXQ[^,]*),/gm, '$1,extra,')],
  ['short rows', (text) => text.replaceAll(/^(RIDXQ(?:[^,]*,){6}).*$/gm, '$1')],
  ['a quotation mark never closed', (text) => text.replace('RIDXQ', '"RIDXQ')],
  ['stray quotation marks', (text) => text.replaceAll(MARKS.surname, `${MARKS.surname}"x`)],
  ['zero bytes', (text) => text.replace(MARKS.surname, `${MARKS.surname}\u0000`)],
  ['bytes that are no text', (text) => text.replace(MARKS.surname, `${MARKS.surname}\u00ff`)],
  ['bad identifiers', (text) => text.replaceAll(/99901\d{5}/g, '9990100001').replaceAll('88800', '88801')],
  ['impossible birth dates', (text) => text.replaceAll('17/01/2003', '17/13/2003')],
  ['every row twice', (text) => text + text.slice(text.indexOf('\n') + 1)],
  [
    'the same ids for other rows',
    (text) => text + text.slice(text.indexOf('\n') + 1).replaceAll('/2014', '/2015'),
  ],
];

function addColumn(text: string, header: string, cell: string): string {
  const [first = '', ...rows] = text.trimEnd().split('\n');
  return `${[`${first},${header}`, ...rows.map((row) => `${row},${cell}`)].join('\n')}\n`;
}

describe('no identifier is told on the way of an error', () => {
  it.each(CORRUPTIONS)('%s', async (_, corrupt) => {
    const { root } = await planted(few);
    for (const period of ['2014-H1', LAST]) {
      const file = extract(root, POLICE, 'missing-episodes', period);
      const before = await readFile(file, 'utf8');
      const after = corrupt(before);
      expect(after).not.toBe(before);
      await writeFile(file, after, after.includes('\u00ff') ? 'latin1' : 'utf8');
    }
    const single = extract(root, POLICE, 'missing-episodes');
    for (const format of FORMATS) {
      const one = await profile(['validate', single, '--format', format]);
      expect([0, 1]).toContain(one.code);
      expect({ format, leaks: said(one) }).toEqual({ format, leaks: [] });
    }
    const ingested = await profile(['ingest', root]);
    expect([0, 1]).toContain(ingested.code);
    expect(said(ingested)).toEqual([]);
    expect((await leaksBelow(path.join(root, 'store'))).leaks).toEqual([]);
  });

  it('also in the pages that go back to the agencies', async () => {
    const { root } = await planted();
    await buildOnly(root, ['actions']);
    await edit(path.join(root, 'profile.config.yaml'), (text) =>
      text.replace('tolerated_reject_share: 0.05', 'tolerated_reject_share: 1'),
    );
    await edit(extract(root, POLICE, 'missing-episodes'), (text) =>
      text.replaceAll(/,(?:MED|HOME)(?=,)/g, `,${MARKS.surname}`).replaceAll('17/01/2003', '17/13/2003'),
    );
    await rm(path.join(root, 'extracts/2014-H1'), { recursive: true });
    const { code } = await profile(['build', root]);
    expect(code).toBe(0);
    const { files, leaks: found } = await leaksBelow(path.join(root, 'reports', LAST, 'quality'));
    expect(files).toBe(12);
    expect(found).toEqual([]);
    const page = await readFile(path.join(root, 'reports', LAST, 'quality', POLICE, 'findings.csv'), 'utf8');
    expect(page).toContain('GEN-003');
  });
});

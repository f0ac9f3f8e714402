import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkCertificate } from '../../src/disclosure/proof/checker.js';
import { auditRelease } from '../../src/pipeline/audit/auditRelease.js';
import { readRelease } from '../../src/pipeline/audit/readRelease.js';
import { proofFrom } from '../../src/pipeline/ledger/sealedCertificates.js';
import { demonstrationKeyText } from '../../src/privacy/demonstrationKey.js';
import { KeyRing, parseKeyText } from '../../src/privacy/keys.js';
import type { TidyRow } from '../../src/report/model.js';
import { disk } from '../../src/store/fileSystem.js';
import { StoreFiles } from '../../src/store/storeFiles.js';
import { profile } from '../cli/capture.js';
import { exhibitsIn } from '../pipeline/audit/exhibits.js';
import {
  buildFull,
  buildOnly,
  copyOf,
  digests,
  edit,
  extract,
  PERIODS,
  POLICE,
  removeFoldersAfterwards,
  temporaryFolder,
  writeSmallWorkspace,
} from './workspace.js';

removeFoldersAfterwards();

const [FIRST, SECOND] = PERIODS;

let home = '';
/** A workspace from which both half-years were released, one after the other. */
let built = '';

const build = (root: string, period: string, ...more: readonly string[]) =>
  profile(['build', root, '--period', period, ...more]);
const ledgerOf = (root: string): string => path.join(root, 'ledger/ledger.jsonl');
const linesOf = async (
  root: string,
): Promise<{ release: string; edition: string; previous: string; hash: string }[]> =>
  (await readFile(ledgerOf(root), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const audit = (root: string) =>
  auditRelease({
    folder: path.join(root, 'reports', SECOND),
    cwd: home,
    beside: [path.join(root, 'reports', FIRST)],
  });

beforeAll(async () => {
  home = await temporaryFolder();
  built = path.join(home, 'built');
  await writeSmallWorkspace(built, 'three');
  await buildOnly(built, ['profile', 'actions']);
  await buildFull(built);
  // Two episodes of the first half-year are sent with the second.
  const sent = await readFile(extract(built, POLICE, 'missing-episodes', FIRST), 'utf8');
  const late = sent.trimEnd().split(/\r?\n/).slice(-2);
  await edit(extract(built, POLICE, 'missing-episodes', SECOND), (text) =>
    [text.trimEnd(), ...late.map((row, i) => row.replace(/^[^,;\t]*/, `LATE-${i}`)), ''].join('\n'),
  );
  expect((await build(built, FIRST)).code).toBe(0);
  expect((await build(built, SECOND)).code).toBe(0);
});

describe('two releases, one after the other', () => {
  it('are lines of one chain, and what their readers have is sealed beside it', async () => {
    const lines = await linesOf(built);
    expect(lines.map(({ release, edition }) => `${release} ${edition}`)).toEqual([
      `${FIRST} board`,
      `${SECOND} board`,
    ]);
    expect(lines[0]?.previous).toBe('');
    expect(lines[1]?.previous).toBe(lines[0]?.hash);
    const files = Object.keys(await digests(path.join(built, 'ledger')));
    expect(files.filter((file) => /\/board-[0-9a-f]{64}\.json\.gz\.enc$/.test(file))).toHaveLength(2);
  });

  it('come with proofs that the checker accepts long after, sealed too', async () => {
    const files = Object.keys(await digests(path.join(built, 'ledger')));
    const proofs = files.filter((file) => /\/proof-board-[0-9a-f]{64}\.json\.gz\.enc$/.test(file));
    expect(proofs).toHaveLength(2);
    const keys = new KeyRing(parseKeyText(demonstrationKeyText()));
    const store = new StoreFiles(disk, path.join(built, 'ledger'), keys);
    for (const file of proofs) {
      const { system, targets, certificate } = proofFrom(await store.read(file), file);
      expect(targets.length).toBeGreaterThan(0);
      expect(checkCertificate(system, targets, certificate)).toBeNull();
      const [first] = targets;
      if (first?.rule == null) throw new Error('a proof has targets');
      const wider = [{ ...first, rule: [first.rule[0], first.rule[1] + 1] as const }, ...targets.slice(1)];
      expect(checkCertificate(system, wider, certificate)).toMatch(/other statements/);
    }
  });

  it('tell nothing together that they must not: changes by a handful are not given', async () => {
    expect((await audit(built)).faults).toEqual([]);
    // Without the ledger the second release shows how many records came late for the first.
    const careless = await copyOf(built);
    await rename(path.join(careless, 'reports', FIRST), path.join(careless, 'first'));
    await rm(path.join(careless, 'reports'), { recursive: true });
    await rm(path.join(careless, 'ledger'), { recursive: true });
    expect((await build(careless, SECOND)).code).toBe(0);
    await rename(path.join(careless, 'first'), path.join(careless, 'reports', FIRST));
    const { ok, faults } = await audit(careless);
    expect(ok).toBe(false);
    expect(faults[0]?.message).toMatch(
      /readers of the board edition find that the change of \S+ in \S+, 2014-\S+ is exactly [1-5]\./,
    );
    expect(faults[0]?.derivation).toHaveLength(2);
  });

  it('keep as it was first published what changed by a handful, so that no series has a hole', async () => {
    const lines = async (period: string): Promise<ReadonlyMap<string, TidyRow>> => {
      const found = new Map<string, TidyRow>();
      for (const { profile: read } of (await readRelease(path.join(built, 'reports', period), period))
        .documents)
        for (const { tidy } of exhibitsIn(read?.document.chapters))
          for (const row of tidy)
            found.set([row.indicator, row.areaCode, row.period, row.breakdown, row.category].join('|'), row);
      return found;
    };
    const before = await lines(FIRST);
    const kept = [...(await lines(SECOND))].filter(
      ([, { numerator }]) => 'number' in numerator && numerator.asFirst === true,
    );
    expect(kept.length).toBeGreaterThan(0);
    for (const [id, { numerator, period }] of kept) {
      expect(period).toBe(FIRST);
      const then = before.get(id)?.numerator;
      if (then === undefined || !('number' in then)) throw new Error('It stood in the same table then.');
      expect({ id, number: 'number' in numerator && numerator.number }).toEqual({ id, number: then.number });
    }
  });

  it('set what was published then beside what is counted now', async () => {
    const folder = path.join(built, 'reports', SECOND);
    const page = await readFile(path.join(folder, `board/annex/cse-annex-${SECOND}-board.html`), 'utf8');
    expect(page).toContain('As published for Apr–Sep 2014');
    const { earlier } = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')) as {
      earlier: { file: string; sha256: string }[];
    };
    const present = await digests(built);
    expect(earlier.map(({ file }) => file)).toContain(`reports/${FIRST}/board/headlines.json`);
    for (const { file, sha256 } of earlier) expect(sha256).toBe(present[file]);
  });

  it('change nothing when they are built again, and can be verified long after', async () => {
    const before = await readFile(ledgerOf(built), 'utf8');
    const again = await build(built, SECOND);
    expect(again.code).toBe(0);
    expect(again.out).toContain('unchanged');
    expect(await readFile(ledgerOf(built), 'utf8')).toBe(before);
    for (const period of PERIODS) {
      const { code, out } = await profile(['verify', path.join(built, 'reports', period)]);
      expect(out).toContain('Built again from the workspace: the same bytes.');
      expect(code).toBe(0);
    }
  });
});

describe('a draft outside reports/', () => {
  it('is not in the ledger: nobody has it', async () => {
    const root = path.join(home, 'drafting');
    await writeSmallWorkspace(root, 'three');
    expect((await build(root, FIRST, '--out', path.join(home, 'draft'))).code).toBe(0);
    expect(await digests(path.join(root, 'ledger'))).toEqual({});
    expect(Object.keys(await digests(path.join(home, 'draft')))).toContain('index.html');
  });
});

describe('a second release is refused, and nothing published,', () => {
  it.each<readonly [string, (root: string) => Promise<unknown>, number, RegExp]>([
    [
      'when a line of the ledger was edited',
      (root) => edit(ledgerOf(root), (text) => text.replace(/"threshold":\d+/, '"threshold":1')),
      3,
      /ledger\/ledger\.jsonl: line 1 does not follow from the lines before it/,
    ],
    [
      'when a line was taken out',
      (root) => edit(ledgerOf(root), (text) => text.slice(text.indexOf('\n') + 1)),
      3,
      /line 1 does not follow/,
    ],
    [
      'when the ledger was cut',
      (root) => edit(ledgerOf(root), (text) => text.slice(0, -20)),
      3,
      /The ledger was edited, cut or damaged/,
    ],
    [
      'without the ledger',
      (root) => rm(path.join(root, 'ledger'), { recursive: true }),
      3,
      /The ledger does not know the release reports\/2014-H1/,
    ],
    [
      'when the manifest of the first was changed',
      (root) =>
        edit(path.join(root, 'reports', FIRST, 'manifest.json'), (text) =>
          text.replace('"synthetic": true', '"synthetic": false'),
        ),
      3,
      /The release reports\/2014-H1 is not the one that the ledger knows/,
    ],
    [
      'when what was sealed of the first is gone',
      async (root) => {
        const sealed = Object.keys(await digests(path.join(root, 'ledger', FIRST)));
        for (const file of sealed) await rm(path.join(root, 'ledger', FIRST, file));
      },
      4,
      /is missing/,
    ],
    [
      'when what was sealed of the first was changed',
      async (root) => {
        const [file = ''] = Object.keys(await digests(path.join(root, 'ledger', FIRST)));
        const sealed = path.join(root, 'ledger', FIRST, file);
        const bytes = await readFile(sealed);
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
        await writeFile(sealed, bytes);
      },
      4,
      /was changed, cut short or moved/,
    ],
  ])('%s', async (_, harm, code, says) => {
    const root = await copyOf(built);
    await rm(path.join(root, 'reports', SECOND), { recursive: true });
    await harm(root);
    const run = await build(root, SECOND);
    expect(run.err).toMatch(says);
    expect(run.code).toBe(code);
    expect(Object.keys(await digests(path.join(root, 'reports', SECOND)))).toEqual([]);
  });
});

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReleaseCount, ReleaseCounts, Standing } from '../../src/disclosure/release/counts.js';
import { withOldNumbers } from '../../src/disclosure/release/joined.js';
import { Ledger } from '../../src/pipeline/ledger/ledger.js';
import { readLedger } from '../../src/pipeline/ledger/ledgerFile.js';
import type { AudienceProof } from '../../src/pipeline/proveFor.js';
import { demonstrationKeyText } from '../../src/privacy/demonstrationKey.js';
import { KeyRing, parseKeyText } from '../../src/privacy/keys.js';
import type { EditionConfig, Workspace } from '../../src/workspace/model.js';
import { openWorkspace } from '../../src/workspace/open.js';
import { removeFoldersAfterwards, temporaryFolder, writeSmallWorkspace } from '../e2e/workspace.js';

removeFoldersAfterwards();

const keys = new KeyRing(parseKeyText(demonstrationKeyText()));

function counted(name: string, value: number, standing: Standing): ReleaseCount {
  return {
    name,
    value,
    standing,
    sensitive: value >= 1 && value < 6,
    room: null,
    held: false,
    awaited: false,
    mayHide: null,
  };
}

/** Two parts and their total. */
const release = (a: number, b: number, standing: Standing): ReleaseCounts => ({
  counts: [counted('a', a, standing), counted('b', b, 'marked'), counted('total', a + b, 'unprinted')],
  relations: [{ total: 2, parts: [0, 1], lower: 0, upper: 0 }],
});

function proofOf(edition: EditionConfig, counts: ReleaseCounts): AudienceProof {
  return {
    readers: {
      id: edition.id,
      sees: [edition.id],
      threshold: edition.threshold,
      knows: new Set(),
      accept: null,
      earlier: null,
      later: new Set(),
      isLast: true,
    },
    proven: 0,
    open: 0,
    toldBefore: 0,
    certified: {
      system: { atoms: [], constraints: [], integer: true },
      targets: [],
      certificate: {
        format: 'profile-certificate/1',
        statements: '',
        atoms: 0,
        base: [],
        witnesses: [],
        targets: {},
      },
    },
    counts,
  };
}

/** Records a release as a build does, with what was before it. */
async function record(workspace: Workspace, name: string, counts: ReleaseCounts): Promise<void> {
  const edition = workspace.config.editions.find(({ id }) => id === 'board');
  if (edition === undefined) throw new Error('the workspace has a board edition');
  const ledger = await Ledger.open(workspace, keys);
  const { readers } = await ledger.before(name);
  const manifest = `manifest of ${name}`;
  await ledger.record(
    name,
    name,
    manifest,
    [{ edition, proof: proofOf(edition, counts), others: [] }],
    readers,
  );
  const folder = path.join(workspace.reportsDir, name);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'manifest.json'), manifest);
}

const namesBefore = async (workspace: Workspace, name: string): Promise<readonly string[]> => {
  const { readers } = await (await Ledger.open(workspace, keys)).before(name);
  return readers.flatMap(({ counts }) => counts.counts.map((one) => `${one.name} ${one.value}`));
};

describe('the ledger', () => {
  it('keeps what each release told by itself, and gives all of them side by side', async () => {
    const root = path.join(await temporaryFolder(), 'workspace');
    await writeSmallWorkspace(root, 'three');
    const workspace = await openWorkspace(root);
    expect(await namesBefore(workspace, '2014-H1')).toEqual([]);
    await record(workspace, '2014-H1', release(20, 3, 'known'));
    const second = withOldNumbers(release(22, 3, 'marked'), [
      { numbers: new Map([['a', 20]]), withheld: new Map(), within: 5 },
    ]);
    await record(workspace, '2014-H2', second);
    await record(workspace, '2015-H1', release(22, 4, 'marked'));
    expect((await readLedger(root)).map(({ printed, hidden }) => [printed, hidden])).toEqual([
      [1, 1],
      [2, 2],
      [0, 2],
    ]);
    const all = await namesBefore(workspace, '2015-H2');
    expect(all.toSorted()).toEqual(
      [
        ...['a 22', 'b 4', 'total 26'],
        ...['a @ 2014-H2 22', 'b @ 2014-H2 3', 'total @ 2014-H2 25'],
        ...['most of a @ 2014-H2 25', 'least of a @ 2014-H2 15'],
        ...['change of a @ 2014-H2 0', 'change of b @ 2014-H2 1', 'change of total @ 2014-H2 1'],
        ...['a @ 2014-H1 20', 'b @ 2014-H1 3', 'total @ 2014-H1 23'],
        ...['change of a @ 2014-H1 2', 'change of b @ 2014-H1 0', 'change of total @ 2014-H1 2'],
      ].toSorted(),
    );
    // A release that is built again is held not to have gone out.
    const again = await namesBefore(workspace, '2015-H1');
    expect(again).not.toContain('b 4');
    expect(again).toContain('b 3');
    expect(again).toContain('a @ 2014-H1 20');
  });
});

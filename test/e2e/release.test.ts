import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PRODUCT_IDS } from '../../src/workspace/model.js';
import { profile } from '../cli/capture.js';
import { compiledPackage, runProcess } from './package.js';
import {
  buildOnly,
  COUNTY,
  copyOf,
  digests,
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
let first: Awaited<ReturnType<typeof profile>>;

/** A referral that was not in the file before, made from its last row. */
function withOneMore(text: string): string {
  const rows = text.trimEnd().split(/\r?\n/);
  const last = rows.at(-1) ?? '';
  return `${[...rows, last.replace(/^[^,]*/, 'NEW-1')].join('\n')}\n`;
}

async function release(root: string): Promise<Record<string, string>> {
  return digests(path.join(root, 'reports', LAST));
}

beforeAll(async () => {
  built = path.join(await temporaryFolder(), 'workspace');
  await writeSmallWorkspace(built, 'three');
  await buildOnly(built, ['profile', 'actions']);
  first = await profile(['build', 'workspace'], { cwd: path.dirname(built) });
});

describe('a first build', () => {
  it('ends well and tells where every row went', () => {
    expect(first.code).toBe(0);
    expect(first.err).toBe('');
    expect(first.out).toMatch(/^extract +files +read +accepted +rejected +repeated +replaced +set aside\n/);
    expect(first.out).toMatch(/\nmissing-episodes +2 +\d+ /);
    expect(first.out).toMatch(/\n[\d,]+ rows read, [\d,]+ accepted, 0 rejected; 28 files read, 0 unchanged/);
    expect(first.out).toMatch(/\n\d+ children and other people from \d+ agency records/);
    expect(first.out).toMatch(/\n\d+ missing episodes in the history\.\n/);
    expect(first.out).toContain(`Release written to workspace/reports/${LAST} (`);
    expect(first.out).toMatch(
      /read and validate [\d.]+ s, store [\d.]+ s, analyse [\d.]+ s, protect and render [\d.]+ s, write [\d.]+ s; [\d.]+ s in all\.\n$/,
    );
  });

  it('tells how much each edition hides, as its audit file does', async () => {
    const audit: unknown = JSON.parse(
      await readFile(path.join(built, 'reports', LAST, 'audit.json'), 'utf8'),
    );
    const { editions } = audit as { editions: { edition: string; laidOut: number; hidden: number }[] };
    const whole = (count: number): string => count.toLocaleString('en-GB');
    const each = editions.map(
      ({ edition, laidOut, hidden }) => `${edition} ${whole(hidden)} of ${whole(laidOut)}`,
    );
    expect(each.length).toBeGreaterThan(0);
    expect(first.out).toContain(`\nCounts hidden: ${each.join('; ')}.\n`);
  });

  it('balances every file of its manifest', async () => {
    const manifest: unknown = JSON.parse(
      await readFile(path.join(built, 'reports', LAST, 'manifest.json'), 'utf8'),
    );
    expect(manifest).toMatchObject({ format: 'profile-manifest/1', synthetic: true, period: LAST });
    const { inputs } = manifest as { inputs: { reconciliation: Record<string, number> }[] };
    expect(inputs).toHaveLength(28);
    for (const { reconciliation: r } of inputs) {
      const { accepted = 0, rejected = 0, duplicates = 0, superseded = 0, setAside = 0 } = r;
      expect(accepted + rejected + duplicates + superseded + setAside).toBe(r['read']);
    }
  });

  it('names the bytes of every file that went in', async () => {
    const text = await readFile(path.join(built, 'reports', LAST, 'manifest.json'), 'utf8');
    const { inputs } = JSON.parse(text) as {
      inputs: { file: string; sha256: string | null; noteSha256: string }[];
    };
    const present = await digests(built);
    for (const { file, sha256, noteSha256 } of inputs) {
      expect(sha256).toBe(present[file] ?? null);
      expect(noteSha256).toBe(present[file.replace('.csv', '.meta.yaml')]);
    }
  });

  it('leaves nothing beside the release', async () => {
    const names = Object.keys(await digests(path.join(built, 'reports')));
    expect(names.every((name) => name.startsWith(`${LAST}/`))).toBe(true);
  });
});

describe('a second build', () => {
  it('reads nothing anew, changes no byte and says so', async () => {
    const root = await copyOf(built);
    const { code, out } = await profile(['build', root]);
    expect(code).toBe(0);
    expect(out).toContain('0 files read, 28 unchanged since last time.');
    expect(out).toContain('The same release already stands in');
    expect(await keptFiles(root)).toEqual(await keptFiles(built));
  });

  it('gives the same bytes of every product from another folder, in another time zone and language, without the store', async () => {
    const folder = await temporaryFolder();
    const here = path.join(folder, 'here');
    await writeSmallWorkspace(here);
    await buildOnly(here, PRODUCT_IDS);
    expect((await profile(['build', here])).code).toBe(0);
    const root = await copyOf(here);
    await rm(path.join(root, 'store'), { recursive: true });
    await rm(path.join(root, 'reports'), { recursive: true });
    const { code, err } = await runProcess(await compiledPackage(folder), ['build', root], {
      cwd: '/',
      env: { TZ: 'America/New_York', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
    });
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(await release(root)).toEqual(await release(here));
  });
});

describe('a changed extract', () => {
  it('is refused without --force, and replaces the release with it', async () => {
    const root = await copyOf(built);
    await edit(extract(root, COUNTY, 'training'), withOneMore);
    await rm(extract(root, COUNTY, 'training').replace('.csv', '.meta.yaml'));
    const refused = await profile(['build', root]);
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/already holds a release that differs from this one\.\nGive --force/);
    expect(await release(root)).toEqual(await release(built));

    const forced = await profile(['build', root, '--force']);
    expect(forced.code).toBe(0);
    expect(forced.out).toContain('Release replaced in');
    const [before, after] = [await release(built), await release(root)];
    expect(after['manifest.1.json']).toBe(before['manifest.json']);
    expect(after['manifest.json']).not.toBe(before['manifest.json']);

    const verified = await profile(['verify', path.join(root, 'reports', LAST)]);
    expect(verified.out).toContain('the same bytes');
    expect(verified.code).toBe(0);
  });

  it('supersedes its snapshot, which is kept', async () => {
    const root = await copyOf(built);
    const before = await digests(path.join(root, 'store'));
    const rowsOf = async () => {
      const { out } = await profile(['store', 'list', root]);
      return out.split('\n').find((line) => /^2014-H2 +lancashire-county-council +training /.test(line));
    };
    const old = await rowsOf();
    await edit(extract(root, COUNTY, 'training'), withOneMore);
    await rm(extract(root, COUNTY, 'training').replace('.csv', '.meta.yaml'));
    const { code, out } = await profile(['ingest', root]);
    expect(code).toBe(0);
    expect(out).toContain('1 files read, 27 unchanged');
    const audit =
      /Superseded: training of lancashire-county-council for 2014-H2, file [0-9a-f]{12} \((\d+) rows accepted\) by [0-9a-f]{12} \((\d+)\); the earlier snapshot is kept\./;
    const [, was, is] = audit.exec(out) ?? [];
    expect(Number(is)).toBe(Number(was) + 1);
    const history = await profile(['store', 'list', root, '--history']);
    expect(history.out).toMatch(audit);
    expect(history.out).toContain('1 extracts were sent again.');
    const json: unknown = JSON.parse((await profile(['store', 'list', root, '--history', '--json'])).out);
    expect(json).toMatchObject({
      superseded: [{ extract: 'training', rowsBefore: Number(was), rowsNow: Number(is) }],
    });
    const again = await profile(['ingest', root]);
    expect(again.out).not.toContain('Superseded');
    const after = await digests(path.join(root, 'store'));
    const rows = (line: string | undefined) => Number(/(\d+) rows/.exec(line ?? '')?.[1]);
    expect(rows(await rowsOf())).toBe(rows(old) + 1);
    const { 'index.json': _before, ...snapshots } = before;
    expect(after).toMatchObject(snapshots);
    expect((await profile(['store', 'verify', root])).code).toBe(0);
  });
});

describe('verify', () => {
  it('accepts a release as it was written', async () => {
    const { code, out } = await profile(['verify', path.join(built, 'reports', LAST)]);
    expect(out).toMatch(
      /^\d+ files compared with the manifest, 0 faults\.\nBuilt again from the workspace: the same bytes/,
    );
    expect(code).toBe(0);
  });

  it('names a file that was changed, one that is extra and one that is missing', async () => {
    const root = await copyOf(built);
    const folder = path.join(root, 'reports', LAST);
    await edit(path.join(folder, 'audit.json'), (text) => text.replace(/.$/m, ' '));
    await writeFile(path.join(folder, 'board/notes.txt'), 'added');
    await rm(path.join(folder, 'board/profile.json'));
    const { code, out } = await profile(['verify', folder, '--digests-only']);
    expect(code).toBe(1);
    expect(out).toMatch(/^changed +audit\.json$/m);
    expect(out).toMatch(/^extra +board\/notes\.txt$/m);
    expect(out).toMatch(/^missing +board\/profile\.json$/m);
    expect(out).toContain('3 faults');
  });

  it('notices a manifest that was made to fit a changed file', async () => {
    const root = await copyOf(built);
    const folder = path.join(root, 'reports', LAST);
    const { createHash } = await import('node:crypto');
    const audit = path.join(folder, 'audit.json');
    const old = await readFile(audit);
    await writeFile(audit, '{}\n');
    const digest = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
    await edit(path.join(folder, 'manifest.json'), (text) => text.replace(digest(old), digest('{}\n')));
    const { code, out } = await profile(['verify', folder]);
    expect(code).toBe(1);
    expect(out).toMatch(/^differs +audit\.json$/m);
  });

  it('has the sealed proofs checked, one for each readership', async () => {
    const { code, out } = await profile(['verify', path.join(built, 'reports', LAST), '--proofs']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Proof for board: accepted; hidden counts kept \d+, tables \d+\.$/m);
    expect(out).toContain('Building it again was not asked for.');
  });

  it('does not accept a proof that is not the one whose digest was published, nor one that is gone', async () => {
    const root = await copyOf(built);
    const folder = path.join(root, 'reports', LAST);
    await edit(path.join(folder, 'audit.json'), (text) =>
      text.replace(/"certificate": "[0-9a-f]{4}/, '"certificate": "0000'),
    );
    const other = await profile(['verify', folder, '--proofs', '--json']);
    expect(other.code).toBe(1);
    const { proofs } = JSON.parse(other.out) as { proofs: { audience: string; fault: string | null }[] };
    expect(proofs.filter(({ fault }) => fault !== null).map(({ fault }) => fault)).toEqual([
      'the ledger holds no proof with the digest that audit.json gives',
    ]);
    const alone = path.join(await temporaryFolder(), LAST);
    await cp(path.join(built, 'reports', LAST), alone, { recursive: true });
    const homeless = await profile(['verify', alone, '--proofs']);
    expect(homeless.code).toBe(2);
    expect(homeless.err).toContain('--workspace');
    const sealed = (await readdir(path.join(root, 'ledger', LAST))).filter((name) =>
      name.startsWith('proof-'),
    );
    for (const name of sealed) await rm(path.join(root, 'ledger', LAST, name));
    const gone = await profile(['verify', folder, '--proofs']);
    expect(gone.code).toBe(1);
    expect(gone.out).toMatch(/^Proof for board: not accepted: the ledger holds no proof/m);
  });

  it('refuses a damaged manifest', async () => {
    const root = await copyOf(built);
    const folder = path.join(root, 'reports', LAST);
    await edit(path.join(folder, 'manifest.json'), (text) => text.slice(0, 300));
    const { code, err } = await profile(['verify', folder]);
    expect(code).toBe(1);
    expect(err).toContain('manifest.json is damaged.\n');
  });
});

describe('trace', () => {
  it('says first that it is restricted, then accounts for every row', async () => {
    const { code, out } = await profile(['trace', 'm02', built, '--period', '2014-H2']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Restricted: .*\n\nM02 {2}Children who went missing\nPAN-LANCS, 2014-H2\n/);
    const numbers = [...out.matchAll(/^ +(-?[\d,]+) {2}(rows accepted|kept out|rows left)/gm)].map(
      ([, n, what]) => ({
        n: Number(n?.replaceAll(',', '')),
        what,
      }),
    );
    const of = (wanted: string) =>
      numbers.filter(({ what }) => what === wanted).reduce((sum, { n }) => sum + n, 0);
    expect(of('rows accepted')).toBeGreaterThan(0);
    expect(of('rows left')).toBe(of('rows accepted') + of('kept out'));
  });

  it.each([
    [['trace', 'M2', '.'], 'There is no indicator called "M2"'],
    [['trace', 'M02', '.', '--area', 'Burnly'], 'Did you mean Burnley?'],
    [['trace', 'M02', '.', '--period', '2018-H3'], 'The extracts do not reach to "2018-H3"'],
  ])('%j is refused with what is meant', async (argv, text) => {
    const { code, err } = await profile(argv, { cwd: built });
    expect(code).toBe(2);
    expect(err).toContain(text);
  });
});

describe('what was not sent', () => {
  it('is not a nil return, which is not a rejected file', async () => {
    const root = await copyOf(built);
    const gone = extract(root, POLICE, 'disruption');
    await rm(gone);
    await rm(gone.replace('.csv', '.meta.yaml'));
    const nil = extract(root, POLICE, 'intelligence');
    await rm(nil);
    await writeFile(nil.replace('.csv', '.meta.yaml'), 'nil_return: yes\n');
    const { code, out } = await profile(['ingest', root]);
    expect(code).toBe(0);
    expect(out).toContain(
      `Not sent (shown as not available, not as zero): extracts/${LAST}/${POLICE}/disruption.csv.`,
    );
    expect(out).toMatch(new RegExp(`Nil returns: .*extracts/${LAST}/${POLICE}/intelligence\\.csv`));
  });
});

describe('a file with too many rejected rows', () => {
  it('fails the run; nothing is stored, nothing published, everything old is untouched', async () => {
    const root = await copyOf(built);
    await edit(extract(root, COUNTY, 'training'), withOneMore);
    await edit(extract(root, POLICE, 'missing-episodes'), (text) =>
      text.replaceAll(/,(M|A)(?=,)/g, ',nonsense'),
    );
    for (const command of ['ingest', 'build']) {
      const { code, out } = await profile([command, root, ...(command === 'build' ? ['--force'] : [])]);
      expect(code).toBe(1);
      expect(out).toContain('Stopped: nothing was stored and nothing was published.');
      expect(out).toMatch(
        new RegExp(
          `extracts/${LAST}/${POLICE}/missing-episodes\\.csv: \\d+ of \\d+ rows rejected \\([\\d.]+%; 5% is tolerated\\)`,
        ),
      );
      expect(await keptFiles(root)).toEqual(await keptFiles(built));
    }
    expect((await profile(['validate', root])).code).toBe(1);
  });
});

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { LAST, removeFoldersAfterwards, temporaryFolder, writeSmallWorkspace } from '../e2e/workspace.js';
import { profile } from './capture.js';

removeFoldersAfterwards();

let cwd = '';

beforeAll(async () => {
  cwd = await temporaryFolder();
  await writeSmallWorkspace(path.join(cwd, 'work'), 'three');
  await mkdir(path.join(cwd, 'empty'));
  await writeFile(path.join(cwd, 'referrals.csv'), 'nothing,known\n1,2\n');
});

const WORKING: readonly (readonly [string, number, string])[] = [
  ['init new --key-file keys/new.key', 0, 'keyFile'],
  ['key new --key-file keys/second.key', 0, 'fingerprint'],
  ['key fingerprint --key-file keys/second.key', 0, 'fingerprint'],
  ['ingest work', 0, 'extracts'],
  ['build work', 0, 'release'],
  [`verify work/reports/${LAST} --digests-only`, 0, 'faults'],
  ['store list work', 0, 'entries'],
  ['store verify work', 0, 'files'],
  ['validate work', 0, 'findings'],
  ['validate referrals.csv', 1, 'findings'],
  ['doctor work', 0, 'checks'],
  ['doctor empty', 2, 'checks'],
  ['schema list', 0, '0'],
  ['schema show referrals', 0, 'fields'],
  ['schema docs --out pages', 0, 'files'],
  ['explain F18', 0, 'text'],
  ['explain M19', 0, 'denominator'],
  ['sample made --rows 60', 0, 'seed'],
];

const FAILING: readonly (readonly [string, number])[] = [
  ['build nowhere', 2],
  ['build empty', 2],
  ['build work --period 2031-H1', 2],
  ['build work --edition borad', 2],
  ['build work --no-such-option', 2],
  ['bild work', 2],
  ['ingest new --key-file keys/none.key', 4],
  ['verify empty', 2],
  ['validate nowhere', 2],
  ['schema show nothing', 2],
  ['explain XXX-999', 2],
  ['key new --key-file keys/second.key', 4],
  ['sample empty/.. --rows 60', 2],
  ['trends', 2],
  ['store prune', 2],
];

describe('--json', () => {
  it.each(WORKING)('profile %s: one document and nothing else', async (line, exitCode, member) => {
    const { code, out, err } = await profile([...line.split(' '), '--json'], { cwd });
    expect(code).toBe(exitCode);
    expect(err).toBe('');
    expect(JSON.parse(out)).toHaveProperty(member);
    expect(out.endsWith('\n')).toBe(true);
  });

  it.each(FAILING)(
    'profile %s: one document on failure, words on the other stream',
    async (line, exitCode) => {
      const { code, out, err } = await profile([...line.split(' '), '--json'], { cwd });
      expect(code).toBe(exitCode);
      const told: unknown = JSON.parse(out);
      expect(told).toMatchObject({ ok: false, exitCode, message: expect.stringMatching(/./) });
      expect(told).toHaveProperty('hint');
      expect(err).not.toBe('');
    },
  );

  it.each(['schema list', 'schema show referrals', 'explain F18'])(
    'may stand before the command: profile --json %s',
    async (line) => {
      const { out } = await profile(['--json', ...line.split(' ')], { cwd });
      expect(out).toBe((await profile([...line.split(' '), '--json'], { cwd })).out);
      expect(() => JSON.parse(out)).not.toThrow();
    },
  );
});

describe('progress', () => {
  it('is drawn on a terminal and wiped away afterwards', async () => {
    const { code, err } = await profile(['ingest', 'work'], { cwd, interactive: true });
    expect(code).toBe(0);
    expect(err).toContain('ingest 0/28 extracts/2014-H1/');
    expect(err.endsWith('\r\u001b[2K')).toBe(true);
  });

  it('is absent in a pipe', async () => {
    const { out, err } = await profile(['ingest', 'work'], { cwd });
    expect(err).toBe('');
    expect(out).not.toContain('\u001b');
  });
});

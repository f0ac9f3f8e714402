import { closeSync, existsSync, openSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compiledPackage, runProcess } from './package.js';
import { removeFoldersAfterwards, temporaryFolder } from './workspace.js';

removeFoldersAfterwards();

let folder = '';
let bin = '';

beforeAll(async () => {
  folder = await temporaryFolder();
  bin = await compiledPackage(folder);
});

describe('the program as a process', () => {
  it('leaves with the code of its command', async () => {
    expect(await runProcess(bin, ['--version'])).toMatchObject({ code: 0, err: '' });
    expect(await runProcess(bin, ['bild'])).toMatchObject({ code: 2, out: '' });
    expect(await runProcess(bin, ['store', 'list', folder])).toMatchObject({ code: 2 });
  });

  it('writes no escape code into a pipe', async () => {
    for (const env of [{}, { NO_COLOR: '1', TERM: 'dumb' }]) {
      const { err } = await runProcess(bin, ['store', 'list', path.join(folder, 'gone')], { env });
      expect(err).toMatch(/^Stopped: /);
      expect(err).not.toContain('\u001b');
    }
  });

  it('takes it calmly when the reader of its output leaves early', async () => {
    const { code, err } = await runProcess(bin, ['schema', 'docs', '--help'], { closeEarly: true });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const file = path.join(folder, 'referrals.csv');
    await writeFile(file, 'nothing,known\n1,2\n');
    const failed = await runProcess(bin, ['validate', file, '--format', 'sarif'], { closeEarly: true });
    expect(failed).toMatchObject({ code: 1, err: '' });
  });

  it.skipIf(!existsSync('/dev/full'))('says so when its output cannot be written', async () => {
    const full = openSync('/dev/full', 'w');
    const { code, err } = await runProcess(bin, ['schema', 'list'], { stdout: full });
    closeSync(full);
    expect(code).toBe(2);
    expect(err).toMatch(
      /^Stopped: Standard output could not be written because the disk is full\.\nFree some space/,
    );
  });

  it('explains what breaks outside a command in the same way, without its text', async () => {
    const preload = path.join(folder, 'break.mjs');
    await writeFile(
      preload,
      `const timer = setInterval(() => {
        if (process.listenerCount('uncaughtException') === 0) return;
        clearInterval(timer);
        throw new Error('Quillzav Vexbrod');
      }, 0);`,
    );
    const { code, out, err } = await runProcess(bin, ['schema', 'docs', '--out', folder, '--json'], {
      env: { NODE_OPTIONS: `--import=${preload}` },
    });
    expect(code).toBe(70);
    expect(JSON.parse(out)).toMatchObject({ ok: false, exitCode: 70 });
    expect(err).toContain('A defect in profile (Error), not in your data.');
    expect(out + err).not.toMatch(/Quillzav|Vexbrod/);
  });
});

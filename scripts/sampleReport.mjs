// Writes reports/ from sample-data: the page that the sample gives. With --check it tells whether the committed page is
// still what the sample gives. Needs a build (npm run build).
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = '2018-H1/board/cse-profile-2018-H1-board.html';
const scratch = mkdtempSync(path.join(tmpdir(), 'profile-report-'));

try {
  const workspace = path.join(scratch, 'sample');
  cpSync(path.join(root, 'sample-data'), workspace, {
    recursive: true,
    filter: (source) => !/sample-data[\\/](store|reports)([\\/]|$)/.test(source),
  });
  execFileSync(process.execPath, [path.join(root, 'bin/profile'), 'build', workspace, '--edition', 'board'], {
    stdio: 'ignore',
  });
  const made = path.join(workspace, 'reports', page);
  const committed = path.join(root, 'reports', page);
  if (!process.argv.includes('--check')) {
    mkdirSync(path.dirname(committed), { recursive: true });
    cpSync(made, committed);
  } else if (!readFileSync(made).equals(readFileSync(committed))) {
    console.error(
      `reports/${page} is not what the sample gives: run npm run report, look at it, and commit it.`,
    );
    process.exitCode = 1;
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

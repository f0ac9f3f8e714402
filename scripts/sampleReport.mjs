// Writes reports/ from sample-data: the pages of the three kinds of edition that the sample gives, and the annex of the one in full length. A test of the sample tells when they are no longer what it
// gives. Needs a build (npm run build).
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(path.join(tmpdir(), 'profile-report-'));

try {
  const workspace = path.join(scratch, 'sample');
  cpSync(path.join(root, 'sample-data'), workspace, {
    recursive: true,
    filter: (source) => !/sample-data[\\/](store|reports|ledger)([\\/]|$)/.test(source),
  });
  execFileSync(process.execPath, [path.join(root, 'bin/profile'), 'build', workspace], { stdio: 'ignore' });
  const pages = ['public', 'board', 'tactical'].map(
    (edition) => `${edition}/cse-profile-2018-H1-${edition}.html`,
  );
  for (const each of [...pages, 'tactical/annex/cse-annex-2018-H1-tactical.html']) {
    const page = `2018-H1/${each}`;
    const committed = path.join(root, 'reports', page);
    mkdirSync(path.dirname(committed), { recursive: true });
    cpSync(path.join(workspace, 'reports', page), committed);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

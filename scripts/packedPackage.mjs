// Packs the product, installs it in an empty folder as a partner agency would, and validates the sample data with it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const elsewhere = mkdtempSync(path.join(tmpdir(), 'profile-packed-'));
const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
try {
  // What a clean install compiled is what is packed.
  run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', elsewhere], root);
  const tarball = readdirSync(elsewhere).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('npm pack wrote no package');
  writeFileSync(path.join(elsewhere, 'package.json'), '{"private":true}\n');
  run('npm', ['install', '--silent', '--no-progress', `./${tarball}`], elsewhere);
  run(
    'npx',
    ['--no-install', 'profile', 'validate', path.join(root, 'sample-data'), '--max-findings', '5'],
    elsewhere,
  );
  run('npx', ['--no-install', 'profile', 'schema', 'list'], elsewhere);
} finally {
  rmSync(elsewhere, { recursive: true, force: true });
}

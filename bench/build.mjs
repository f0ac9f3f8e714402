// The sample's build: the first with an empty store (everything is read in), then cold, from the store, in a new process.
// `node build.mjs [workspace]` (sample-data unless told).
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sample = path.resolve(process.argv[2] ?? path.join(root, 'sample-data'));
if (!existsSync(path.join(sample, 'extracts')) || !existsSync(path.join(sample, 'demonstration.key'))) {
  throw new Error(
    'no sample workspace with extracts and demonstration.key there: write one with "profile sample <folder>"',
  );
}
const workspace = path.join(root, 'bench/.work/sample');
rmSync(workspace, { recursive: true, force: true });
mkdirSync(workspace, { recursive: true });
for (const entry of readdirSync(sample)) {
  if (entry !== 'store' && entry !== 'reports' && entry !== 'ledger') {
    cpSync(path.join(sample, entry), path.join(workspace, entry), { recursive: true });
  }
}

function build(name) {
  rmSync(path.join(workspace, 'reports'), { recursive: true, force: true });
  const start = performance.now();
  const { status } = spawnSync(path.join(root, 'bin/profile'), ['build', workspace], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`the build ended with exit code ${status}`);
  console.log(`${name.padEnd(32)} ${seconds.toFixed(2).padStart(6)} s`);
  return seconds;
}

build('first, with ingest');
const cold = [build('cold, from the store'), build('again'), build('and again')].sort((a, b) => a - b);
console.log(`median of the cold builds ${(cold[1] ?? 0).toFixed(2)} s`);

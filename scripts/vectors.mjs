// Runs a file of test vectors against the compiled statistics and ends with `N passed, N failed, N skipped`.
//
//   npm run vectors -- test/vectors/statistics.json
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiled = path.join(root, 'dist/statistics/vectors.js');
if (!existsSync(compiled)) {
  execFileSync(process.execPath, [path.join(root, 'scripts/build.mjs')], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
}
const files = process.argv.slice(2);
if (files.length === 0 || files.some((file) => !existsSync(file) || !statSync(file).isFile())) {
  console.error(
    'Give one or more files of vectors, for example: npm run vectors -- test/vectors/statistics.json',
  );
  process.exit(2);
}

const { runVectors } = await import(compiled);
const count = { passed: 0, failed: 0, skipped: 0 };
for (const file of files) {
  for (const outcome of runVectors(JSON.parse(readFileSync(file, 'utf8')))) {
    count[outcome.status] += 1;
    if (outcome.status === 'skipped') console.log(`skipped ${outcome.id}: ${outcome.reason}`);
    if (outcome.status !== 'failed') continue;
    for (const { key, expected, got } of outcome.mismatches) {
      console.log(
        `failed  ${outcome.id}  ${key}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got) ?? got}`,
      );
    }
  }
}
console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
if (count.failed > 0) process.exitCode = 1;

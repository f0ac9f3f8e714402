// Ingest of missing episodes against DuckDB: `node ingest.mjs [rows]` (1,000,000 unless told).
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { writeRows } from './ingest/rows.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const rows = Number(process.argv[2] ?? 1_000_000);
if (!Number.isInteger(rows) || rows < 1) throw new RangeError('give a number of rows, such as 1000000');
if (!existsSync(path.join(here, '../dist/ingest/ingestFile.js'))) {
  throw new Error('dist/ is missing: run "npm run build" in the repository first');
}

const work = path.join(here, '.work');
mkdirSync(work, { recursive: true });
const file = path.join(work, `missing-episodes-${rows}.csv`);
await writeRows(file, rows);
const size = (statSync(file).size / 2 ** 20).toFixed(0);
console.log(`${rows.toLocaleString('en-GB')} rows, ${size} MiB`);

/** Each side runs in a process of its own, so that its peak memory is its own. */
function run(script, ...rest) {
  const args = [path.join(here, 'ingest', script), file, ...rest];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 }));
}

const duckdb = run('duckdb.mjs');
const duckdbSingle = run('duckdb.mjs', '1');
const ours = run('ours.mjs');

const show = (name, { seconds, cpuSeconds, peakMiB }) =>
  console.log(
    `${name.padEnd(20)} ${seconds.toFixed(2).padStart(7)} s  ${cpuSeconds.toFixed(2).padStart(7)} s of processor  ${peakMiB.toFixed(0).padStart(5)} MiB peak`,
  );
show('DuckDB, all cores', duckdb);
show('DuckDB, one thread', duckdbSingle);
show('profile ingest', ours);
const ratio = (of) => (of(ours) / of(duckdb)).toFixed(2);
console.log(
  `ratio ${ratio(({ seconds }) => seconds)} by the clock, ${ratio(({ cpuSeconds }) => cpuSeconds)} by the processor`,
);
console.log(
  `read ${ours.read}, accepted ${ours.accepted}, rejected ${ours.rejected}, people ${ours.profiles}`,
);
for (const finding of ours.findings) console.log(`  ${finding}`);

if (!isDeepStrictEqual(ours.counts, duckdb.counts)) {
  const theirs = new Map(duckdb.counts.map((cell) => [cell[0], cell]));
  const differing = ours.counts.filter((cell) => !isDeepStrictEqual(cell, theirs.get(cell[0])));
  console.log(`the two do NOT count the same: ${ours.accepted} against ${duckdb.accepted} episodes`);
  for (const cell of differing.slice(0, 5)) console.log(' ', cell, theirs.get(cell[0]));
  process.exitCode = 1;
} else {
  console.log(
    `both count the same episodes and children in ${ours.counts.length} cells (district by half-year)`,
  );
}

// All indicators over the five-year sample, and over 1,000,000 events, against DuckDB computing ten of them in SQL.
// `node analysis.mjs [events]`
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeEvents } from './analysis/events.mjs';
import { enlarged, eventsOf, sampleInput } from './analysis/input.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const wanted = Number(process.argv[2] ?? 1_000_000);
if (!Number.isInteger(wanted) || wanted < 1) throw new RangeError('give a number of events, such as 1000000');
if (!existsSync(path.join(here, '../dist/analysis/analyse.js'))) {
  throw new Error('dist/ is missing: run "npm run build" in the repository first');
}

/** As the first line of bin/profile has it. */
const FLAGS = ['--max-semi-space-size=64'];

/** Each side runs in a process of its own, so that its memory and its warm-up are its own. */
function run(script, ...rest) {
  const args = [...FLAGS, path.join(here, 'analysis', script), ...rest.map(String)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 }));
}

const show = (name, { seconds, cpuSeconds, peakMiB }) =>
  console.log(
    `  ${name.padEnd(34)} ${seconds.toFixed(2).padStart(6)} s  ${cpuSeconds.toFixed(2).padStart(6)} s of processor  ${peakMiB.toFixed(0).padStart(5)} MiB peak`,
  );

const sample = await sampleInput();
for (const times of [1, Math.ceil(wanted / eventsOf(sample))]) {
  const input = enlarged(sample, times);
  console.log(`${eventsOf(input).toLocaleString('en-GB')} events`);
  const folder = await writeEvents(input, path.join(here, `.work/events-${times}`));
  const theirs = run('duckdb.mjs', folder);
  const ours = run('ours.mjs', times);
  show('DuckDB, ten indicators, totals', theirs);
  show('profile, the whole analysis', ours);
  console.log(
    `  ratio ${(ours.seconds / theirs.seconds).toFixed(1)} by the clock, for ${ours.observations.toLocaleString('en-GB')} figures against ${theirs.cells.length.toLocaleString('en-GB')}`,
  );
  const expected = new Map(theirs.cells);
  const differing = ours.cells.filter(([cell, count]) => count !== (expected.get(cell) ?? 0));
  if (differing.length > 0) {
    console.log(`  ${differing.length} of ${ours.cells.length} figures differ:`);
    for (const [cell, count] of differing.slice(0, 8))
      console.log(`    ${cell}: ${count} against ${expected.get(cell) ?? 0}`);
    process.exitCode = 1;
  } else console.log(`  both count the same in ${ours.cells.length.toLocaleString('en-GB')} cells`);
}

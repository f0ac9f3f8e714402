// Half-yearly releases of one synthetic workspace, one after the other, with records that come a half-year late: what the freeze costs, and whether all releases together
// give anything away. `node releases.mjs [releases] [episodes]`: eight and as many as in the sample unless told.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { demonstrationKeyText } from '../dist/privacy/demonstrationKey.js';
import { generateWorkspace } from '../dist/sample/generateWorkspace.js';
import { SAMPLE_PERIODS } from '../dist/sample/timeline.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const [releases = 8, rows] = process.argv.slice(2).map(Number);
if (!(releases >= 2 && releases <= 9)) throw new RangeError('give from 2 to 9 releases');
const PERIODS = SAMPLE_PERIODS.slice(-releases - 1);
/** The extracts whose records come late, and one record in how many does. */
const LATE = ['missing-episodes', 'referrals', 'offences', 'return-interviews'];
const ONE_IN = 40;

const workspace = path.join(root, 'bench/.work/releases');
rmSync(workspace, { recursive: true, force: true });
for (const { path: name, content } of generateWorkspace({
  seed: 8,
  periods: PERIODS,
  ...(rows === undefined ? {} : { rows }),
})) {
  const target = path.join(workspace, name);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(
    target,
    typeof content === 'string' || content instanceof Uint8Array ? content : [...content].join(''),
  );
}
writeFileSync(path.join(workspace, 'demonstration.key'), demonstrationKeyText(), { mode: 0o600 });

// What is measured is what is hidden, however much that is.
const configuration = path.join(workspace, 'profile.config.yaml');
writeFileSync(
  configuration,
  readFileSync(configuration, 'utf8').replace(/^( +)threshold: \d+$/gm, '$&\n$1most_hidden: 1'),
);

/** Sends some rows of a file with the next half-year's; only where both have the same columns in plain rows. */
function sendLate(period, next, agency, extract) {
  const [from, to] = [period, next].map((each) =>
    path.join(workspace, 'extracts', each, agency, `${extract}.csv`),
  );
  if (!existsSync(from) || !existsSync(to)) return 0;
  const [lines, later] = [from, to].map((file) => readFileSync(file, 'latin1').split('\n'));
  if (lines[0] !== later[0] || lines.some((line) => line.includes('"'))) return 0;
  const late = lines.filter((line, i) => i > 0 && line !== '' && line !== lines[0] && i % ONE_IN === 7);
  writeFileSync(from, lines.filter((line) => !late.includes(line)).join('\n'), 'latin1');
  writeFileSync(to, [...later.slice(0, -1), ...late, later.at(-1)].join('\n'), 'latin1');
  for (const [file, more] of [
    [from, -late.length],
    [to, late.length],
  ]) {
    const note = file.replace('.csv', '.meta.yaml');
    if (existsSync(note))
      writeFileSync(
        note,
        readFileSync(note, 'utf8').replace(/^rows: (\d+)$/m, (_, n) => `rows: ${Number(n) + more}`),
      );
  }
  return late.length;
}

let moved = 0;
PERIODS.slice(0, -1).forEach((period, i) => {
  for (const agency of readdirSync(path.join(workspace, 'extracts', period)).sort())
    for (const extract of LATE) moved += sendLate(period, PERIODS[i + 1], agency, extract);
});
console.log(`${PERIODS.length - 1} releases, ${moved} records a half-year late`);

function run(...argv) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(path.join(root, 'bin/profile'), argv, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) {
    console.log(stdout.slice(-2000), stderr.slice(-2000));
    throw new Error(`profile ${argv[0]} ended with exit code ${status}`);
  }
  return (performance.now() - start) / 1000;
}

const folders = [];
for (const period of PERIODS.slice(1)) {
  const seconds = run('build', workspace, '--period', period);
  const folder = path.join(workspace, 'reports', period);
  const { editions } = JSON.parse(readFileSync(path.join(folder, 'audit.json'), 'utf8'));
  const told = editions.map(({ edition, laidOut, hidden, asFirst }) => {
    const kept = asFirst?.counts ?? 0;
    return `${edition} ${hidden} of ${laidOut} hidden, ${kept} as first published (${((100 * kept) / laidOut).toFixed(1)}%)`;
  });
  const audited = run('audit', folder, ...folders.flatMap((other) => ['--with', other]));
  folders.push(folder);
  console.log(
    `${period}  build ${seconds.toFixed(0)} s, audit with all earlier ${audited.toFixed(0)} s, nothing found; ${told.join('; ')}`,
  );
}

// Runs the calibration suite: simulated worlds without change, in which every direction that the gate lets through is a false
// alarm. Ends with `N passed, N failed`; exit code 1 when a share lies outside its band.
//
//   npm run calibrate                       as in CI, under two minutes
//   npm run calibrate -- --size full        up to 40,000 profiles a line
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = process.argv.indexOf('--size');
const size = at < 0 ? 'ci' : process.argv[at + 1];
const scratch = mkdtempSync(path.join(tmpdir(), 'profile-calibrate-'));
try {
  const outfile = path.join(scratch, 'run.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['test/calibration/run.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  const { calibrate, SIZES } = await import(pathToFileURL(outfile).href);
  if (!Object.hasOwn(SIZES, size)) {
    console.error(`There is no size called "${size}". Sizes: ${Object.keys(SIZES).join(', ')}.`);
    process.exitCode = 2;
  } else {
    const { text, failed } = calibrate(size);
    console.log(text);
    if (failed > 0) process.exitCode = 1;
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

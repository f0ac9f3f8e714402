// Forty pictures of a finished release, drawn and packed: `node pictures.mjs <release>`, such as ../sample-data/reports/2018-H1. The peer is resvg's own
// PNG, drawn and packed on one thread.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { pngOf } from '../dist/report/charts/png.js';
import { FAMILY } from '../dist/report/charts/theme.js';

const [release] = process.argv.slice(2);
if (release === undefined) throw new RangeError('give the folder of a release');
const folder = path.join(release, 'tactical/charts');
const drawings = readdirSync(folder)
  .filter((file) => file.endsWith('.svg'))
  .slice(0, 40)
  .map((file) => readFileSync(path.join(folder, file), 'utf8'));
const fonts = ['400', '700'].map((weight) =>
  fileURLToPath(new URL(`../assets/fonts/source-sans-3-${weight}.ttf`, import.meta.url)),
);
const options = {
  background: '#ffffff',
  fitTo: { mode: 'zoom', value: 2 },
  font: { loadSystemFonts: false, fontFiles: fonts, defaultFontFamily: FAMILY },
};

const start = performance.now();
const own = await Promise.all(drawings.map(pngOf));
const ours = performance.now() - start;
const again = performance.now();
const peers = drawings.map((svg) => new Resvg(svg, options).render().asPng());
const peer = performance.now() - again;
const megabytes = (files) => (files.reduce((sum, file) => sum + file.length, 0) / 1e6).toFixed(1);
console.log(`${drawings.length} pictures: ${Math.round(ours)} ms, ${megabytes(own)} MB`);
console.log(`resvg alone, one thread: ${Math.round(peer)} ms, ${megabytes(peers)} MB`);
console.log(`ratio ${(ours / peer).toFixed(2)}`);

// The figures of a finished release, from chart to tidy SVG in a fresh process: `node figures.mjs <release>`, such as ../sample-data/reports/2018-H1. Both widths
// where a figure has two. The peer is Vega-Lite drawing as many plain charts of ten points.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';

const [release] = process.argv.slice(2);
if (release === undefined) throw new RangeError('give the folder of a release');
const MOST = 40;
const { document } = JSON.parse(readFileSync(path.join(release, 'tactical/profile.json'), 'utf8'));
const figures = document.chapters
  .flatMap(({ blocks }) => blocks)
  .flatMap((block) =>
    block.kind === 'pair' ? [block.left, block.right] : block.kind === 'figure' ? [block] : [],
  )
  .slice(0, MOST);

const start = performance.now();
const { draw } = await import('../dist/report/charts/draw.js');
const { drawingOf, hasWideDrawing } = await import('../dist/report/charts/drawingOf.js');
const { NARROW, WIDE } = await import('../dist/report/charts/theme.js');
const { tidySvg } = await import('../dist/report/charts/tidySvg.js');
const loaded = performance.now();
let drawings = 0;
let bytes = 0;
for (const { id, chart, width } of figures)
  for (const each of width === 'full' && hasWideDrawing(chart) ? [WIDE, NARROW] : [NARROW]) {
    bytes += tidySvg(await draw(drawingOf(chart, each)), id).body.length;
    drawings += 1;
  }
const ours = performance.now() - loaded;

const vega = await import('vega');
const { compile } = await import('vega-lite');
const again = performance.now();
for (let chart = 0; chart < drawings; chart++) {
  const values = Array.from({ length: 10 }, (_, x) => ({ x, y: (chart * 7 + x * 13) % 40 }));
  const encoding = { x: { field: 'x', type: 'quantitative' }, y: { field: 'y', type: 'quantitative' } };
  const { spec } = compile({
    width: 392,
    height: 280,
    data: { values },
    mark: { type: 'line', point: true },
    encoding,
  });
  const view = new vega.View(vega.parse(spec), { renderer: 'none' });
  await view.toSVG();
  view.finalize();
}
const theirs = performance.now() - again;

console.log(
  `${figures.length} figures, ${drawings} drawings: ${Math.round(ours)} ms, and ${Math.round(loaded - start)} ms to load; ${Math.round(bytes / 1024)} KB`,
);
console.log(`Vega-Lite, as many plain line charts: ${Math.round(theirs)} ms`);
console.log(`ratio ${(ours / theirs).toFixed(2)}`);

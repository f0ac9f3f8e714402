// Planning and proving a cross of hierarchies with all margins: `node disclosure.mjs [1k|10k]`. The peer is the audit that published tools do,
// two linear programmes for each sensitive count on one warm model (HiGHS), on the same pattern.
import { performance } from 'node:perf_hooks';
import { mergeTwins } from '../dist/disclosure/planning/cells.js';
import { Lattice } from '../dist/disclosure/planning/lattice.js';
import { plan } from '../dist/disclosure/planning/plan.js';
import { components } from '../dist/disclosure/proof/components.js';
import { propagate } from '../dist/disclosure/proof/propagate.js';
import { loadSolver } from '../dist/disclosure/proof/solver.js';
import { crossed } from './disclosure/tables.mjs';

const SHAPES = {
  '1k': { wards: 1, sizes: [3, 5, 2], mean: 6 },
  '10k': { wards: 20, sizes: [5, 5], mean: 6 },
};
const name = process.argv[2] ?? '10k';
const shape = SHAPES[name];
if (shape === undefined) throw new RangeError(`give one of ${Object.keys(SHAPES).join(', ')}`);
const table = crossed(shape);
const { system } = mergeTwins({
  ...table,
  rule: { threshold: 5, zeros: 'protected' },
  forced: new Set(),
  require: 'containment',
  known: [],
});
await loadSolver();
const start = performance.now();
const found = await plan(system);
const ours = (performance.now() - start) / 1000;
if (found.kind !== 'planned') throw new Error('no pattern was found');
console.log(
  `${table.cells.length.toLocaleString('en-GB')} cells, ${found.primary.length} sensitive, ${found.secondary.length} hidden besides`,
);

const solver = await loadSolver();
const again = performance.now();
const hidden = new Set([...found.primary, ...found.secondary]);
const reader = new Lattice(system).reader(hidden);
const bounds = propagate(reader, false);
let programmes = 0;
for (const component of components(reader, bounds)) {
  const own = component.atoms.filter((atom) => found.primary.includes(atom));
  if (own.length === 0) continue;
  const model = solver.model(reader, bounds, component);
  for (const atom of own)
    for (const side of ['min', 'max']) {
      model.extreme([[atom, 1]], side, false);
      programmes += 1;
    }
  model.dispose();
}
const theirs = (performance.now() - again) / 1000;
console.log(`  profile: plan and a table of whole numbers for each end   ${ours.toFixed(1).padStart(6)} s`);
console.log(
  `  two linear programmes a count, ${programmes} in all, fractions only ${theirs.toFixed(1).padStart(6)} s`,
);
console.log(`  ratio ${(ours / theirs).toFixed(2)} by the clock`);

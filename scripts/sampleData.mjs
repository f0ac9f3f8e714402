// Writes sample-data/ from its seed, or with --check tells whether the committed files are still what the seed gives.
// Needs a build (npm run build). The demonstration key is not touched.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateWorkspace, SAMPLE_SEED } from '../dist/sample/generateWorkspace.js';

const root = fileURLToPath(new URL('../sample-data/', import.meta.url));
const check = process.argv.includes('--check');

const contentOf = ({ content }) =>
  Buffer.from(typeof content === 'string' || content instanceof Uint8Array ? content : [...content].join(''));

function committed(folder) {
  try {
    return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const inside = path.posix.join(folder, entry.name);
      return entry.isDirectory() ? committed(inside) : [inside];
    });
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

if (!check) rmSync(path.join(root, 'extracts'), { recursive: true, force: true });

const made = new Set();
const differing = [];
let bytes = 0;
for (const file of generateWorkspace({ seed: SAMPLE_SEED })) {
  const content = contentOf(file);
  made.add(file.path);
  bytes += content.length;
  const target = path.join(root, file.path);
  if (check) {
    let same = false;
    try {
      same = readFileSync(target).equals(content);
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
    if (!same) differing.push(file.path);
  } else {
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}
differing.push(...committed('extracts').filter((name) => !made.has(name)));

if (check && differing.length > 0) {
  console.error(
    `sample-data/ has drifted from its seed in ${differing.length} files, for example ${differing[0]}.`,
  );
  console.error('Run "npm run build && node scripts/sampleData.mjs" and commit the result.');
  process.exitCode = 1;
} else {
  const verb = check ? 'agree with' : 'written from';
  console.log(
    `${made.size} files of sample-data/, ${(bytes / 1e6).toFixed(1)} MB, ${verb} seed ${SAMPLE_SEED}.`,
  );
}

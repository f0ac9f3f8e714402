// Writes the generated pages under docs/ from the schemas and the indicator records, or with --check tells whether the
// committed pages are still what they give. Needs a build (npm run build).
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { indicatorsPage } from '../dist/analysis/documentation.js';
import { schemaPages } from '../dist/extracts/docsIndex.js';
import { configurationJsonSchema } from '../dist/workspace/configuration.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const pages = new Map([
  ...schemaPages().map((page) => [`docs/schemas/${page.file}`, page.text]),
  ['docs/indicators.md', indicatorsPage()],
  ['schemas/configuration.json', `${JSON.stringify(configurationJsonSchema(), null, 2)}\n`],
]);

mkdirSync(path.join(root, 'docs/schemas'), { recursive: true });
const stale = readdirSync(path.join(root, 'docs/schemas'))
  .map((file) => `docs/schemas/${file}`)
  .filter((file) => !pages.has(file));

function read(file) {
  try {
    return readFileSync(path.join(root, file), 'utf8');
  } catch {
    return null;
  }
}

if (process.argv.includes('--check')) {
  const drifted = [...stale, ...[...pages.keys()].filter((file) => read(file) !== pages.get(file))];
  for (const file of drifted) console.error(`${file} is not what its source gives: run npm run docs.`);
  process.exitCode = drifted.length === 0 ? 0 : 1;
} else {
  for (const file of stale) rmSync(path.join(root, file));
  for (const [file, text] of pages) writeFileSync(path.join(root, file), text);
}

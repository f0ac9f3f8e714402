// Writes docs/schemas from the schemas, or with --check tells whether the committed pages are still what they give.
// Needs a build (npm run build).
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { schemaPages } from '../dist/extracts/docsIndex.js';

const folder = fileURLToPath(new URL('../docs/schemas/', import.meta.url));
const pages = new Map(schemaPages().map((page) => [page.file, page.text]));

mkdirSync(folder, { recursive: true });
const present = readdirSync(folder);

if (process.argv.includes('--check')) {
  const read = (file) => (present.includes(file) ? readFileSync(path.join(folder, file), 'utf8') : null);
  const drifted = [...new Set([...present, ...pages.keys()])].filter(
    (file) => read(file) !== (pages.get(file) ?? null),
  );
  for (const file of drifted)
    console.error(`docs/schemas/${file} is not what the schemas give: run npm run docs.`);
  process.exit(drifted.length === 0 ? 0 : 1);
}

for (const file of present) if (!pages.has(file)) rmSync(path.join(folder, file));
for (const [file, text] of pages) writeFileSync(path.join(folder, file), text);

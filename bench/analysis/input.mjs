// The analysis input of the sample workspace, and the same made larger: every table again with other children and records.
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { loadSchema } from '../../dist/extracts/load.js';
import { analysisInput, reportPeriods } from '../../dist/pipeline/analysisInput.js';
import { ingestInto } from '../../dist/pipeline/ingestWorkspace.js';
import { Stopwatch } from '../../dist/pipeline/progress.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Reads a copy of the sample in, as `profile build` does. */
export async function sampleInput() {
  const folder = path.join(root, 'bench/.work/analysis');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(path.join(root, 'sample-data'))) {
    if (entry !== 'store' && entry !== 'reports') {
      cpSync(path.join(root, 'sample-data', entry), path.join(folder, entry), { recursive: true });
    }
  }
  const now = () => performance.now();
  const context = { folder, cwd: root, env: process.env, now, progress: () => {} };
  const { workspace, stage } = await ingestInto(context, new Stopwatch(now));
  return analysisInput(workspace, stage, reportPeriods(workspace, undefined));
}

/** Number of events in the tables of an input. */
export const eventsOf = (input) => input.tables.reduce((sum, { rows }) => sum + rows, 0);

const namesThings = (extract, field) =>
  field === 'person' ||
  loadSchema(extract).fields.some(({ name, storeAs }) => name === field && storeAs === 'pseudonym');

function repeated(typed, times) {
  const out = new typed.constructor(typed.length * times);
  for (let k = 0; k < times; k++) out.set(typed, k * typed.length);
  return out;
}

function repeatedColumn(column, times, named) {
  if (column.kind !== 'code') return { ...column, values: repeated(column.values, times) };
  const index = repeated(column.index, times);
  if (!named) return { ...column, index };
  const width = column.dictionary.length;
  const rows = column.index.length;
  for (let i = rows; i < index.length; i++) if (index[i] >= 0) index[i] += width * Math.floor(i / rows);
  const dictionary = Array.from({ length: times }, (_, k) =>
    column.dictionary.map((name) => (k === 0 ? name : `${name}-${k}`)),
  ).flat();
  return { ...column, dictionary, index };
}

/** The same events so many times over, each time of other children, suspects, homes and records. */
export function enlarged(input, times) {
  const tables = input.tables.map((table) => ({
    ...table,
    rows: table.rows * times,
    columns: new Map(
      [...table.columns].map(([name, column]) => [
        name,
        repeatedColumn(column, times, namesThings(table.extract, name)),
      ]),
    ),
  }));
  const childOf = new Map(input.childOf);
  for (const [person, child] of input.childOf) {
    for (let k = 1; k < times; k++) childOf.set(`${person}-${k}`, `${child}-${k}`);
  }
  return { ...input, tables, childOf };
}

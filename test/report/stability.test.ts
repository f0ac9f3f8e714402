import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleDocument } from './sampleDocument.js';

const root = resolve(import.meta.dirname, '../..');

const SCRIPT = `
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pngOf } from './dist/report/charts/png.js';
import { renderReport } from './dist/report/renderReport.js';
const report = await renderReport(JSON.parse(readFileSync(new URL('./document.json', import.meta.url), 'utf8')));
const hash = createHash('sha256').update(report.html).update(report.json);
for (const chart of report.charts) hash.update(chart.svg).update(await pngOf(chart.svg));
for (const table of report.tables) hash.update(table.csv);
hash.update(report.ods).update(report.xlsx);
process.stdout.write(hash.digest('hex'));
`;

describe('the bytes of a report', () => {
  let folder: string;

  beforeAll(() => {
    // Inside node_modules, so that the compiled code finds its packages.
    folder = mkdtempSync(join(root, 'node_modules', '.report-stability-'));
    cpSync(join(root, 'assets'), join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    writeFileSync(join(folder, 'document.json'), JSON.stringify(sampleDocument));
    writeFileSync(join(folder, 'digest.js'), SCRIPT);
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: join(root, 'tsconfig.build.json'),
        compilerOptions: { rootDir: join(root, 'src'), outDir: join(folder, 'dist') },
        include: [join(root, 'src/report/renderReport.ts'), join(root, 'src/report/charts/png.ts')],
      }),
    );
    const compiled = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder], { encoding: 'utf8' });
    expect(compiled.stdout).toBe('');
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('do not depend on time zone or locale', () => {
    const digests = [
      { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
      { TZ: 'America/New_York', LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' },
      { TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
    ].map((environment) =>
      execFileSync(process.execPath, [join(folder, 'digest.js')], {
        env: { ...process.env, ...environment },
        encoding: 'utf8',
      }),
    );
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(digests).size).toBe(1);
  });
});

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compiledPackage } from '../e2e/package.js';
import { removeFoldersAfterwards, temporaryFolder } from '../e2e/workspace.js';
import { sampleDocument } from './sampleDocument.js';

removeFoldersAfterwards();

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
  let folder = '';

  beforeAll(async () => {
    folder = await temporaryFolder();
    await compiledPackage(folder);
    writeFileSync(path.join(folder, 'document.json'), JSON.stringify(sampleDocument));
    writeFileSync(path.join(folder, 'digest.js'), SCRIPT);
  });

  it('do not depend on time zone or locale', () => {
    const digests = [
      { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
      { TZ: 'America/New_York', LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' },
      { TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
    ].map((environment) =>
      execFileSync(process.execPath, [path.join(folder, 'digest.js')], {
        env: { ...process.env, ...environment },
        encoding: 'utf8',
      }),
    );
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(digests).size).toBe(1);
  });
});

// Ingest of one extract by profile's compiled code: read, validate by every rule, pseudonymise, make the stored table.
import { performance } from 'node:perf_hooks';
import { loadSchema } from '../../dist/extracts/load.js';
import { NULL_INT } from '../../dist/extracts/table.js';
import { ingestFile } from '../../dist/ingest/ingestFile.js';
import { demonstrationKey } from '../../dist/privacy/demonstrationKey.js';
import { createEncoder } from '../../dist/privacy/encoder.js';
import { KeyRing } from '../../dist/privacy/keys.js';
import { periodOfDay } from '../../dist/reference/calendar.js';
import { dayOfMinute } from '../../dist/reference/days.js';

const [, , file] = process.argv;
const agency = 'lancashire-constabulary';
const start = performance.now();
const cpuAtStart = process.cpuUsage();
const ingested = await ingestFile({
  path: file,
  displayPath: 'missing-episodes.csv',
  schema: loadSchema('missing-episodes'),
  agency,
  period: '2018-H1',
  meta: null,
  encoder: createEncoder(new KeyRing(demonstrationKey())),
  owners: new Map([['missing-episodes', agency]]),
});
const seconds = (performance.now() - start) / 1000;
const cpu = process.cpuUsage(cpuAtStart);
const cpuSeconds = (cpu.user + cpu.system) / 1e6;

const { table, reconciliation, links } = ingested;
const district = table.columns.get('district_missing_from');
const from = table.columns.get('missing_from_at');
const person = table.columns.get('person');
const cells = new Map();
for (let row = 0; row < table.rows; row += 1) {
  const minute = from.values[row];
  const period = minute === NULL_INT ? 'none' : periodOfDay(dayOfMinute(minute), 4);
  const key = `${district.dictionary[district.index[row]]} ${period}`;
  const cell = cells.get(key) ?? { episodes: 0, children: new Set() };
  cell.episodes += 1;
  cell.children.add(person.index[row]);
  cells.set(key, cell);
}
const counts = [...cells].map(([key, { episodes, children }]) => [key, episodes, children.size]).sort();
process.stdout.write(
  JSON.stringify({
    seconds,
    cpuSeconds,
    secondsWithCounts: (performance.now() - start) / 1000,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    read: reconciliation.read,
    accepted: reconciliation.accepted,
    rejected: reconciliation.rejected,
    profiles: links.rows,
    findings: ingested.findings.map(({ rule, severity, rows }) => `${rule} (${severity}): ${rows} rows`),
    counts,
  }),
);

// The same extract in DuckDB: read, check the same codes and dates, HMAC-SHA-256 of each distinct child id (in SQL, by its
// definition from sha256), and count episodes and children by district and half-year.
import { performance } from 'node:perf_hooks';
import { DuckDBInstance } from '@duckdb/node-api';
import { codeList } from '../../dist/extracts/codeLists.js';
import { loadSchema } from '../../dist/extracts/load.js';
import { demonstrationKey } from '../../dist/privacy/demonstrationKey.js';
import { KeyRing } from '../../dist/privacy/keys.js';
import { COLUMNS } from './rows.mjs';

const [, , file, threads] = process.argv;
const BLOCK = 64;

/** A key padded to the hash's block and combined with a byte, as a SQL blob. */
function padded(key, byte) {
  const block = Buffer.alloc(BLOCK, byte);
  for (const [i, value] of key.entries()) block[i] = value ^ byte;
  return `unhex('${block.toString('hex')}')`;
}

const fields = new Map(loadSchema('missing-episodes').fields.map((field) => [field.name, field]));
const coded = COLUMNS.map((name) => fields.get(name)).filter((field) => field?.codeList !== undefined);
const codeChecks = coded.map((field) => {
  const codes = codeList(field.codeList).codes.map(({ code }) => `'${code.replaceAll("'", "''")}'`);
  return `${field.name} IN (${codes.join(',')})`;
});
const key = new KeyRing(demonstrationKey()).subkey('person');
const stamp = (column) => `try_strptime(${column}, '%Y-%m-%d %H:%M')`;

const sql = `
  WITH raw AS (
    SELECT * FROM read_csv('${file}', header = true, all_varchar = true, delim = ',', quote = '"')
  ), checked AS (
    SELECT child_id, district_missing_from AS district, ${stamp('missing_from_at')} AS missing_from,
      ${stamp('found_at')} AS found, ${stamp('reported_at')} AS reported,
      try_strptime(date_of_birth, '%Y-%m-%d') AS born
    FROM raw
    WHERE ${codeChecks.join('\n      AND ')}
  ), good AS (
    SELECT * FROM checked
    WHERE missing_from IS NOT NULL AND found >= missing_from AND reported >= missing_from AND born <= missing_from
  ), children AS (
    SELECT child_id,
      sha256(${padded(key, 0x5c)} || unhex(sha256(${padded(key, 0x36)} || encode(child_id)))) AS person
    FROM (SELECT DISTINCT child_id FROM good)
  )
  SELECT district,
    year(missing_from - INTERVAL 3 MONTH) || '-H' || CASE WHEN month(missing_from) BETWEEN 4 AND 9 THEN 1 ELSE 2 END AS period,
    count(*)::INTEGER AS episodes, count(DISTINCT person)::INTEGER AS children
  FROM good JOIN children USING (child_id)
  GROUP BY ALL ORDER BY ALL`;

const start = performance.now();
const cpuAtStart = process.cpuUsage();
const instance = await DuckDBInstance.create(':memory:', threads === undefined ? {} : { threads });
const connection = await instance.connect();
const rows = (await connection.runAndReadAll(sql)).getRowObjects();
const seconds = (performance.now() - start) / 1000;
const cpu = process.cpuUsage(cpuAtStart);
const cpuSeconds = (cpu.user + cpu.system) / 1e6;
process.stdout.write(
  JSON.stringify({
    seconds,
    cpuSeconds,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    accepted: rows.reduce((sum, row) => sum + row.episodes, 0),
    counts: rows.map((row) => [`${row.district} ${row.period}`, row.episodes, row.children]).sort(),
  }),
);

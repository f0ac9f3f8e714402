// Ten indicators by locality and half-year in SQL. The tables are loaded before the clock starts.
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { DuckDBInstance } from '@duckdb/node-api';
import { NEEDED } from './events.mjs';

const [, , folder] = process.argv;
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const load = (name, columns) =>
  connection.run(
    `CREATE TABLE "${name}" AS SELECT * FROM read_csv('${path.join(folder, `${name}.csv`)}', header = true, columns = {${Object.entries(
      columns,
    )
      .map(([column, type]) => `'${column}': '${type}'`)
      .join(', ')}})`,
  );
const typeOf = (field) => (field.endsWith('_at') ? 'DATE' : 'VARCHAR');
for (const [extract, fields] of Object.entries(NEEDED)) {
  await load(extract, {
    file: 'INTEGER',
    row: 'INTEGER',
    ...Object.fromEntries(fields.map((field) => [field, typeOf(field)])),
  });
}
await load('children', { person: 'VARCHAR', child: 'VARCHAR' });
await load('localities', { district: 'VARCHAR', area: 'VARCHAR' });

const half = (date) =>
  `year(${date} - INTERVAL 3 MONTH) || '-H' || CASE WHEN month(${date}) BETWEEN 4 AND 9 THEN 1 ELSE 2 END`;
const newest = (extract, key) =>
  `SELECT * FROM "${extract}" QUALIFY row_number() OVER (PARTITION BY ${key} ORDER BY file DESC, row DESC) = 1`;
/** The events of an extract in force, each once for every locality around its district. */
const placed = (events, district) =>
  `SELECT e.*, area FROM ${events} e
   JOIN localities ON localities.district = CASE WHEN e.${district} IN (SELECT district FROM localities) THEN e.${district} ELSE 'elsewhere' END`;
const counted = (id, from, what) =>
  `SELECT '${id}' AS id, area, period, ${what} AS numerator FROM ${from} GROUP BY ALL`;

const sql = `
  WITH episodes AS MATERIALIZED (
    SELECT e.*, coalesce(child, e.person) AS child, ${half('missing_from_at')} AS period
    FROM (${newest('missing-episodes', 'episode_id')}) e LEFT JOIN children USING (person) WHERE category = 'M'
  ), times AS MATERIALIZED (
    SELECT child, period, count(*) AS times FROM episodes GROUP BY ALL
  ), episodes_at AS MATERIALIZED (${placed('episodes', 'district_missing_from')}),
  contacts AS MATERIALIZED (
    SELECT r.*, coalesce(child, r.person) AS child, ${half('contact_at')} AS period
    FROM (${newest('referrals', 'referral_id')}) r LEFT JOIN children USING (person)
    WHERE list_contains(string_split(concern_types, '|'), 'CSE')
  ), contacts_at AS MATERIALIZED (${placed('contacts', 'district_home')}),
  crimes AS MATERIALIZED (
    SELECT o.*, ${half('recorded_at')} AS period FROM (${newest('offences', 'crime_ref, person')}) o
    WHERE (cse_flag = 'Y' OR offence_class = '71') AND cancelled_at IS NULL
  ), crimes_at AS MATERIALIZED (${placed('crimes', 'district_offence')}),
  crime AS MATERIALIZED (
    SELECT * FROM (${newest('offences', 'crime_ref, person')}) QUALIFY row_number() OVER (PARTITION BY crime_ref ORDER BY file DESC, row DESC) = 1
  ), named AS MATERIALIZED (
    SELECT s.person, district_offence, ${half('recorded_at')} AS period
    FROM (${newest('suspects', 'person, crime_ref')}) s JOIN crime USING (crime_ref)
    WHERE status <> 'ELIMINATED' AND (cse_flag = 'Y' OR offence_class = '71') AND cancelled_at IS NULL
  ), named_at AS MATERIALIZED (${placed('named', 'district_offence')}),
  logs AS MATERIALIZED (
    SELECT *, ${half('submitted_at')} AS period FROM (${newest('intelligence', 'log_ref')})
  ), notices AS MATERIALIZED (
    SELECT *, ${half('issued_at')} AS period FROM (${newest('disruption', 'action_id')}) WHERE type = 'CAWN'
  )
  ${counted('M01', 'episodes_at', 'count(*)')}
  UNION ALL ${counted('M02', 'episodes_at', 'count(DISTINCT child)')}
  UNION ALL ${counted('M05', '(SELECT * FROM episodes_at JOIN times USING (child, period) WHERE times >= 2)', 'count(DISTINCT child)')}
  UNION ALL ${counted('M07', "(SELECT * FROM episodes_at WHERE missing_from_type IN ('FOSTER', 'CHILDRENS_HOME', 'SEMI'))", 'count(*)')}
  UNION ALL ${counted('S01', 'contacts_at', 'count(DISTINCT child)')}
  UNION ALL ${counted('S03', 'contacts_at', 'count(*)')}
  UNION ALL ${counted('O01', 'crimes_at', 'count(DISTINCT crime_ref)')}
  UNION ALL ${counted('P01', 'named_at', 'count(DISTINCT person)')}
  UNION ALL ${counted('I01', `(${placed('logs', 'district')})`, 'count(*)')}
  UNION ALL ${counted('D01', `(${placed('notices', 'district')})`, 'count(*)')}`;

const start = performance.now();
const cpuAtStart = process.cpuUsage();
const rows = (await connection.runAndReadAll(sql)).getRowObjects();
const seconds = (performance.now() - start) / 1000;
const cpu = process.cpuUsage(cpuAtStart);
process.stdout.write(
  JSON.stringify({
    seconds,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    cells: rows.map((row) => [`${row.id} ${row.area} ${row.period}`, Number(row.numerator)]),
  }),
);

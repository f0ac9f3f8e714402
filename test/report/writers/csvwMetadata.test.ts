import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { renderReport } from '../../../src/report/renderReport.js';
import { analysisResult, editionDocument } from '../chapters/profileFixture.js';

const report = await renderReport(
  editionDocument(analysisResult('2017-H1', '2018-H1'), 'board', null, 'short'),
);

// The part of the vocabulary that a reader of the tables needs, read strictly.
const metadata = z
  .strictObject({
    '@context': z.tuple([
      z.literal('http://www.w3.org/ns/csvw'),
      z.strictObject({ '@language': z.string() }),
    ]),
    'dc:title': z.string().min(1),
    'dc:publisher': z.string().min(1),
    'dc:rights': z.string().startsWith('OFFICIAL-SENSITIVE'),
    'dc:description': z.string().includes('invented'),
    'dc:provenance': z.array(z.string()),
    dialect: z.strictObject({
      header: z.literal(true),
      delimiter: z.literal(','),
      encoding: z.literal('utf-8'),
      lineTerminators: z.tuple([z.literal('\n')]),
    }),
    tableSchema: z.strictObject({
      columns: z.array(
        z.strictObject({
          name: z.string(),
          titles: z.string(),
          'dc:description': z.string().min(1),
          datatype: z.enum(['string', 'number']),
          required: z.boolean(),
          null: z.union([z.string(), z.array(z.string())]).optional(),
        }),
      ),
    }),
    tables: z.array(
      z.strictObject({
        url: z.string(),
        'dc:title': z.string().regex(/^(Figure|Table) \d+\. \S/),
        'dc:description': z.string().min(1),
        'dc:source': z.string(),
      }),
    ),
  })
  .parse(JSON.parse(report.csvw));

describe('the metadata beside the tables', () => {
  it('describe every table of the document, and no other', () => {
    expect(metadata.tables.map(({ url }) => url).sort()).toEqual(
      report.tables.map(({ id }) => `${id}.csv`).sort(),
    );
  });

  it('let a reader who knows nothing else read every cell of every table', () => {
    const { columns } = metadata.tableSchema;
    let cells = 0;
    for (const { csv } of report.tables) {
      const [head, ...rows] = parse(csv) as string[][];
      expect(head).toEqual(columns.map(({ titles }) => titles));
      for (const row of rows)
        columns.forEach(({ name, datatype, required, null: none }, i) => {
          const cell = row[i] ?? '';
          cells++;
          const isNone = Array.isArray(none) ? none.includes(cell) : cell === none;
          if (isNone) expect({ name, required }).toEqual({ name, required: false });
          else if (datatype === 'number') expect([name, Number.isFinite(Number(cell))]).toEqual([name, true]);
          else expect([name, cell]).not.toEqual([name, '']);
        });
    }
    expect(cells).toBeGreaterThan(1000);
  });
});

import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { loadSchemas } from '../../src/extracts/load.js';
import { EXTRACT_NAMES, type ExtractName } from '../../src/extracts/schema.js';
import { AGENCIES } from '../../src/sample/agencies.js';
import type { WorkspaceFile } from '../../src/sample/delivery.js';
import { generateWorkspace, SAMPLE_SEED, type SampleOptions } from '../../src/sample/generateWorkspace.js';
import { PLANNED_QUIRKS } from '../../src/sample/quirks.js';
import { SAMPLE_PERIODS } from '../../src/sample/timeline.js';
import { parseConfiguration } from '../../src/workspace/configuration.js';

const SEED = SAMPLE_SEED;

function bytesOf({ content }: WorkspaceFile): Uint8Array {
  if (content instanceof Uint8Array) return content;
  return Buffer.from(typeof content === 'string' ? content : [...content].join(''));
}

function make(options: SampleOptions): Map<string, Uint8Array> {
  return new Map([...generateWorkspace(options)].map((file) => [file.path, bytesOf(file)]));
}

function digest(files: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash('sha256');
  for (const [path, bytes] of files) hash.update(path).update('\0').update(bytes).update('\0');
  return hash.digest('hex');
}

function text(files: ReadonlyMap<string, Uint8Array>, path: string): string {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`no ${path}`);
  return Buffer.from(bytes).toString(
    path.includes('2015-H1/blackpool-council/referrals') ? 'latin1' : 'utf8',
  );
}

function table(files: ReadonlyMap<string, Uint8Array>, path: string): string[][] {
  const content = text(files, path);
  return parse(content, {
    bom: true,
    delimiter: content.slice(0, 200).includes(';') ? ';' : ',',
    relax_column_count: true,
  });
}

const has = (period: string, agency: string, extract: string, kind: string): boolean =>
  PLANNED_QUIRKS.some(
    (one) =>
      one.period === period &&
      one.agency === agency &&
      one.extract === extract &&
      one.quirks.some((quirk) => quirk.kind === kind),
  );

let files: Map<string, Uint8Array>;

beforeAll(() => {
  files = make({ seed: SEED });
});

describe('the sample workspace', () => {
  it('is the same in every byte for the same seed, and another for another seed', () => {
    const one = { seed: 5, periods: ['2018-H1'] };
    expect(digest(make(one))).toBe(digest(make(one)));
    expect(digest(make({ ...one, seed: 6 }))).not.toBe(digest(make(one)));
  });

  it('stays within what may be committed', () => {
    const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
    expect(bytes).toBeLessThan(15_000_000);
    expect(bytes).toBeGreaterThan(8_000_000);
  });

  it('has a configuration that the program accepts and that says everything is synthetic', () => {
    const config = parseConfiguration(text(files, 'profile.config.yaml'), 'profile.config.yaml');
    expect(config.synthetic).toBe(true);
    expect(config.syntheticSeed).toBe(SEED);
    expect(config.agencies.map(({ id, extracts }) => [id, extracts])).toEqual(
      AGENCIES.map(({ id, extracts }) => [id, extracts]),
    );
    expect(config.breaks.map(({ from }) => from)).toEqual([
      '2014-04-01',
      '2016-04-01',
      '2016-10-01',
      '2017-02-16',
      '2017-04-01',
    ]);
  });

  it('says in its README that nobody in it exists and how to make it again', () => {
    const readme = text(files, 'README.md');
    expect(readme).toContain('Nobody in these files exists');
    expect(readme).toContain(`--seed ${SEED}`);
    expect(readme).toContain('Royal Mail');
  });

  it('has every expected extract of every half-year, but for the one not sent and the one declared nil', () => {
    const absent: string[] = [];
    for (const period of SAMPLE_PERIODS) {
      for (const { id, extracts } of AGENCIES) {
        for (const extract of extracts) {
          const path = `extracts/${period}/${id}/${extract}`;
          if (!files.has(`${path}.csv`)) absent.push(path);
        }
      }
    }
    expect(absent).toEqual([
      'extracts/2015-H2/lancashire-constabulary/ocg-links',
      'extracts/2018-H1/blackpool-council/education',
    ]);
    expect(text(files, `${absent[0]}.meta.yaml`)).toContain('nil_return: yes');
    expect(files.has(`${absent[1]}.meta.yaml`)).toBe(false);
    const sent = new Set([...files.keys()].map((path) => path.split('/').at(-1)));
    for (const name of EXTRACT_NAMES) expect(sent.has(`${name}.csv`)).toBe(true);
  });

  it('has a delivery note beside every file that declares it synthetic and counts its records', () => {
    for (const path of files.keys()) {
      if (!path.endsWith('.csv')) continue;
      const note: unknown = parseYaml(text(files, path.replace('.csv', '.meta.yaml')));
      const [, period = '', agency = '', file = ''] = path.split('/');
      const extract = file.replace('.csv', '');
      expect(note).toMatchObject({ synthetic: 'yes', agency, extract, period });
      const rows = table(files, path).length - 1;
      const others =
        Number(has(period, agency, extract, 'totals-row')) +
        Number(has(period, agency, extract, 'repeated-header'));
      expect(note).toMatchObject({ rows: rows - others });
    }
  });
});

describe('the files', () => {
  it('have exactly the columns of their schema, in its order', () => {
    const schemas = loadSchemas();
    for (const path of files.keys()) {
      if (!path.endsWith('.csv')) continue;
      const [, period = '', agency = '', file = ''] = path.split('/');
      const extract = EXTRACT_NAMES.find((name): name is ExtractName => `${name}.csv` === file);
      const schema = extract === undefined ? undefined : schemas.get(extract);
      if (schema === undefined) throw new Error(`no schema for ${path}`);
      const header = table(files, path)[0];
      if (has(period, agency, schema.name, 'other-headers')) {
        expect(header).not.toEqual(schema.fields.map(({ name }) => name));
        expect(header).toHaveLength(schema.fields.length);
      } else expect(header).toEqual(schema.fields.map(({ name }) => name));
    }
  });

  it('come in another encoding and with semicolons where planned', () => {
    const blackpool = files.get('extracts/2015-H1/blackpool-council/referrals.csv');
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(blackpool)).toThrow();
    expect(
      text(files, 'extracts/2016-H2/blackburn-with-darwen-council/referrals.csv').split('\n')[0],
    ).toContain(';');
    expect(text(files, 'extracts/2014-H2/lancashire-county-council/referrals.csv').startsWith('\uFEFF')).toBe(
      true,
    );
    expect(text(files, 'extracts/2016-H1/blackburn-with-darwen-council/referrals.csv')).toContain(',BwD,');
  });

  it('name nobody by a number that could be real', () => {
    for (const [path, bytes] of files) {
      if (!path.endsWith('.csv')) continue;
      const numbers =
        Buffer.from(bytes)
          .toString('latin1')
          .match(/(?<![\d-])\d{10}(?!\d)/g) ?? [];
      for (const number of numbers) expect(number.startsWith('999')).toBe(true);
    }
  });
});

describe('scaling', () => {
  it('gives about as many missing episodes as asked for, in parts when there are many', () => {
    let rows = 0;
    let parts = false;
    for (const file of generateWorkspace({ seed: 1, rows: 60_000, periods: ['2017-H2', '2018-H1'] })) {
      if (!file.path.endsWith('/missing-episodes.csv')) continue;
      if (typeof file.content !== 'string' && !(file.content instanceof Uint8Array)) {
        parts = true;
        for (const part of file.content) rows += part.split('\r\n').length - 1;
      }
    }
    expect(parts).toBe(true);
    expect(rows).toBeGreaterThan(54_000);
    expect(rows).toBeLessThan(66_000);
  });

  it('can be made untidier', () => {
    const tidy = make({ seed: 2, periods: ['2018-H1'] });
    const messy = make({ seed: 2, periods: ['2018-H1'], messy: true });
    const impossible = (made: Map<string, Uint8Array>) =>
      [...made].reduce(
        (sum, [, bytes]) =>
          sum +
          (Buffer.from(bytes)
            .toString('latin1')
            .match(/31\/02\/\d{4}|\d{4}-02-31/g)?.length ?? 0),
        0,
      );
    expect(impossible(messy)).toBeGreaterThan(4 * impossible(tidy));
  });
});

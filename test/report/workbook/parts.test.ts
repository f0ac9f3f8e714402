import { describe, expect, it } from 'vitest';
import { tableCorners } from '../../../src/report/workbook/address.js';
import { writeOds } from '../../../src/report/workbook/ods/writeOds.js';
import { workbookOf } from '../../../src/report/workbook/workbookOf.js';
import { writeXlsx } from '../../../src/report/workbook/xlsx/writeXlsx.js';
import { AWKWARD, awkwardDocument } from './awkwardDocument.js';
import { unzip } from './unzip.js';
import { type Element, parseXml, within } from './xml.js';

const book = workbookOf(awkwardDocument);
const tables = book.sheets.flatMap((sheet) => (sheet.table === null ? [] : [{ sheet, table: sheet.table }]));
const xlsx = unzip(writeXlsx(book));
const ods = unzip(writeOds(book));

function part(files: typeof xlsx, path: string): Element {
  const found = files.find((file) => file.path === path);
  if (found === undefined) throw new Error(`no part ${path}`);
  return parseXml(found.text);
}

function attributes(elements: readonly Element[], name: string): readonly (string | undefined)[] {
  return elements.map((element) => element.attributes.get(name));
}

const FORBIDDEN = /formula|<f>|autoFilter|mergeCell|<pane|spanned|image|drawing|vba|script|http:\/\/example/i;

describe('the parts of the xlsx file', () => {
  it('are well formed, each listed with its type, none stamped with a time', () => {
    const types = part(xlsx, '[Content_Types].xml');
    const listed = new Set(attributes(within(types, 'Override'), 'PartName'));
    expect(xlsx[0]?.path).toBe('[Content_Types].xml');
    for (const { path, text, stamp } of xlsx) {
      parseXml(text);
      expect(stamp).toBe(0x00210000);
      if (path !== '[Content_Types].xml' && !path.endsWith('.rels')) expect(listed).toContain(`/${path}`);
    }
    expect(listed.size).toBe(xlsx.filter(({ path }) => /^(?:xl|docProps)\/.*\.xml$/.test(path)).length);
  });

  it('mark each table with its name, range and headings, without filters', () => {
    const parts = xlsx.filter(({ path }) => path.startsWith('xl/tables/')).map(({ text }) => parseXml(text));
    expect(parts).toHaveLength(tables.length);
    for (const [index, { sheet, table }] of tables.entries()) {
      const element = parts[index];
      expect(element?.attributes.get('displayName')).toBe(table.name);
      expect(element?.attributes.get('ref')).toBe(tableCorners(sheet, table).join(':'));
      const titles = attributes(within(element ?? parseXml('<x/>'), 'tableColumn'), 'name');
      expect(titles).toEqual(table.columns.map((column) => column.title));
    }
    expect(new Set(attributes(parts, 'id')).size).toBe(parts.length);
  });

  it('leave nothing below the table, and start every row where the last one ended', () => {
    for (const [index, sheet] of book.sheets.entries()) {
      const element = part(xlsx, `xl/worksheets/sheet${index + 1}.xml`);
      const rows = attributes(within(element, 'row'), 'r').map(Number);
      expect(rows).toEqual(rows.map((_, place) => place + 1));
      expect(rows).toHaveLength(
        sheet.lines.length + (sheet.table === null ? 0 : 1 + sheet.table.rows.length),
      );
      const cells = attributes(within(element, 'c'), 'r');
      expect(new Set(cells).size).toBe(cells.length);
    }
  });

  it('open on the cover, and have title and language', () => {
    const selected = book.sheets.map((_, index) =>
      within(part(xlsx, `xl/worksheets/sheet${index + 1}.xml`), 'sheetView')[0]?.attributes.get(
        'tabSelected',
      ),
    );
    expect(selected.map((value) => value === '1')).toEqual(
      book.sheets.map((sheet) => sheet.name === 'Cover'),
    );
    const core = part(xlsx, 'docProps/core.xml');
    expect(within(core, 'dc:title')[0]?.text).toBe('Profile & <problem>, April to September 2018: tables');
    expect(within(core, 'dc:language')[0]?.text).toBe('en-GB');
  });

  it('use Arial at 12 and 16 points, and no fill', () => {
    const styles = part(xlsx, 'xl/styles.xml');
    const fonts = within(styles, 'font');
    expect(new Set(attributes(within(styles, 'name'), 'val'))).toEqual(new Set(['Arial']));
    expect(attributes(within(styles, 'sz'), 'val')).toEqual(['12', '12', '16']);
    expect(fonts).toHaveLength(3);
    const used = within(styles, 'xf').map((xf) => [
      xf.attributes.get('fillId'),
      xf.attributes.get('borderId'),
    ]);
    expect(new Set(used.flat())).toEqual(new Set(['0']));
    const first = part(xlsx, 'xl/worksheets/sheet4.xml');
    const title = Number(within(first, 'c')[0]?.attributes.get('s'));
    const font = Number(
      within(within(styles, 'cellXfs')[0] ?? styles, 'xf')[title]?.attributes.get('fontId'),
    );
    expect(within(fonts[font] ?? styles, 'b')).toHaveLength(1);
    expect(attributes(within(fonts[font] ?? styles, 'sz'), 'val')).toEqual(['16']);
  });

  it('print the marking above the pages, an ampersand as an ampersand', () => {
    const header = within(part(xlsx, 'xl/worksheets/sheet1.xml'), 'oddHeader')[0]?.text;
    expect(header).toBe('&COFFICIAL-SENSITIVE && MORE');
  });

  it('hold no formula, filter, merged cell, frozen pane, picture or macro', () => {
    for (const { text } of xlsx)
      expect(parseXml(text) && text.replace(/<t [^<]*<\/t>/g, '')).not.toMatch(FORBIDDEN);
  });
});

describe('the parts of the ods file', () => {
  const content = part(ods, 'content.xml');

  it('begin with the media type as it is, are well formed, listed, and not stamped', () => {
    expect(ods[0]).toEqual({
      path: 'mimetype',
      stored: true,
      stamp: 0x00210000,
      text: 'application/vnd.oasis.opendocument.spreadsheet',
    });
    const start = Buffer.from(writeOds(book).subarray(30, 84)).toString('latin1');
    expect(start).toBe('mimetypeapplication/vnd.oasis.opendocument.spreadsheet');
    const listed = attributes(
      within(part(ods, 'META-INF/manifest.xml'), 'manifest:file-entry'),
      'manifest:full-path',
    );
    expect(listed).toEqual(['/', 'content.xml', 'styles.xml', 'meta.xml', 'settings.xml']);
    for (const { text, stamp } of ods.slice(1)) {
      parseXml(text);
      expect(stamp).toBe(0x00210000);
    }
  });

  it('mark each table with its name and range', () => {
    const ranges = within(content, 'table:database-range');
    expect(attributes(ranges, 'table:name')).toEqual(tables.map(({ table }) => table.name));
    expect(attributes(ranges, 'table:target-range-address')).toEqual(
      tables.map(({ sheet, table }) =>
        tableCorners(sheet, table)
          .map((corner) => `${sheet.name}.${corner}`)
          .join(':'),
      ),
    );
    expect(new Set(attributes(ranges, 'table:display-filter-buttons'))).toEqual(new Set(['false']));
  });

  it('say of every cell what it holds, and name styles that exist', () => {
    const kinds = new Set(attributes(within(content, 'table:table-cell'), 'office:value-type'));
    expect(kinds).toEqual(new Set(['string', 'float']));
    const named = ['table:table-cell', 'table:table-column', 'table:table-row', 'table:table'].flatMap(
      (name) => attributes(within(content, name), 'table:style-name'),
    );
    const styles = new Set(attributes(within(content, 'style:style'), 'style:name'));
    for (const name of new Set(named)) expect(styles).toContain(name);
    const formats = new Set(attributes(within(content, 'number:number-style'), 'style:name'));
    const wanted = attributes(within(content, 'style:style'), 'style:data-style-name');
    for (const name of wanted) if (name !== undefined) expect(formats).toContain(name);
  });

  it('hold texts as they are, without the escapes of the other format', () => {
    const texts = within(content, 'text:p').map((paragraph) => paragraph.text);
    for (const text of AWKWARD) expect(texts).toContain(text);
  });

  it('open on the cover, in British English, with title and marking', () => {
    const settings = within(part(ods, 'settings.xml'), 'config:config-item');
    expect(settings.map((item) => item.text)).toEqual(['view1', 'Cover']);
    const meta = part(ods, 'meta.xml');
    expect(within(meta, 'dc:title')[0]?.text).toBe('Profile & <problem>, April to September 2018: tables');
    expect(within(meta, 'dc:language')[0]?.text).toBe('en-GB');
    const styles = part(ods, 'styles.xml');
    const [text] = within(within(styles, 'style:default-style')[0] ?? styles, 'style:text-properties');
    expect(text?.attributes.get('fo:country')).toBe('GB');
    expect(within(styles, 'style:header')[0]?.text).toBe('OFFICIAL-SENSITIVE & MORE');
  });

  it('hold no formula, merged cell, picture or macro', () => {
    for (const { text } of ods) expect(text.replace(/<text:p>.*?<\/text:p>/g, '')).not.toMatch(FORBIDDEN);
  });
});

describe('tableCorners', () => {
  it('keeps one empty row for a table without rows: a range of headings alone would be refused', () => {
    const empty = tables.find(({ table }) => table.name === 'Table_4_empty');
    expect(empty).toBeDefined();
    if (empty === undefined) return;
    const head = empty.sheet.lines.length + 1;
    expect(tableCorners(empty.sheet, empty.table)).toEqual([`A${head}`, `D${head + 1}`]);
  });
});

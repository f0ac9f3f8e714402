import { tableCorners } from '../address.js';
import type { BookSheet, BookTable, Workbook } from '../model.js';
import { escapeXml } from '../plainText.js';
import { type ZipEntry, zip } from '../zip.js';
import { MAIN, OFFICE, PACKAGE, SPREADSHEET, XML } from './namespaces.js';
import { sheetXml, xlsxText } from './sheet.js';
import { stylesXml } from './styles.js';

interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

function relationships(all: readonly Relationship[]): string {
  const list = all.map(
    ({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

function contentTypes(types: readonly (readonly [string, string])[]): string {
  const list = types.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`);
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${list.join('')}</Types>`;
}

function coreProperties({ title, subject, creator }: Workbook): string {
  return `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subject)}</dc:subject><dc:creator>${escapeXml(creator)}</dc:creator><dc:language>en-GB</dc:language></cp:coreProperties>`;
}

function workbookXml({ sheets }: Workbook): string {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${list.join('')}</sheets></workbook>`;
}

/** The part that marks a range as a table: heading row, no filter buttons, no look of its own. */
function tableXml(sheet: BookSheet, table: BookTable, id: number): string {
  const columns = table.columns.map(
    ({ title }, index) => `<tableColumn id="${index + 1}" name="${xlsxText(title)}"/>`,
  );
  return `${XML}<table xmlns="${MAIN}" id="${id}" name="${table.name}" displayName="${table.name}" ref="${tableCorners(sheet, table).join(':')}" totalsRowShown="0"><tableColumns count="${columns.length}">${columns.join('')}</tableColumns><tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>`;
}

function sheetEntries(book: Workbook): readonly ZipEntry[] {
  return book.sheets.flatMap((sheet, index) => {
    const id = index + 1;
    const entry: ZipEntry = {
      path: `xl/worksheets/sheet${id}.xml`,
      content: sheetXml(sheet, index === 0, book.printHeader),
    };
    if (sheet.table === null) return [entry];
    const related = [{ id: 'rId1', type: `${OFFICE}/table`, target: `../tables/table${id}.xml` }];
    return [
      entry,
      { path: `xl/worksheets/_rels/sheet${id}.xml.rels`, content: relationships(related) },
      { path: `xl/tables/table${id}.xml`, content: tableXml(sheet, sheet.table, id) },
    ];
  });
}

/**
 * The workbook as an Office Open XML spreadsheet (ECMA-376): what police and councils open. The same workbook gives the
 * same bytes.
 */
export function writeXlsx(book: Workbook): Uint8Array {
  const sheets = book.sheets.map((_, index) => index + 1);
  const withTable = sheets.filter((id) => book.sheets[id - 1]?.table !== null);
  return zip([
    {
      path: '[Content_Types].xml',
      content: contentTypes([
        ['/xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`],
        ['/xl/styles.xml', `${SPREADSHEET}.styles+xml`],
        ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
        ...sheets.map((id) => [`/xl/worksheets/sheet${id}.xml`, `${SPREADSHEET}.worksheet+xml`] as const),
        ...withTable.map((id) => [`/xl/tables/table${id}.xml`, `${SPREADSHEET}.table+xml`] as const),
      ]),
    },
    {
      path: '_rels/.rels',
      content: relationships([
        { id: 'rId1', type: `${OFFICE}/officeDocument`, target: 'xl/workbook.xml' },
        {
          id: 'rId2',
          type: `${PACKAGE}/relationships/metadata/core-properties`,
          target: 'docProps/core.xml',
        },
      ]),
    },
    { path: 'docProps/core.xml', content: coreProperties(book) },
    { path: 'xl/workbook.xml', content: workbookXml(book) },
    {
      path: 'xl/_rels/workbook.xml.rels',
      content: relationships([
        ...sheets.map((id) => ({
          id: `rId${id}`,
          type: `${OFFICE}/worksheet`,
          target: `worksheets/sheet${id}.xml`,
        })),
        { id: `rId${sheets.length + 1}`, type: `${OFFICE}/styles`, target: 'styles.xml' },
      ]),
    },
    { path: 'xl/styles.xml', content: stylesXml() },
    ...sheetEntries(book),
  ]);
}

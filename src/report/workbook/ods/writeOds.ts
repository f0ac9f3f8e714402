import type { Workbook } from '../model.js';
import { escapeXml } from '../plainText.js';
import { type ZipEntry, zip } from '../zip.js';
import { MANIFEST, NAMESPACES, SPREADSHEET, XML } from './namespaces.js';
import { rangeXml, sheetXml, widthsOf } from './sheet.js';
import { automaticStyles, stylesXml } from './styles.js';

function contentXml({ sheets }: Workbook): string {
  const widths = [...new Set(sheets.flatMap(widthsOf))];
  return `${XML}<office:document-content ${NAMESPACES}>${automaticStyles(widths)}<office:body><office:spreadsheet>${sheets.map(sheetXml).join('')}<table:database-ranges>${sheets.map(rangeXml).join('')}</table:database-ranges></office:spreadsheet></office:body></office:document-content>`;
}

function metaXml({ title, subject, creator }: Workbook): string {
  return `${XML}<office:document-meta ${NAMESPACES}><office:meta><dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subject)}</dc:subject><meta:initial-creator>${escapeXml(creator)}</meta:initial-creator><dc:language>en-GB</dc:language></office:meta></office:document-meta>`;
}

/** The program opens the workbook on its first sheet. */
function settingsXml({ sheets }: Workbook): string {
  const item = (name: string, value: string): string =>
    `<config:config-item config:name="${name}" config:type="string">${value}</config:config-item>`;
  return `${XML}<office:document-settings ${NAMESPACES}><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${item('ViewId', 'view1')}${item('ActiveTable', sheets[0]?.name ?? '')}</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>`;
}

function manifestXml(parts: readonly ZipEntry[]): string {
  const entry = (path: string, type: string): string =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  return `${XML}<manifest:manifest xmlns:manifest="${MANIFEST}" manifest:version="1.3">${entry('/', SPREADSHEET)}${parts.map(({ path }) => entry(path, 'text/xml')).join('')}</manifest:manifest>`;
}

/**
 * The workbook as an OpenDocument 1.3 spreadsheet: the open format that the UK government publishes in. The same
 * workbook gives the same bytes.
 */
export function writeOds(book: Workbook): Uint8Array {
  const parts: readonly ZipEntry[] = [
    { path: 'content.xml', content: contentXml(book) },
    { path: 'styles.xml', content: stylesXml(book) },
    { path: 'meta.xml', content: metaXml(book) },
    { path: 'settings.xml', content: settingsXml(book) },
  ];
  return zip([
    { path: 'mimetype', content: SPREADSHEET, stored: true },
    ...parts,
    { path: 'META-INF/manifest.xml', content: manifestXml(parts) },
  ]);
}

import { decimalsOf, type NumberFormat } from '../../numbers.js';
import { type CellStyle, FORMATS, STYLES } from '../cellStyles.js';
import type { Workbook } from '../model.js';
import { escapeXml } from '../plainText.js';
import { NAMESPACES, XML } from './namespaces.js';

const FONT_FACES =
  '<office:font-face-decls><style:font-face style:name="Arial" svg:font-family="Arial" style:font-family-generic="swiss"/></office:font-face-decls>';

/** A pixel is a 96th of an inch; a digit of Arial 12 is nine pixels wide, and a cell has five beside its text. */
const CENTIMETRES_PER_PIXEL = 2.54 / 96;
const DIGIT = 9;
const INSET = 5;

/** Name of the style of a column as wide as so many digits. */
export function columnStyle(width: number): string {
  return `w${width}`;
}

function columnXml(width: number): string {
  const centimetres = ((width * DIGIT + INSET) * CENTIMETRES_PER_PIXEL).toFixed(2);
  return `<style:style style:name="${columnStyle(width)}" style:family="table-column"><style:table-column-properties style:column-width="${centimetres}cm"/></style:style>`;
}

function numberXml(format: NumberFormat): string {
  const decimals = decimalsOf(format);
  const suffix = format === 'percent' ? '<number:text>%</number:text>' : '';
  return `<number:number-style style:name="n${format}"><number:number number:decimal-places="${decimals}" number:min-decimal-places="${decimals}" number:min-integer-digits="1" number:grouping="true"/>${suffix}</number:number-style>`;
}

function cellXml({ name, points, bold, align, vertical, wrap, format }: CellStyle): string {
  const data = format === null ? '' : ` style:data-style-name="n${format}"`;
  const wrapped = wrap ? ' fo:wrap-option="wrap"' : '';
  // Alignment by the paragraph counts only where the cell says that its kind of value does not decide.
  return `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default"${data}><style:table-cell-properties style:text-align-source="fix" style:vertical-align="${vertical}"${wrapped}/><style:paragraph-properties fo:text-align="${align}"/><style:text-properties fo:font-size="${points}pt" fo:font-weight="${bold ? 'bold' : 'normal'}"/></style:style>`;
}

/** The styles that a sheet's cells, columns and rows name; rows are as high as their wrapped text. */
export function automaticStyles(widths: readonly number[]): string {
  return `${FONT_FACES}<office:automatic-styles>${FORMATS.map(numberXml).join('')}<style:style style:name="sheet" style:family="table" style:master-page-name="Default"><style:table-properties table:display="true"/></style:style><style:style style:name="row" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>${widths.map(columnXml).join('')}${STYLES.map(cellXml).join('')}</office:automatic-styles>`;
}

function headerXml({ printHeader }: Workbook): string {
  return printHeader === null
    ? '<style:header style:display="false"/><style:footer style:display="false"/>'
    : `<style:header><text:p text:style-name="marking">${escapeXml(printHeader)}</text:p></style:header><style:footer style:display="false"/>`;
}

/** The part with what holds everywhere: Arial 12, British English, and printed pages as wide as the table. */
export function stylesXml(book: Workbook): string {
  return `${XML}<office:document-styles ${NAMESPACES}>${FONT_FACES}<office:styles><style:default-style style:family="table-cell"><style:text-properties style:font-name="Arial" fo:font-size="12pt" fo:language="en" fo:country="GB"/></style:default-style><style:style style:name="Default" style:family="table-cell"/></office:styles><office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin-top="1cm" fo:margin-bottom="1.5cm" fo:margin-left="1.5cm" fo:margin-right="1.5cm" style:scale-to-X="1" style:scale-to-Y="0"/><style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.2cm"/></style:header-style><style:footer-style/></style:page-layout><style:style style:name="marking" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties style:font-name="Arial" fo:font-size="12pt" fo:font-weight="bold"/></style:style></office:automatic-styles><office:master-styles><style:master-page style:name="Default" style:page-layout-name="page">${headerXml(book)}</style:master-page></office:master-styles></office:document-styles>`;
}

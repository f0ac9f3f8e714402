import type { NumberFormat } from '../../numbers.js';
import { type CellStyle, FORMATS, formatCode, STYLES } from '../cellStyles.js';
import { escapeXml } from '../plainText.js';
import { MAIN, XML } from './namespaces.js';

/** Identifiers below this are the format's own. */
const FIRST_FORMAT = 164;

const FONTS = [
  { points: 12, bold: false },
  { points: 12, bold: true },
  { points: 16, bold: true },
] as const;

const INDEXES = new Map(STYLES.map(({ name }, index) => [name, index]));

/** Number of a style in the workbook's list. */
export function styleIndex(name: string): number {
  return INDEXES.get(name) ?? 0;
}

function formatId(format: NumberFormat | null): number {
  return format === null ? 0 : FIRST_FORMAT + FORMATS.indexOf(format);
}

function styleXml({ points, bold, align, vertical, wrap, format }: CellStyle): string {
  const font = FONTS.findIndex((one) => one.points === points && one.bold === bold);
  const horizontal = align === 'end' ? ' horizontal="right"' : '';
  const wrapped = wrap ? ' wrapText="1"' : '';
  return `<xf numFmtId="${formatId(format)}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment${horizontal} vertical="${vertical}"${wrapped}/></xf>`;
}

/** The part that says how cells look: Arial, number formats, alignment. No fills; the two listed ones are demanded. */
export function stylesXml(): string {
  const formats = FORMATS.map(
    (format) => `<numFmt numFmtId="${formatId(format)}" formatCode="${escapeXml(formatCode(format))}"/>`,
  );
  const fonts = FONTS.map(
    ({ points, bold }) =>
      `<font>${bold ? '<b/>' : ''}<sz val="${points}"/><name val="Arial"/><family val="2"/></font>`,
  );
  return `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats.join('')}</numFmts><fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${STYLES.length}">${STYLES.map(styleXml).join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

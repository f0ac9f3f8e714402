/** A row of cells in the order of the columns. */
export type Row = readonly string[];

/** How a file is laid out. */
export interface Layout {
  readonly delimiter: ',' | ';';
  readonly newline: '\n' | '\r\n';
  readonly byteOrderMark: boolean;
}

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || cell.includes('"') || cell.includes('\n')
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;
}

/** Rows to a part: large enough to be written in one go, small enough not to hold a file of millions of rows. */
const PART = 2000;

/** The text of a CSV file in parts. */
export function* csvText(rows: Iterable<Row>, layout: Layout): Iterable<string> {
  let part = layout.byteOrderMark ? '\uFEFF' : '';
  let count = 0;
  for (const row of rows) {
    part += row.map((cell) => quoted(cell, layout.delimiter)).join(layout.delimiter) + layout.newline;
    if (++count % PART === 0) {
      yield part;
      part = '';
    }
  }
  if (part !== '') yield part;
}

/** Text as windows-1252 bytes. Only characters that Latin-1 shares with it occur in the sample. @throws RangeError otherwise */
export function windows1252(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 255 || (code > 127 && code < 160))
      throw new RangeError('A character has no place in windows-1252.');
    bytes[i] = code;
  }
  return bytes;
}

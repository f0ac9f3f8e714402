import { parse } from 'csv-parse/sync';
import { IRREGULAR } from './batch.js';
import type { BatchBuilder } from './builder.js';
import type { Layout } from './spans.js';

const QUOTE = 34;

/**
 * End of the record that begins at `from` (just after its line end): the first line end with an even number of
 * quotation marks before it. -1 when the bytes end first.
 */
export function recordEnd(bytes: Buffer, from: number, newline: number): number {
  let quotes = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) quotes ^= 1;
    else if (byte === newline && quotes === 0) return at + 1;
  }
  return -1;
}

/** Parses CSV text (bytes as Latin-1, so nothing is decoded yet) strictly; null when a quotation mark is out of place. */
export function parseStrictly(text: string, layout: Layout): string[][] | null {
  try {
    return parse(text, {
      delimiter: String.fromCharCode(layout.delimiter),
      record_delimiter: layout.newline === 13 ? '\r' : ['\r\n', '\n'],
      relax_column_count: true,
    });
  } catch {
    return null;
  }
}

/**
 * Adds records of a block that holds quotation marks.
 *
 * csv-parse reads them; record ends are found beforehand so that every record keeps its physical line. A quotation
 * mark out of place must not swallow the lines after it: then the first line is read as it stands, and flagged.
 * @returns how many bytes were used; the rest needs more bytes
 */
export function addQuoted(
  bytes: Buffer,
  builder: BatchBuilder,
  layout: Layout,
  last: boolean,
  limit: number,
): number {
  const ends: number[] = [];
  let from = 0;
  for (let end = recordEnd(bytes, 0, layout.newline); end !== -1; end = recordEnd(bytes, end, layout.newline))
    ends.push(end);
  const whole = ends.at(-1) ?? 0;
  const records = whole === 0 ? [] : parseStrictly(bytes.toString('latin1', 0, whole), layout);
  if (
    records !== null &&
    records.length === ends.length &&
    !ends.some((end, i) => isSwallowing(bytes, ends[i - 1] ?? 0, end, layout))
  ) {
    records.forEach((cells, i) => {
      const lines = countLines(bytes, ends[i - 1] ?? 0, ends[i] ?? 0, layout.newline);
      builder.addCells(cells, lines, lines > 1 ? IRREGULAR.multiLine : 0);
    });
    from = whole;
  }
  while (from < bytes.length) {
    const end = recordEnd(bytes, from, layout.newline);
    if (end === -1 && !last && bytes.length - from <= limit) break;
    const cells =
      end === -1 || isSwallowing(bytes, from, end, layout)
        ? null
        : parseStrictly(bytes.toString('latin1', from, end), layout);
    if (cells?.length === 1 && cells[0] !== undefined) {
      const lines = countLines(bytes, from, end, layout.newline);
      builder.addCells(cells[0], lines, lines > 1 ? IRREGULAR.multiLine : 0);
      from = end;
    } else {
      const lineEnd = bytes.indexOf(layout.newline, from);
      if (lineEnd === -1) break;
      const line = bytes.toString('latin1', from, lineEnd).replace(/\r$/, '');
      builder.addCells(line.split(String.fromCharCode(layout.delimiter)), 1, IRREGULAR.strayQuote);
      from = lineEnd + 1;
    }
  }
  return from;
}

/**
 * A record of several lines of which the first and the last would each be a whole record: a quotation mark too many.
 * Delimiters between two quotation marks of one line do not count, those after a mark without partner do.
 */
function isSwallowing(bytes: Buffer, from: number, end: number, layout: Layout): boolean {
  const firstEnd = bytes.indexOf(layout.newline, from);
  if (firstEnd === end - 1 || layout.columns < 2) return false;
  const lastStart = bytes.lastIndexOf(layout.newline, end - 2) + 1;
  const first = bytes.toString('latin1', from, firstEnd);
  const last = bytes.toString('latin1', lastStart, end - 1);
  const delimiter = String.fromCharCode(layout.delimiter);
  return (
    first.replace(/"[^"]*"/g, '').split(delimiter).length === layout.columns &&
    [...last]
      .reverse()
      .join('')
      .replace(/"[^"]*"/g, '')
      .split(delimiter).length === layout.columns
  );
}

function countLines(bytes: Buffer, from: number, to: number, newline: number): number {
  let lines = 0;
  for (let at = from; at < to; at++) if (bytes[at] === newline) lines++;
  return lines;
}

import { isUtf8 } from 'node:buffer';
import { MAX_RECORD_BYTES, ReadProblem } from './batch.js';
import { Carry } from './carry.js';
import { asSingleBytes, byteOrderMark, cellDecoder, type Encoding, looksLikeUtf16 } from './encoding.js';
import { parseStrictly, recordEnd } from './quoted.js';
import type { Source } from './source.js';
import type { Layout } from './spans.js';

const DELIMITERS = [',', ';', '\t', '|'].map((text) => text.charCodeAt(0));
/** How many records at the top may be titles before the header is given up. */
const HEADER_SEARCH = 15;

export interface Declared {
  readonly encoding?: Encoding;
  readonly delimiter?: string;
}

/** What a first look at a file found. */
export interface Inspection extends Layout {
  readonly encoding: Encoding;
  /** The header's cells. */
  readonly header: readonly string[];
  readonly headerLine: number;
  /** Bytes (after UTF-16 became UTF-8) up to the first record, and the line on which it begins. */
  readonly skip: number;
  readonly firstLine: number;
  /** Lines above the header that are not blank. */
  readonly titleLines: number;
  /** Where undeclared Windows-1252 was noticed: the first byte that is no UTF-8. */
  readonly fallback: { readonly line: number; readonly column: number } | null;
}

/**
 * Looks at a whole file once: encoding, line ends, delimiter, header.
 * @param score how many of the cells are headers that the schema knows; decides on delimiter and header line
 * @throws {ReadProblem} when the file is empty, binary, not in the declared encoding, or has an endless line
 */
export async function inspect(
  source: Source,
  declared: Declared,
  score: (cells: readonly string[]) => number,
): Promise<Inspection> {
  const first = await firstBlock(source);
  if (first.length === 0) throw new ReadProblem('empty');
  const mark = byteOrderMark(first);
  const announced = mark?.encoding ?? declared.encoding ?? looksLikeUtf16(first);
  const wide = announced === 'utf-16le' || announced === 'utf-16be';
  const scan = await scanText(
    asSingleBytes(source.blocks(), announced ?? 'utf-8'),
    announced === 'windows-1252',
  );
  const markLength = wide ? 0 : (mark?.length ?? 0);
  const encoding: Encoding = scan.bad === null ? (announced ?? 'utf-8') : 'windows-1252';
  if (scan.bad !== null && announced !== null) throw new ReadProblem('badEncoding', scan.bad.line);
  const head = scan.head.subarray(markLength);
  const newline = head.includes(10) ? 10 : head.includes(13) ? 13 : 10;
  const choice = chooseHeader(head, newline, declared.delimiter, (bytes) =>
    score(bytes.map((cell) => decode(cell, encoding))),
  );
  if (choice === null) throw new ReadProblem('empty');
  return {
    encoding,
    newline,
    delimiter: choice.delimiter,
    columns: choice.cells.length,
    header: choice.cells.map((cell) => decode(cell, encoding)),
    headerLine: choice.line,
    skip: markLength + choice.end,
    firstLine: choice.nextLine,
    titleLines: choice.titleLines,
    fallback:
      scan.bad === null ? null : { line: scan.bad.line, column: badCell(scan.bad.bytes, choice.delimiter) },
  };
}

async function firstBlock(source: Source): Promise<Buffer> {
  for await (const block of source.blocks()) return block;
  return Buffer.alloc(0);
}

interface Scan {
  readonly head: Buffer;
  readonly bad: { readonly line: number; readonly bytes: Buffer } | null;
}

async function scanText(blocks: AsyncIterable<Buffer>, singleByte: boolean): Promise<Scan> {
  let head: Buffer | null = null;
  let bad: Scan['bad'] = null;
  const rest = new Carry();
  let lines = 0;
  for await (const block of blocks) {
    if (block.includes(0)) throw new ReadProblem('binary');
    head ??= block;
    if (singleByte || bad !== null) continue;
    const bytes = rest.join(block);
    const end = Math.max(bytes.lastIndexOf(10), bytes.lastIndexOf(13)) + 1;
    const text = bytes.subarray(0, end);
    if (!isUtf8(text)) bad = firstBadLine(text, lines);
    lines += countLineEnds(text);
    rest.keep(bytes.subarray(end));
    if (rest.length > MAX_RECORD_BYTES) throw new ReadProblem('recordTooLong', lines + 1);
  }
  if (bad === null && !isUtf8(rest.bytes())) bad = { line: lines + 1, bytes: rest.bytes() };
  return { head: head ?? Buffer.alloc(0), bad };
}

function countLineEnds(bytes: Buffer): number {
  const mark = bytes.includes(10) ? 10 : 13;
  let lines = 0;
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + 1)) lines++;
  return lines;
}

function firstBadLine(bytes: Buffer, linesBefore: number): Scan['bad'] {
  const mark = bytes.includes(10) ? 10 : 13;
  let line = linesBefore;
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(mark, from);
    const end = found === -1 ? bytes.length : found;
    line++;
    const text = bytes.subarray(from, end);
    if (!isUtf8(text)) return { line, bytes: Buffer.from(text) };
    from = end + 1;
  }
  return null;
}

/** Number (0-based) of the first cell of a line that is not UTF-8. */
function badCell(line: Buffer, delimiter: number): number {
  let column = 0;
  for (let from = 0; from <= line.length; column++) {
    const found = line.indexOf(delimiter, from);
    const end = found === -1 ? line.length : found;
    if (!isUtf8(line.subarray(from, end))) return column;
    from = end + 1;
  }
  return 0;
}

interface HeaderChoice {
  readonly delimiter: number;
  readonly cells: readonly string[];
  readonly line: number;
  readonly end: number;
  readonly nextLine: number;
  readonly titleLines: number;
}

/**
 * The header is the record near the top with the most known headers; without any, the first record that is not blank,
 * cut at the delimiter that gives the most cells.
 */
function chooseHeader(
  head: Buffer,
  newline: number,
  declared: string | undefined,
  score: (cells: readonly string[]) => number,
): HeaderChoice | null {
  const bytes = head.includes(newline) ? head : Buffer.concat([head, Buffer.from([newline])]);
  let best: (HeaderChoice & { readonly known: number }) | null = null;
  for (const delimiter of declared === undefined ? DELIMITERS : [declared.charCodeAt(0)]) {
    let line = 1;
    let titleLines = 0;
    let start = 0;
    for (let record = 0; record < HEADER_SEARCH && start < bytes.length; record++) {
      const closed = recordEnd(bytes, start, newline);
      const end = closed === -1 ? bytes.indexOf(newline, start) + 1 : closed;
      if (end === 0) break;
      const text = bytes.toString('latin1', start, end);
      const lineEnds = text.split(String.fromCharCode(newline)).length - 1;
      const cells = parseStrictly(text, { delimiter, newline, columns: 0 })?.[0] ?? null;
      if (cells?.some((cell) => cell.trim() !== '')) {
        const known = score(cells);
        if (
          best === null ||
          known > best.known ||
          (best.known === 0 && titleLines === 0 && cells.length > best.cells.length)
        )
          best = { delimiter, cells, line, end, nextLine: line + lineEnds, titleLines, known };
        titleLines++;
      }
      line += lineEnds;
      start = end;
    }
  }
  return best;
}

function decode(cell: string, encoding: Encoding): string {
  return cellDecoder(encoding)(Buffer.from(cell, 'latin1'));
}

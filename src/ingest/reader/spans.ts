import { IRREGULAR } from './batch.js';
import { FNV_OFFSET, FNV_PRIME, hashBytes } from './interner.js';

const CR = 13;

/** How a file is cut into records and cells. */
export interface Layout {
  /** Number of columns of the header. */
  readonly columns: number;
  readonly delimiter: number;
  /** The byte that ends a line: 10 (LF and CRLF) or 13 (CR alone). */
  readonly newline: number;
}

/** Where the cells of one column lie in a block of bytes, with the hash of each. */
export interface ColumnSpans {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly hashes: Int32Array;
}

/**
 * Where the cells of a run of lines lie. Cells are found line by line but looked up column by column, because the table
 * of one column then stays in the processor's cache: that halves the time of a large file.
 */
export class CellSpans {
  readonly columns: readonly ColumnSpans[];
  /** Line of each row, counted from the first line of the run. */
  readonly lines: Int32Array;
  readonly flags: Uint8Array;
  rows = 0;
  lineCount = 0;
  blankLines = 0;

  constructor(
    private readonly layout: Layout,
    readonly capacity: number,
  ) {
    this.columns = Array.from({ length: layout.columns }, () => ({
      starts: new Int32Array(capacity),
      ends: new Int32Array(capacity),
      hashes: new Int32Array(capacity),
    }));
    this.lines = new Int32Array(capacity);
    this.flags = new Uint8Array(capacity);
  }

  /**
   * Finds the cells of whole lines without quotation marks, `most` rows at most.
   * @param to just after a line end
   * @returns the byte after the last line that was taken
   */
  scan(bytes: Buffer, from: number, to: number, most: number): number {
    const { newline } = this.layout;
    const limit = Math.min(most, this.capacity);
    this.rows = 0;
    this.lineCount = 0;
    this.blankLines = 0;
    let at = from;
    while (at < to && this.rows < limit) {
      if (bytes[at] === newline || (bytes[at] === CR && bytes[at + 1] === newline)) {
        at += bytes[at] === newline ? 1 : 2;
        this.blankLines++;
      } else {
        this.lines[this.rows] = this.lineCount;
        at = this.#line(bytes, at);
        this.rows++;
      }
      this.lineCount++;
    }
    return at;
  }

  #line(bytes: Buffer, from: number): number {
    const { delimiter, newline } = this.layout;
    const row = this.rows;
    let at = from;
    let flags = 0;
    let column = 0;
    for (;;) {
      const start = at;
      let hash = FNV_OFFSET;
      let byte = bytes[at] ?? newline;
      while (byte !== delimiter && byte !== newline) {
        hash = Math.imul(hash ^ byte, FNV_PRIME);
        byte = bytes[++at] ?? newline;
      }
      let end = at;
      if (byte === newline && end > start && bytes[end - 1] === CR && newline !== CR)
        hash = hashBytes(bytes, start, --end);
      const spans = this.columns[column++];
      if (spans !== undefined) {
        spans.starts[row] = start;
        spans.ends[row] = end;
        spans.hashes[row] = hash;
      } else if (end > start) flags = IRREGULAR.long;
      at++;
      if (byte === newline) break;
    }
    for (; column < this.columns.length; column++) {
      const spans = this.columns[column];
      if (spans === undefined) break;
      spans.starts[row] = at;
      spans.ends[row] = at;
      spans.hashes[row] = FNV_OFFSET;
      flags = IRREGULAR.short;
    }
    this.flags[row] = flags;
    return at;
  }
}

import { type Batch, IRREGULAR } from './batch.js';
import { type Decode, hashBytes, Interner } from './interner.js';

const CR = 13;
const FIRST_CAPACITY = 1024;
const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

/** How a file is cut into records and cells. */
export interface Layout {
  /** Number of columns of the header. */
  readonly columns: number;
  readonly delimiter: number;
  /** The byte that ends a line: 10 (LF and CRLF) or 13 (CR alone). */
  readonly newline: number;
}

/** Collects records into batches of dictionary-encoded columns. */
export class BatchBuilder {
  readonly #layout: Layout;
  /** Rows of the batch being filled; the first batches are small, so that small files cost little. */
  #capacity: number;
  readonly #most: number;
  readonly #columns: readonly Interner[];
  #index: Int32Array[];
  #lines: Int32Array;
  #irregular: Uint8Array;
  #rows = 0;
  #records = 0;
  #blank = 0;
  readonly #ready: Batch[] = [];
  /** Physical line on which the next record begins. */
  line: number;

  constructor(layout: Layout, decode: Decode, firstLine: number, capacity: number) {
    this.#layout = layout;
    this.#most = capacity;
    this.#capacity = Math.min(FIRST_CAPACITY, capacity);
    this.line = firstLine;
    this.#columns = Array.from({ length: layout.columns }, () => new Interner(decode));
    this.#index = this.#columns.map(() => new Int32Array(this.#capacity));
    this.#lines = new Int32Array(this.#capacity);
    this.#irregular = new Uint8Array(this.#capacity);
  }

  /**
   * Adds whole lines that hold no quotation mark: the fast road.
   * @param to just after a line end
   */
  addPlain(bytes: Buffer, from: number, to: number): void {
    const { delimiter, newline, columns } = this.#layout;
    let at = from;
    while (at < to) {
      const lineStart = at;
      if (bytes[at] === newline || (bytes[at] === CR && bytes[at + 1] === newline)) {
        at += bytes[at] === newline ? 1 : 2;
        this.#blank++;
        this.line++;
        continue;
      }
      const row = this.#rows;
      let column = 0;
      let flags = 0;
      for (;;) {
        const start = at;
        let hash = FNV_OFFSET;
        let byte = bytes[at] ?? newline;
        while (byte !== delimiter && byte !== newline) {
          hash = Math.imul(hash ^ byte, FNV_PRIME);
          byte = bytes[++at] ?? newline;
        }
        let end = at;
        if (byte === newline && end > lineStart && bytes[end - 1] === CR && newline !== CR && end > start) {
          end--;
          hash = hashBytes(bytes, start, end);
        }
        const interner = this.#columns[column];
        const index = this.#index[column];
        if (interner !== undefined && index !== undefined)
          index[row] = interner.intern(bytes, start, end, hash);
        else if (end > start) flags = IRREGULAR.long;
        column++;
        at++;
        if (byte === newline) break;
      }
      if (column < columns) flags = this.#fill(row, column);
      this.#close(flags, 1);
    }
  }

  /** Adds one record whose cells are already known, as byte strings. */
  addCells(cells: readonly string[], lines: number, flags: number): void {
    if (cells.length === 1 && cells[0] === '' && lines === 1) {
      this.#blank++;
      this.line++;
      return;
    }
    const row = this.#rows;
    let mine = flags;
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column] ?? '';
      const interner = this.#columns[column];
      const index = this.#index[column];
      if (interner !== undefined && index !== undefined) {
        const bytes = Buffer.from(cell, 'latin1');
        index[row] = interner.intern(bytes, 0, bytes.length, hashBytes(bytes, 0, bytes.length));
      } else if (cell !== '') mine |= IRREGULAR.long;
    }
    if (cells.length < this.#layout.columns) mine |= this.#fill(row, cells.length);
    this.#close(mine, lines);
  }

  /** The batches that are full; with `all`, also what has been begun. */
  take(all: boolean): Batch[] {
    if (all && (this.#rows > 0 || this.#blank > 0)) this.#cut(0);
    return this.#ready.splice(0);
  }

  #fill(row: number, from: number): number {
    const nothing = Buffer.alloc(0);
    for (let column = from; column < this.#layout.columns; column++) {
      const interner = this.#columns[column];
      const index = this.#index[column];
      if (interner !== undefined && index !== undefined)
        index[row] = interner.intern(nothing, 0, 0, FNV_OFFSET);
    }
    return IRREGULAR.short;
  }

  #close(flags: number, lines: number): void {
    this.#lines[this.#rows] = this.line;
    this.#irregular[this.#rows] = flags;
    this.line += lines;
    this.#rows++;
    this.#records++;
    if (this.#rows === this.#capacity) this.#cut(Math.min(8 * this.#capacity, this.#most));
  }

  /** @param next rows of the batch after this one */
  #cut(next: number): void {
    const rows = this.#rows;
    this.#ready.push({
      firstRecord: this.#records - rows + 1,
      rows,
      columns: this.#columns.map((column, c) => ({
        dictionary: column.texts(),
        index: (this.#index[c] ?? new Int32Array(0)).subarray(0, rows),
      })),
      lines: this.#lines.subarray(0, rows),
      irregular: this.#irregular.subarray(0, rows),
      blankLines: this.#blank,
    });
    this.#capacity = next;
    this.#index = this.#columns.map(() => new Int32Array(this.#capacity));
    this.#lines = new Int32Array(this.#capacity);
    this.#irregular = new Uint8Array(this.#capacity);
    this.#rows = 0;
    this.#blank = 0;
  }
}

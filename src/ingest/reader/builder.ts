import { type Batch, IRREGULAR } from './batch.js';
import { type Decode, FNV_OFFSET, hashBytes, Interner } from './interner.js';
import { CellSpans, type Layout } from './spans.js';

const FIRST_CAPACITY = 1024;
/** Rows whose cells are found before they are looked up. */
const RUN = 32_768;

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
  #spans: CellSpans | null = null;
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
    for (let at = from; at < to; ) {
      const spans = this.#spansFor(to - at);
      at = spans.scan(bytes, at, to, this.#capacity - this.#rows);
      this.#take(bytes, spans);
    }
  }

  #spansFor(bytes: number): CellSpans {
    const wanted = Math.min(RUN, Math.max(FIRST_CAPACITY, bytes >> 5));
    if (this.#spans === null || this.#spans.capacity < wanted)
      this.#spans = new CellSpans(this.#layout, wanted);
    return this.#spans;
  }

  #take(bytes: Buffer, spans: CellSpans): void {
    const first = this.#rows;
    const { rows } = spans;
    for (let column = 0; column < spans.columns.length; column++) {
      const interner = this.#columns[column];
      const index = this.#index[column];
      const found = spans.columns[column];
      if (interner === undefined || index === undefined || found === undefined) break;
      const { starts, ends, hashes } = found;
      for (let row = 0; row < rows; row++)
        index[first + row] = interner.intern(bytes, starts[row] ?? 0, ends[row] ?? 0, hashes[row] ?? 0);
    }
    for (let row = 0; row < rows; row++) {
      this.#lines[first + row] = this.line + (spans.lines[row] ?? 0);
      this.#irregular[first + row] = spans.flags[row] ?? 0;
    }
    this.line += spans.lineCount;
    this.#blank += spans.blankLines;
    this.#rows += rows;
    this.#records += rows;
    if (this.#rows === this.#capacity) this.#cut(Math.min(8 * this.#capacity, this.#most));
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

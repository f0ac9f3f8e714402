/** A run of records as dictionary-encoded columns. */
export interface Batch {
  /** Number of the first record (1-based, header and blank lines excluded). */
  readonly firstRecord: number;
  readonly rows: number;
  /** One entry a column of the header. Dictionaries grow from batch to batch; an index never changes its meaning. */
  readonly columns: readonly BatchColumn[];
  /** Physical line (1-based) on which each record begins. */
  readonly lines: Int32Array;
  /** What was irregular about each record: a sum of {@link IRREGULAR} flags, 0 for a regular record. */
  readonly irregular: Uint8Array;
  /** Empty lines met since the batch before. */
  readonly blankLines: number;
}

export interface BatchColumn {
  readonly dictionary: readonly string[];
  readonly index: Int32Array;
}

/** Flags of a record that does not look as it should. */
export const IRREGULAR = {
  /** Fewer cells than the header; the rest is read as blank. */
  short: 1,
  /** More cells than the header, and not only empty ones; the rest is not read. */
  long: 2,
  /** A quotation mark that does not open or close a cell; the line was read as it stands. */
  strayQuote: 4,
  /** A quoted cell holds a line break. */
  multiLine: 8,
} as const;

/** Why a file cannot be read as a table. */
export type ReadProblemKind =
  | 'missing'
  | 'folder'
  | 'notPermitted'
  | 'notAFile'
  | 'empty'
  | 'binary'
  | 'badEncoding'
  | 'recordTooLong'
  | 'changed'
  | 'failed';

/** Reading stopped. It carries places only, so that no text of the file can travel with it. */
export class ReadProblem extends Error {
  override readonly name = 'ReadProblem';

  constructor(
    readonly kind: ReadProblemKind,
    readonly line: number | null = null,
  ) {
    super(`the file could not be read (${kind})`);
  }
}

/** The largest record that is read; anything longer is not a table of cells. */
export const MAX_RECORD_BYTES = 1 << 20;

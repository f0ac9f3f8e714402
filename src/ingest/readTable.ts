import type { ReadProblem } from './reader/batch.js';
import { ReadProblem as Problem } from './reader/batch.js';
import { asSingleBytes, cellDecoder } from './reader/encoding.js';
import { type Declared, type Inspection, inspect } from './reader/inspect.js';
import { readBatches } from './reader/readBatches.js';
import { type OpenSource, openFile } from './reader/source.js';

/** A file's cells as text, dictionary-encoded, before anything is known about their meaning. */
export interface RawTable {
  readonly inspection: Inspection;
  readonly rows: number;
  /** One entry a column of the header; emptied by {@link release}. */
  readonly columns: readonly RawColumn[];
  /** Lets go of the columns, once they have been typed: their texts take half the memory of a large file. */
  release(): void;
  /** Physical line of each record. */
  readonly lines: Int32Array;
  readonly irregular: Uint8Array;
  readonly blankLines: number;
  /** SHA-256 (hex) of the file. */
  readonly digest: string;
}

export interface RawColumn {
  readonly dictionary: readonly string[];
  readonly index: Int32Array;
}

export type ReadResult =
  | { readonly table: RawTable; readonly problem: null }
  | { readonly table: null; readonly problem: ReadProblem };

/**
 * Reads a whole file. Whatever is wrong with it comes back as a problem.
 * @param score how many of some cells are headers that the schema knows
 */
export async function readTable(
  path: string,
  declared: Declared,
  score: (cells: readonly string[]) => number,
  openSource: OpenSource = openFile,
): Promise<ReadResult> {
  try {
    const source = await openSource(path);
    try {
      const inspection = await inspect(source, declared, score);
      const bytes = asSingleBytes(source.blocks(), inspection.encoding);
      const batches = readBatches(bytes, { ...inspection, decode: cellDecoder(inspection.encoding) });
      const table = await gather(batches, inspection, () => source.digest());
      if (await source.hasChanged()) throw new Problem('changed');
      return { table, problem: null };
    } finally {
      await source.close();
    }
  } catch (error) {
    if (error instanceof Problem) return { table: null, problem: error };
    throw error;
  }
}

async function gather(
  batches: ReturnType<typeof readBatches>,
  inspection: Inspection,
  digest: () => string,
): Promise<RawTable> {
  const indexes: Int32Array[][] = Array.from({ length: inspection.columns }, () => []);
  const dictionaries: (readonly string[])[] = Array.from({ length: inspection.columns }, () => []);
  const lines: Int32Array[] = [];
  const irregular: Uint8Array[] = [];
  let blankLines = 0;
  for await (const batch of batches) {
    batch.columns.forEach((column, c) => {
      indexes[c]?.push(column.index);
      dictionaries[c] = column.dictionary;
    });
    lines.push(batch.lines);
    irregular.push(batch.irregular);
    blankLines += batch.blankLines;
  }
  const rows = lines.reduce((sum, part) => sum + part.length, 0);
  const columns = indexes.map((parts, c) => ({
    dictionary: dictionaries[c] ?? [],
    index: join(parts, new Int32Array(rows)),
  }));
  dictionaries.length = 0;
  return {
    inspection,
    rows,
    columns,
    release() {
      columns.length = 0;
    },
    lines: join(lines, new Int32Array(rows)),
    irregular: join(irregular, new Uint8Array(rows)),
    blankLines,
    digest: digest(),
  };
}

/** Copies the parts one after the other and lets go of them. */
function join<T extends Int32Array | Uint8Array>(parts: T[], whole: T): T {
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  parts.length = 0;
  return whole;
}

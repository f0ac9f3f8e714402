import { type Batch, MAX_RECORD_BYTES, ReadProblem } from './batch.js';
import { BatchBuilder } from './builder.js';
import { Carry } from './carry.js';
import type { Decode } from './interner.js';
import { addQuoted } from './quoted.js';
import type { Layout } from './spans.js';

export interface ReadOptions extends Layout {
  readonly decode: Decode;
  /** Bytes before the first record: byte order mark, title lines, header. */
  readonly skip: number;
  /** Physical line on which the first record begins. */
  readonly firstLine: number;
  /** Records a batch; 65,536 unless told. */
  readonly batchRows?: number;
}

/**
 * Reads delimited text into batches of dictionary-encoded columns.
 *
 * Lines without a quotation mark are split byte by byte, everything else is read by csv-parse; both give the same.
 * @param source the file's bytes in blocks, one byte a character for the delimiter and line ends (UTF-8 or Windows-1252)
 * @throws {ReadProblem} when a record is longer than {@link MAX_RECORD_BYTES} or the file holds zero bytes
 */
export async function* readBatches(
  source: AsyncIterable<Buffer>,
  options: ReadOptions,
): AsyncGenerator<Batch> {
  const builder = new BatchBuilder(options, options.decode, options.firstLine, options.batchRows ?? 1 << 16);
  const rest = new Carry();
  let skip = options.skip;
  for await (const block of source) {
    const fresh = skip === 0 ? block : block.subarray(Math.min(skip, block.length));
    skip -= Math.min(skip, block.length);
    if (fresh.includes(0)) throw new ReadProblem('binary');
    const bytes = rest.join(fresh);
    rest.keep(bytes.subarray(add(bytes, builder, options, false)));
    if (rest.length > MAX_RECORD_BYTES) throw new ReadProblem('recordTooLong', builder.line);
    yield* builder.take(false);
  }
  if (rest.length > 0) {
    const last = rest.bytes();
    add(
      last.at(-1) === options.newline ? last : rest.join(Buffer.of(options.newline)),
      builder,
      options,
      true,
    );
  }
  yield* builder.take(true);
}

/** Adds the whole records of `bytes`; returns how many bytes that was. */
function add(bytes: Buffer, builder: BatchBuilder, layout: Layout, last: boolean): number {
  if (bytes.includes(34)) return addQuoted(bytes, builder, layout, last, MAX_RECORD_BYTES);
  const end = bytes.lastIndexOf(layout.newline) + 1;
  if (end > 0) builder.addPlain(bytes, 0, end);
  return end;
}

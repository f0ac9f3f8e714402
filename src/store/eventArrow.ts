import { type Table, tableFromColumns, tableFromIPC, tableToIPC } from '@uwdata/flechette';
import * as z from 'zod';
import type { Column, EventTable } from '../extracts/table.js';
import { fromArrowColumn, toArrowColumn } from './arrowColumns.js';

const METADATA = 'profile';

const description = z.strictObject({
  rows: z.int().min(0),
  kinds: z.array(z.tuple([z.string(), z.enum(['code', 'day', 'minute', 'integer', 'number'])])),
});

/** The Arrow bytes of a table: the same table always gives the same bytes. */
export function encodeEvents(table: EventTable): Uint8Array {
  const columns = [...table.columns];
  const kinds = columns.map(([name, { kind }]) => [name, kind]);
  const arrow = tableFromColumns(columns.map(([name, column]) => [name, toArrowColumn(column)]));
  arrow.schema.metadata = new Map([[METADATA, JSON.stringify({ rows: table.rows, kinds })]]);
  return ipcBytes(arrow);
}

/** Arrow's IPC stream format, in memory. */
export function ipcBytes(arrow: Table): Uint8Array {
  const bytes = tableToIPC(arrow, { format: 'stream' });
  if (bytes === null) throw new TypeError('Arrow bytes went elsewhere than to memory.');
  return bytes;
}

/**
 * The rows and columns of Arrow bytes that {@link encodeEvents} made. The columns lie on the bytes: do not change them.
 * @throws when the bytes are something else
 */
export function decodeEvents(bytes: Uint8Array): Pick<EventTable, 'rows' | 'columns'> {
  const arrow = tableFromIPC(bytes);
  const { rows, kinds } = description.parse(JSON.parse(arrow.schema.metadata?.get(METADATA) ?? ''));
  const columns = new Map<string, Column>();
  for (const [i, [name, kind]] of kinds.entries()) {
    const stored = arrow.children[i];
    if (stored === undefined || stored.length !== rows) throw new RangeError('A column has not its length.');
    columns.set(name, fromArrowColumn(stored, kind));
  }
  return { rows, columns };
}

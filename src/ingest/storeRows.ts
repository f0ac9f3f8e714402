import type { EventTable, LinkTable } from '../extracts/table.js';
import { blankField } from './cells.js';
import { buildTable } from './eventTable.js';
import { FATE } from './fate.js';
import type { IngestInput } from './ingestInput.js';
import type { JudgedRows } from './judgeRows.js';
import { encodeProfiles, foldSex, personFields } from './persons.js';
import { codeAt } from './typedField.js';

const SEXES = ['M', 'F', 'U'] as const;

/**
 * Makes the stored table and the linkage evidence of the accepted rows.
 * @param judged null for a nil return: a table without rows
 * @returns null when nothing is to be stored (no encoder, agency or period)
 */
export function storeRows(
  input: IngestInput,
  judged: JudgedRows | null,
  fates: Uint8Array,
): { readonly table: EventTable; readonly links: LinkTable | null } | null {
  const { schema, agency, period, encoder, owners } = input;
  if (encoder === null || agency === null || period === null) return null;
  const fields = judged?.fields ?? new Map(schema.fields.map((field) => [field.name, blankField(field, 0)]));
  const rows = acceptedRows(fates);
  const parts = personFields(fields.values());
  const localId = parts.get('localId');
  if (localId === undefined || schema.personRole === null) {
    const table = buildTable({ schema, agency, period, fields, rows, derived: null, encoder, owners });
    return { table, links: null };
  }
  const sexColumn = parts.get('sex')?.column;
  const sexOf = (row: number) => foldSex(sexColumn === undefined ? null : codeAt(sexColumn, row));
  const sexIndex = new Int32Array(fates.length);
  if (sexColumn?.kind === 'code') {
    const entries = Int32Array.from(sexColumn.dictionary, (text) => SEXES.indexOf(foldSex(text)));
    for (let row = 0; row < fates.length; row++)
      sexIndex[row] = entries[sexColumn.index[row] ?? -1] ?? SEXES.indexOf('U');
  } else sexIndex.fill(SEXES.indexOf('U'));
  const derived = { localId, age: judged?.ages ?? new Int32Array(0), sex: SEXES, sexIndex };
  return {
    table: buildTable({ schema, agency, period, fields, rows, derived, encoder, owners }),
    links: encodeProfiles(parts, rows, agency, encoder, sexOf),
  };
}

function acceptedRows(fates: Uint8Array): Int32Array {
  const rows = new Int32Array(fates.length);
  let count = 0;
  for (let row = 0; row < fates.length; row++) if (fates[row] === FATE.accepted) rows[count++] = row;
  return rows.slice(0, count);
}

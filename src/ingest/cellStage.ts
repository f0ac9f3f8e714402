import { CELL_PROBLEMS } from '../extracts/cellProblems.js';
import type { DateFormat } from '../extracts/dateCells.js';
import type { ExtractSchema, FieldSchema } from '../extracts/schema.js';
import { cellValidator } from '../extracts/validators.js';
import { districtOfPostcode } from '../reference/postcodes.js';
import { blankField, type CheckedCells, checkCells } from './cells.js';
import { type FindingCollector, rowsWhere } from './collector.js';
import { type ColumnMap, placeOf } from './columns.js';
import { checkDates } from './dateColumns.js';
import { FATE } from './fate.js';
import * as messages from './messages.js';
import { notice } from './notice.js';
import type { RawTable } from './readTable.js';
import { dayAt, isNull, type TypedField } from './typedField.js';

/** A typed field with what is known of its codes' dates, for rule F12. */
interface Judged extends TypedField {
  readonly checked: CheckedCells | null;
}

/** What the stage works on. */
export interface CellRequest {
  readonly table: RawTable;
  readonly schema: ExtractSchema;
  readonly map: ColumnMap;
  /** Format of all dates, from the delivery note; null to let each column tell. */
  readonly dateFormat: DateFormat | null;
  readonly fates: Uint8Array;
  readonly collector: FindingCollector;
}

/**
 * Types all cells, reports what is wrong with them, and rejects the rows that cannot be used because of it: a bad or
 * blank cell of a required column (GEN-001 ...), a bad date on which a duration depends, a code out of its dates (F12).
 * Any other bad cell is treated as blank, and said. The table's texts are let go of.
 */
export function judgeCells(request: CellRequest): ReadonlyMap<string, TypedField> {
  const { schema, table, fates } = request;
  const fields = new Map(schema.fields.map((field) => [field.name, judgeField(field, request)]));
  fillDistrict(schema, fields);
  for (const { field, checked } of fields.values()) {
    const bad = checked?.problemOf ?? null;
    if (bad === null || !rejectsRow(field)) continue;
    for (let row = 0; row < table.rows; row++)
      if (fates[row] === FATE.accepted && bad[row] !== 0) fates[row] = FATE.rejected;
  }
  judgeRequired(request, fields);
  table.release();
  return fields;
}

function judgeField(field: FieldSchema, request: CellRequest): Judged {
  const { table, map, fates, collector } = request;
  const raw = table.columns[map.columnOf.get(field.name) ?? -1];
  if (raw === undefined) return { ...blankField(field, table.rows), checked: null };
  const dated = field.type === 'date' || field.type === 'datetime';
  const checked = dated
    ? checkDates(field, raw, request.dateFormat)
    : checkCells(field, raw, cellValidator(field));
  const place = placeOf(map, field.name);
  const { problemOf, kinds, repeated } = checked;
  if (problemOf !== null)
    kinds.forEach((kind, number) => {
      const rows = rowsWhere(
        table.rows,
        (row) => problemOf[row] === number + 1 && fates[row] === FATE.accepted,
      );
      const { rule, says } = CELL_PROBLEMS[kind];
      const said = messages.badCells(place, rows.total, says, !rejectsRow(field));
      collector.rows(notice(rule, said, rejectsRow(field) ? undefined : 'warning'), rows, place);
    });
  if (repeated.size > 0) {
    const rows = rowsWhere(table.rows, (row) => repeated.has(raw.index[row] ?? -1));
    collector.rows(notice('GEN-024', messages.repeatedCodes(place, rows.total)), rows, place);
  }
  return { field, place, column: checked.column, checked };
}

/** A bad cell costs the row when the row cannot do without it, or would tell a wrong time: "still missing", for one. */
function rejectsRow(field: FieldSchema): boolean {
  const timed = (field.type === 'date' || field.type === 'datetime') && field.person === undefined;
  return field.requirement === 'required' || (timed && field.requirement === 'conditional');
}

/** A column that is not in the file is one finding about the header, not one a row. */
function judgeRequired(request: CellRequest, fields: ReadonlyMap<string, Judged>): void {
  const { table, schema, map, fates, collector } = request;
  const marks = new Uint8Array(table.rows);
  const flag = (test: (row: number) => boolean) =>
    rowsWhere(table.rows, (row) => {
      if (fates[row] !== FATE.accepted || !test(row)) return false;
      marks[row] = 1;
      return true;
    });
  for (const { field, place, column } of fields.values()) {
    const fillable = field.name === schema.districtField;
    if (field.requirement !== 'required' || (!map.columnOf.has(field.name) && !fillable)) continue;
    const blank = flag((row) => isNull(column, row));
    collector.rows(notice('GEN-001', messages.missingCells(place, blank.total)), blank, place);
  }
  const event = fields.get(schema.periodField ?? schema.ageAtField ?? '')?.column;
  for (const { field, place, checked } of fields.values()) {
    const raw = table.columns[map.columnOf.get(field.name) ?? -1];
    const valid = checked?.valid;
    if (event === undefined || raw === undefined || valid === undefined || valid.size === 0) continue;
    const rows = flag((row) => {
      const dates = valid.get(raw.index[row] ?? -1);
      const day = dates === undefined ? null : dayAt(event, row);
      if (dates === undefined || day === null) return false;
      return (dates.from !== null && day < dates.from) || (dates.to !== null && day > dates.to);
    });
    collector.rows(notice('F12', messages.codeOutOfDates(place, rows.total)), rows, place);
  }
  for (let row = 0; row < table.rows; row++) if (marks[row] === 1) fates[row] = FATE.rejected;
}

/** Fills the blank cells of the district column from the postcode column; each distinct postcode is looked up once. */
function fillDistrict(schema: ExtractSchema, fields: Map<string, Judged>): void {
  const district = fields.get(schema.districtField ?? '');
  const postcode = [...fields.values()].find((one) => one.field.person === 'postcode')?.column;
  if (district?.column.kind !== 'code' || postcode?.kind !== 'code' || postcode.dictionary.length === 0)
    return;
  const old = district.column;
  const dictionary = [...old.dictionary];
  const entries = new Int32Array(postcode.dictionary.length).fill(-2);
  const index = old.index.map((entry, row) => {
    const from = postcode.index[row] ?? -1;
    if (entry >= 0 || from < 0) return entry;
    if (entries[from] === -2) {
      const area = districtOfPostcode(postcode.dictionary[from] ?? '');
      const known = area === null ? -1 : dictionary.indexOf(area);
      entries[from] = area === null || known >= 0 ? known : dictionary.push(area) - 1;
    }
    return entries[from] ?? -1;
  });
  fields.set(district.field.name, { ...district, column: { kind: 'code', dictionary, index } });
}

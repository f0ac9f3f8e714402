import type { ExtractSchema } from '../extracts/schema.js';
import type { Day } from '../reference/brands.js';
import { halfYear } from '../reference/calendar.js';
import type { FieldCompleteness } from './across/model.js';
import { agesAt } from './ages.js';
import { judgeCells } from './cellStage.js';
import { type FindingCollector, rowsWhere } from './collector.js';
import type { ColumnMap } from './columns.js';
import { decideRepeats } from './duplicates.js';
import { FATE } from './fate.js';
import { judgeFileRules } from './fileRuleStage.js';
import type { IngestInput } from './ingestInput.js';
import * as messages from './messages.js';
import type { ExtractMeta } from './meta.js';
import { notice } from './notice.js';
import { personFields } from './persons.js';
import type { RawTable } from './readTable.js';
import { judgeRowRules } from './rowRuleStage.js';
import { dayAt, isNull, type TypedField } from './typedField.js';

export interface JudgeRequest {
  readonly input: IngestInput;
  readonly table: RawTable;
  readonly map: ColumnMap;
  /** Fate of each row; decided here for the rows that are still open. */
  readonly fates: Uint8Array;
  readonly meta: ExtractMeta;
  readonly collector: FindingCollector;
}

/** The rows of a file after all judgements that concern one file. */
export interface JudgedRows {
  readonly fields: ReadonlyMap<string, TypedField>;
  /** Completed years at the event, NULL_INT when not known. */
  readonly ages: Int32Array;
  readonly completeness: readonly FieldCompleteness[];
  readonly lateRows: number;
}

/** Field whose value says that a crime was cancelled after recording. */
const CANCELLED = 'cancelled_at';

/**
 * Judges all rows of a file, in this order: cells, required cells, row rules, repeats, rows outside the product's scope,
 * file rules, period. A row that has been decided is not judged again.
 */
export function judgeRows(request: JudgeRequest): JudgedRows {
  const { input, table, map, fates, meta, collector } = request;
  const { schema } = input;
  const fields = judgeCells({ table, schema, map, dateFormat: meta.dateFormat, fates, collector });
  const parts = personFields(fields.values());
  const ages = agesAt(parts, fields.get(schema.ageAtField ?? ''), table.rows);
  const outOfScope = scopeOf(schema, fields, ages);
  judgeRowRules({
    schema,
    fields,
    map,
    ages,
    fates,
    outOfScope,
    periodEnd: periodEnd(input),
    reasons: meta.reasons,
    collector,
  });
  reportRepeats(request, fields);
  setAside(request, fields, outOfScope);
  judgeFileRules({ schema, fields, map, fates, reasons: meta.reasons, collector });
  return {
    fields,
    ages,
    completeness: completenessOf(fields, fates),
    lateRows: reportPeriod(request, fields),
  };
}

function periodEnd(input: IngestInput): Day | null {
  return input.period === null ? null : halfYear(input.period, input.startMonth ?? 4).end;
}

function reportRepeats(
  { input, fates, collector }: JudgeRequest,
  fields: ReadonlyMap<string, TypedField>,
): void {
  const before = fates.slice();
  const repeats = decideRepeats([...fields.values()], input.schema.primaryKey, fates);
  const changed = (fate: number) =>
    rowsWhere(fates.length, (row) => fates[row] === fate && before[row] !== fate);
  if (repeats.duplicates > 0)
    collector.rows(
      notice('F16', messages.duplicates(repeats.duplicates), 'warning'),
      changed(FATE.duplicate),
    );
  if (repeats.superseded > 0)
    collector.rows(notice('GEN-017', messages.superseded(repeats.superseded)), changed(FATE.superseded));
}

/** 1 for rows outside the product's scope: a person outside the extract's range of ages, or a cancelled crime. */
function scopeOf(
  schema: ExtractSchema,
  fields: ReadonlyMap<string, TypedField>,
  ages: Int32Array,
): Uint8Array {
  const [from, to] = schema.ageRange ?? [0, Number.POSITIVE_INFINITY];
  const cancelled = fields.get(CANCELLED)?.column;
  const outside = new Uint8Array(ages.length);
  for (let row = 0; row < ages.length; row++) {
    const age = ages[row] ?? -1;
    if (age >= 0 && (age < from || age > to)) outside[row] = 1;
    if (cancelled !== undefined && !isNull(cancelled, row)) outside[row] = 1;
  }
  return outside;
}

function setAside(
  { input, fates, collector }: JudgeRequest,
  fields: ReadonlyMap<string, TypedField>,
  outOfScope: Uint8Array,
): void {
  const cancelled = fields.get(CANCELLED)?.column;
  const wasCancelled = (row: number) => cancelled !== undefined && !isNull(cancelled, row);
  const open = (row: number) => outOfScope[row] === 1 && fates[row] === FATE.accepted;
  const crimes = rowsWhere(fates.length, (row) => open(row) && wasCancelled(row));
  const people = rowsWhere(fates.length, (row) => open(row) && !wasCancelled(row));
  const [from, to] = input.schema.ageRange ?? [0, 0];
  collector.rows(notice('GEN-018', messages.cancelled(crimes.total)), crimes);
  collector.rows(notice('GEN-018', messages.outsideAge(people.total, from, to)), people);
  for (let row = 0; row < fates.length; row++) if (open(row)) fates[row] = FATE.setAside;
}

/** F03: rows of earlier half-years are kept and counted as late; rows after the half-year are reported. */
function reportPeriod(
  { input, fates, collector }: JudgeRequest,
  fields: ReadonlyMap<string, TypedField>,
): number {
  const typed = fields.get(input.schema.periodField ?? '');
  if (input.period === null || typed === undefined) return 0;
  const { start, end } = halfYear(input.period, input.startMonth ?? 4);
  const on = (test: (day: number) => boolean) =>
    rowsWhere(fates.length, (row) => {
      const day = fates[row] === FATE.accepted ? dayAt(typed.column, row) : null;
      return day !== null && test(day);
    });
  const late = on((day) => day < start);
  const future = on((day) => day > end);
  collector.rows(notice('F03', messages.lateRows(late.total)), late, typed.place);
  collector.rows(notice('F03', messages.futureRows(future.total)), future, typed.place);
  return late.total;
}

function completenessOf(fields: ReadonlyMap<string, TypedField>, fates: Uint8Array): FieldCompleteness[] {
  return [...fields.values()].map(({ field, column }) => {
    let filled = 0;
    let rows = 0;
    for (let row = 0; row < fates.length; row++) {
      if (fates[row] !== FATE.accepted) continue;
      rows++;
      if (!isNull(column, row)) filled++;
    }
    return { field: field.name, filled, rows };
  });
}

import { compileRule, type RowAccess } from '../extracts/predicates.js';
import { type ExtractSchema, PERIOD_END, type RowRule } from '../extracts/schema.js';
import type { Column } from '../extracts/table.js';
import type { Day } from '../reference/brands.js';
import { agesAt } from './ages.js';
import { type FindingCollector, rowsWhere } from './collector.js';
import { type ColumnMap, placeOf } from './columns.js';
import { FATE } from './fate.js';
import * as messages from './messages.js';
import { notice } from './notice.js';
import { personFields } from './persons.js';
import { columnsNeeded } from './ruleNeeds.js';
import { isNull, type TypedField } from './typedField.js';

export interface RowRuleRequest {
  readonly schema: ExtractSchema;
  readonly fields: ReadonlyMap<string, TypedField>;
  readonly map: ColumnMap;
  /** Completed years at the event. */
  readonly ages: Int32Array;
  readonly fates: Uint8Array;
  /** 1 for rows that will be set aside: nobody needs to be asked about them, only errors count. */
  readonly outOfScope: Uint8Array;
  /** Last day of the half-year for which the file was sent, if known. */
  readonly periodEnd: Day | null;
  /** Rule code to the agency's reason. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly collector: FindingCollector;
}

/**
 * Judges the rules about single rows on the rows that are still open. All rules see the same rows; those that break an
 * error are rejected at the end. A rule that needs a column which the file lacks is not judged, and that is said
 * once.
 */
export function judgeRowRules(request: RowRuleRequest): void {
  const { schema, map, fates } = request;
  const access = rowAccess(request);
  const rejected = new Uint8Array(fates.length);
  const unjudged = new Map<string, string[]>();
  for (const rule of schema.rules) {
    if (rule.scope !== 'row') continue;
    const lacking = [...columnsNeeded(rule)].filter((name) => isLacking(name, schema, map));
    for (const name of lacking) unjudged.set(name, [...(unjudged.get(name) ?? []), rule.code]);
    if (lacking.length === 0) judgeRule(rule, request, access, rejected);
  }
  reportUnjudged(unjudged, request);
  for (let row = 0; row < fates.length; row++) if (rejected[row] === 1) fates[row] = FATE.rejected;
}

function judgeRule(rule: RowRule, request: RowRuleRequest, access: RowAccess, rejected: Uint8Array): void {
  const { fates, fields, map, outOfScope, reasons, collector } = request;
  const breaks = compileRule(rule, access);
  const reason =
    rule.severity === 'error' || rule.reasonField === undefined
      ? undefined
      : fields.get(rule.reasonField)?.column;
  const rows = rowsWhere(
    fates.length,
    (row) =>
      fates[row] === FATE.accepted &&
      (rule.severity === 'error' || outOfScope[row] === 0) &&
      breaks(row) &&
      (reason === undefined || isNull(reason, row)),
  );
  if (rows.total === 0) return;
  const said = messages.ruleRows(rule.title, rows.total);
  const explained = rule.severity === 'warning' && reasons[rule.code] !== undefined;
  const what = explained
    ? notice(rule.code, messages.reasonGiven(said), 'information')
    : notice(rule.code, said);
  collector.rows(what, rows, placeOf(map, rule.fields[0] ?? ''));
  if (rule.severity !== 'error') return;
  for (let row = 0; row < fates.length; row++)
    if (fates[row] === FATE.accepted && breaks(row)) rejected[row] = 1;
}

/**
 * One finding for the lacking columns of each requirement, with the rules that could not be judged. A required column
 * has been reported before: it stops the file.
 */
function reportUnjudged(unjudged: ReadonlyMap<string, readonly string[]>, request: RowRuleRequest): void {
  for (const [requirement, severity] of [
    ['conditional', 'warning'],
    ['optional', 'information'],
  ] as const) {
    const lacking = request.schema.fields.filter(
      (field) => field.requirement === requirement && unjudged.has(field.name),
    );
    const names = lacking.map((field) => field.name);
    if (names.length === 0) continue;
    request.collector.file(notice('GEN-007', messages.missingColumns(names), severity), {
      notChecked: [...new Set(names.flatMap((name) => unjudged.get(name) ?? []))].sort(),
    });
  }
}

function isLacking(name: string, schema: ExtractSchema, map: ColumnMap): boolean {
  return !map.columnOf.has(name) && name !== schema.districtField && name !== PERIOD_END;
}

function rowAccess(request: RowRuleRequest): RowAccess {
  const { fields, ages, schema } = request;
  const parts = personFields(fields.values());
  const known = new Map<string, Int32Array>();
  const periodEnd: Column | undefined =
    request.periodEnd === null
      ? undefined
      : { kind: 'day', values: new Int32Array(ages.length).fill(request.periodEnd) };
  return {
    column: (name) => (name === PERIOD_END ? periodEnd : fields.get(name)?.column),
    ages(at) {
      if (schema.personRole === null) return undefined;
      if (at === undefined || at === schema.ageAtField) return ages;
      const made = known.get(at) ?? agesAt(parts, fields.get(at), ages.length);
      known.set(at, made);
      return made;
    },
  };
}

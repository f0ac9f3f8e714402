import type { ExtractSchema, FileRule } from '../extracts/schema.js';
import type { FindingCollector } from './collector.js';
import type { ColumnMap } from './columns.js';
import { FATE } from './fate.js';
import { judgeFileRule } from './fileRules.js';
import * as messages from './messages.js';
import { notice } from './notice.js';
import { personFields } from './persons.js';
import type { TypedField } from './typedField.js';

export interface FileRuleRequest {
  readonly schema: ExtractSchema;
  readonly fields: ReadonlyMap<string, TypedField>;
  readonly map: ColumnMap;
  readonly fates: Uint8Array;
  /** Rule code to the agency's reason. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly collector: FindingCollector;
}

/** Judges the rules about whole files on the accepted rows; an error rejects the rows that it names. */
export function judgeFileRules(request: FileRuleRequest): void {
  const { schema, fields, map, fates, reasons, collector } = request;
  const person = personFields(fields.values()).get('localId')?.column;
  const view = {
    fields: new Map([...fields].filter(([name]) => map.columnOf.has(name) || name === schema.districtField)),
    fates,
    person: person?.kind === 'code' ? person.index : new Int32Array(fates.length).fill(-1),
    persons: person?.kind === 'code' ? person.dictionary.length : 0,
  };
  for (const rule of schema.rules) {
    if (rule.scope !== 'file' || isPrimaryKey(rule, schema)) continue;
    const result = judgeFileRule(rule, view);
    if (result === null) continue;
    const column = fields.get(rule.fields[0] ?? '')?.place ?? null;
    const count = result.kind === 'rows' ? result.rows.total : result.count;
    const said =
      result.kind === 'rows'
        ? messages.ruleRows(rule.title, count)
        : messages.ruleShare(rule.title, count, result.of);
    const explained = rule.severity === 'warning' && reasons[rule.code] !== undefined;
    const what = explained
      ? notice(rule.code, messages.reasonGiven(said), 'information')
      : notice(rule.code, said);
    if (result.kind === 'share') {
      collector.file(what, { column, rows: count });
      continue;
    }
    collector.rows(what, result.rows, column);
    if (rule.severity !== 'error') continue;
    for (let row = 0; row < fates.length; row++) if (result.flagged[row] === 1) fates[row] = FATE.rejected;
  }
}

/** Rows that share a primary key have been decided already: the later one counts. */
function isPrimaryKey(rule: FileRule, schema: ExtractSchema): boolean {
  return (
    rule.check.kind === 'unique' &&
    rule.fields.length === schema.primaryKey.length &&
    rule.fields.every((field) => schema.primaryKey.includes(field))
  );
}

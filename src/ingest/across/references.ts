import { loadSchemas } from '../../extracts/load.js';
import type { ExtractName, ExtractSchema } from '../../extracts/schema.js';
import * as messages from '../messages.js';
import { type CheckedFile, type CrossCheck, codes, findingAbout, tablesOf } from './model.js';

/**
 * F01: every reference to a record finds that record, in this half-year or an earlier one. A reference to the extract's
 * own records points back in time: it is not judged where the history begins.
 */
export const checkReferences: CrossCheck = ({ files, history }) => {
  const schemas = loadSchemas();
  const everything = [...files, ...history];
  const known = new Map<ExtractName, ReadonlySet<string>>();
  const idsOf = (extract: ExtractName) => {
    const ids = known.get(extract) ?? collectIds(everything, schemas.get(extract));
    known.set(extract, ids);
    return ids;
  };
  return files.flatMap((file) => {
    const schema = schemas.get(file.extract);
    if (schema === undefined || file.table === null) return [];
    const table = file.table;
    return schema.fields.flatMap((field) => {
      const target = field.refersTo;
      if (target?.kind !== 'record' || schema.primaryKey[0] === field.name) return [];
      const toEarlier = target.extract === schema.name;
      if (toEarlier && !history.some((one) => one.extract === target.extract && one.agency === file.agency))
        return [];
      const ids = idsOf(target.extract);
      const reference = codes(table, field.name);
      let filled = 0;
      let lost = 0;
      for (let row = 0; row < table.rows; row++) {
        const id = reference(row);
        if (id === null) continue;
        filled++;
        if (!ids.has(id)) lost++;
      }
      const message =
        ids.size === 0
          ? messages.referenceUnchecked(field.name, target.extract)
          : messages.referenceLost(field.name, target.extract, lost, filled);
      return findingAbout(file, 'F01', message, lost);
    });
  });
};

function collectIds(files: readonly CheckedFile[], schema: ExtractSchema | undefined): ReadonlySet<string> {
  const ids = new Set<string>();
  const idField = schema?.primaryKey[0];
  if (schema === undefined || idField === undefined) return ids;
  for (const table of tablesOf(files, schema.name)) {
    const column = table.columns.get(idField);
    if (column?.kind === 'code') for (const id of column.dictionary) ids.add(id);
  }
  return ids;
}

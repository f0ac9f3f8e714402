import { foldHeader, headerSpellings } from '../extracts/headers.js';
import type { ExtractSchema, FieldSchema } from '../extracts/schema.js';
import { nearest } from '../reference/spelling.js';
import type { FindingCollector } from './collector.js';
import { type ColumnPlace, columnLetter } from './columnPlace.js';
import * as messages from './messages.js';
import { notice } from './notice.js';
import { headerSuggests, type PersonalDataKind, valuesSuggest } from './personalData.js';
import type { RawTable } from './readTable.js';

/** Which column of a file holds which field. */
export interface ColumnMap {
  /** Field name to column number. */
  readonly columnOf: ReadonlyMap<string, number>;
  readonly missing: readonly FieldSchema[];
  /** Columns that stand for no field, without those that the delivery note says not to read. */
  readonly unknown: readonly number[];
  /** Columns that stand for a field that another column stands for already. */
  readonly repeated: readonly { readonly column: number; readonly field: string }[];
  /** Entries of the delivery note's mapping that fit nothing. */
  readonly unusedMappings: number;
}

/**
 * Finds the schema's fields among the headers. Case, spaces, underscores and order do not matter.
 * @param mapping header to field name from the delivery note; null: the column is not to be read
 */
export function mapColumns(
  header: readonly string[],
  schema: ExtractSchema,
  mapping: Readonly<Record<string, string | null>>,
): ColumnMap {
  const index = headerSpellings(schema);
  const declared = new Map(Object.entries(mapping).map(([text, field]) => [foldHeader(text), field]));
  const columnOf = new Map<string, number>();
  const unknown: number[] = [];
  const repeated: { column: number; field: string }[] = [];
  const used = new Set<string>();
  header.forEach((text, column) => {
    const folded = foldHeader(text);
    const wanted = declared.get(folded);
    if (wanted !== undefined) used.add(folded);
    if (wanted === null) return;
    const field = wanted === undefined ? index.get(folded) : index.get(foldHeader(wanted));
    if (field === undefined) unknown.push(column);
    else if (columnOf.has(field)) repeated.push({ column, field });
    else columnOf.set(field, column);
  });
  return {
    columnOf,
    missing: schema.fields.filter((field) => !columnOf.has(field.name)),
    unknown,
    repeated,
    unusedMappings: [...declared.keys()].filter((text) => !used.has(text)).length,
  };
}

/** Field name and letter of a mapped column. */
export function placeOf(map: ColumnMap, field: string): ColumnPlace {
  const column = map.columnOf.get(field);
  return { name: field, letter: column === undefined ? '' : columnLetter(column) };
}

/** True when so few of the extract's fields were found that the first line cannot be its header. */
export function isWithoutHeader(schema: ExtractSchema, map: ColumnMap): boolean {
  return map.columnOf.size < Math.min(3, Math.ceil(schema.fields.length / 3));
}

/**
 * Reports what is wrong with the columns.
 * @returns true when the file must not be read in: no header, a required column missing or repeated, or personal data
 *   where none is declared
 */
export function reportColumns(
  table: RawTable,
  schema: ExtractSchema,
  map: ColumnMap,
  collector: FindingCollector,
): boolean {
  const line = table.inspection.headerLine;
  if (isWithoutHeader(schema, map)) {
    collector.file(notice('GEN-016', messages.noHeader(schema.fields.length)), {
      line,
      notChecked: schema.rules.map((rule) => rule.code),
    });
    return true;
  }
  let stop = false;
  for (const field of map.missing) {
    if (field.requirement !== 'required' || isFillable(field, schema, map)) continue;
    stop = true;
    collector.file(notice('GEN-007', messages.missingColumn(field.name)), {
      line,
      column: { name: field.name, letter: '' },
      notChecked: schema.rules.filter((rule) => rule.fields.includes(field.name)).map((rule) => rule.code),
    });
  }
  for (const { column, field } of map.repeated) {
    stop = true;
    collector.file(
      notice('GEN-010', messages.repeatedColumn({ name: field, letter: columnLetter(column) })),
      {
        line,
        column: { name: field, letter: columnLetter(column) },
      },
    );
  }
  for (const column of map.unknown) if (reportUnknown(table, schema, column, collector)) stop = true;
  for (const field of schema.fields) {
    const column = map.columnOf.get(field.name);
    if (column === undefined || field.identifying || field.type !== 'string') continue;
    const kind = valuesSuggest(table.columns[column]?.dictionary ?? []);
    if (kind === null || kind === 'free text') continue;
    stop = true;
    const place = placeOf(map, field.name);
    collector.file(notice('F20', messages.personalValues(place, kind)), { line, column: place });
  }
  if (map.unusedMappings > 0)
    collector.file(notice('F19', messages.mappedNowhere(map.unusedMappings), 'warning'));
  return stop;
}

/** A district can be told from a postcode column; an age column may stand in for a date of birth and the reverse. */
function isFillable(field: FieldSchema, schema: ExtractSchema, map: ColumnMap): boolean {
  const has = (part: string) =>
    schema.fields.some((one) => one.person === part && map.columnOf.has(one.name));
  return (
    (field.name === schema.districtField && has('postcode')) ||
    (field.person === 'dob' && has('age')) ||
    (field.person === 'age' && has('dob'))
  );
}

/** Unknown columns are not read. One that looks like personal data stops the file, and its header is not printed. */
function reportUnknown(
  table: RawTable,
  schema: ExtractSchema,
  column: number,
  collector: FindingCollector,
): boolean {
  const header = table.inspection.header[column] ?? '';
  const values = table.columns[column]?.dictionary ?? [];
  const letter = columnLetter(column);
  const line = table.inspection.headerLine;
  const filled = values.some((text) => text.trim() !== '');
  const kind = filled ? suspicion(header, values) : null;
  if (kind !== null) {
    collector.file(notice('F20', messages.personalColumn(kind)), {
      line,
      column: { name: 'not declared', letter },
    });
    return true;
  }
  if (header.trim() === '' && !filled) return false;
  const place = { name: isPrintable(header, schema) ? header.trim() : 'without a usable name', letter };
  const guess = nearest(
    header,
    schema.fields.map((field) => field.name),
  );
  collector.file(notice('GEN-008', messages.unknownColumn(place, guess)), { line, column: place });
  return false;
}

function suspicion(header: string, values: readonly string[]): PersonalDataKind | null {
  const byHeader = headerSuggests(header);
  if (byHeader !== null && byHeader !== 'free text') return byHeader;
  const byValues = valuesSuggest(values);
  if (byValues !== null) return byValues;
  return byHeader !== null && values.some((text) => text.trim().split(/\s+/).length > 5) ? byHeader : null;
}

/**
 * A header may be printed when it is made like a column name: letters, few digits, not long, nothing personal in it, and
 * not two capitalised words that no header of the extract has, as a person's name would be.
 */
function isPrintable(header: string, schema: ExtractSchema): boolean {
  const text = header.trim();
  return (
    /^[A-Za-z][A-Za-z0-9_ ()/-]{0,39}$/.test(text) &&
    !/\d{4}/.test(text) &&
    valuesSuggest([text]) === null &&
    (!/^[A-Z][a-z]+([ _-]+[A-Z][A-Za-z]+)+$/.test(text) || sharesWord(text, schema))
  );
}

function sharesWord(header: string, schema: ExtractSchema): boolean {
  const words = (text: string) => text.toLowerCase().split(/[^a-z]+/);
  const known = new Set(schema.fields.flatMap(({ name, title }) => [...words(name), ...words(title)]));
  return words(header).some((word) => known.has(word));
}

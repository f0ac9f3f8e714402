import { z } from 'zod';
import { predicateShape } from './predicateShape.js';
import { EXTRACT_NAMES, type ExtractSchema, type FieldSchema } from './schema.js';

const text = z.string().min(1);
const fieldName = z.string().regex(/^[a-z][a-z0-9_]*$/);
const extractName = z.enum(EXTRACT_NAMES);

const refersTo = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('record'), extract: extractName, own: z.boolean().exactOptional() }),
  z.strictObject({ kind: z.literal('person') }),
]);

const fieldShape = z.strictObject({
  name: fieldName,
  type: z.enum(['string', 'date', 'datetime', 'integer', 'number']),
  format: z.enum(['default', 'any']).exactOptional(),
  title: text,
  description: text,
  example: z.string(),
  constraints: z
    .strictObject({
      required: z.boolean().exactOptional(),
      unique: z.boolean().exactOptional(),
      minimum: z.number().exactOptional(),
      maximum: z.number().exactOptional(),
      pattern: text.exactOptional(),
      enum: z.array(text).exactOptional(),
    })
    .exactOptional(),
  'profile:type': z.enum(['string', 'code', 'codes', 'date', 'datetime', 'integer', 'number', 'identifier']),
  'profile:requirement': z.enum(['required', 'conditional', 'optional']),
  'profile:codeList': text.exactOptional(),
  'profile:separators': z.array(text).exactOptional(),
  'profile:identifying': z.boolean(),
  'profile:storeAs': z.enum(['keep', 'pseudonym', 'derive', 'drop']),
  'profile:person': z
    .enum(['localId', 'nhs', 'upn', 'forename', 'surname', 'dob', 'age', 'sex', 'postcode'])
    .exactOptional(),
  'profile:refersTo': refersTo.exactOptional(),
  'profile:masked': z.literal(true).exactOptional(),
  'profile:aliases': z.array(text).exactOptional(),
  'profile:source': text.exactOptional(),
});

const ruleBase = {
  code: z.string().regex(/^[A-Z]{3}-\d{3}$/),
  severity: z.enum(['error', 'warning', 'information']),
  title: text,
  fields: z.array(fieldName).min(1),
  why: text,
  remedy: text,
  source: text.exactOptional(),
  reasonField: fieldName.exactOptional(),
};
const cells = z.record(fieldName, z.string());

const rowRule = z.strictObject({
  ...ruleBase,
  scope: z.literal('row'),
  when: predicateShape.exactOptional(),
  expect: predicateShape,
  examples: z.strictObject({ pass: cells, fail: cells }),
});

const fileRule = z.strictObject({
  ...ruleBase,
  scope: z.literal('file'),
  check: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('unique') }),
    z.strictObject({ kind: z.literal('overlap'), from: fieldName, to: fieldName }),
    z.strictObject({ kind: z.literal('nearDuplicate'), at: fieldName, withinMinutes: z.number().positive() }),
    z.strictObject({
      kind: z.literal('shareAbove'),
      field: fieldName,
      codes: z.array(text).exactOptional(),
      share: z.number().min(0).max(1),
    }),
    z.strictObject({ kind: z.literal('midnightOnly'), fields: z.array(fieldName).min(1) }),
    z.strictObject({ kind: z.literal('fewCodes'), field: fieldName, atLeast: z.number().int() }),
    z.strictObject({ kind: z.literal('singleCodes'), field: fieldName }),
    z.strictObject({ kind: z.literal('sharedValue'), field: fieldName, by: fieldName }),
  ]),
});

/** Shape of a `schemas/*.schema.json` file: Frictionless Table Schema 2 with the `profile:` extensions, nothing else. */
export const tableSchemaShape = z.strictObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/tableschema.json'),
  title: text,
  description: text,
  'profile:name': extractName,
  'profile:version': z.string().regex(/^\d+\.\d+\.\d+$/),
  'profile:prefix': z.string().regex(/^[A-Z]{3}$/),
  'profile:rowIs': text,
  'profile:periodField': fieldName.nullable(),
  'profile:ageAtField': fieldName.nullable(),
  'profile:districtField': fieldName.nullable(),
  'profile:personRole': z.enum(['child', 'victim', 'suspect']).nullable(),
  'profile:ageRange': z.tuple([z.number().int(), z.number().int()]).readonly().nullable(),
  fields: z.array(fieldShape).min(1),
  missingValues: z.array(z.string()),
  primaryKey: z.array(fieldName).min(1).exactOptional(),
  foreignKeys: z
    .array(
      z.strictObject({
        fields: z.array(fieldName).min(1),
        reference: z.strictObject({ resource: z.string(), fields: z.array(fieldName).min(1) }),
      }),
    )
    .exactOptional(),
  'profile:rules': z.array(z.discriminatedUnion('scope', [rowRule, fileRule])),
});

type FieldFile = z.output<typeof fieldShape>;

/** The object without its undefined entries. */
function given<T extends object>(entries: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function fieldOf(file: FieldFile): FieldSchema {
  return {
    name: file.name,
    title: file.title,
    description: file.description,
    type: file['profile:type'],
    requirement: file['profile:requirement'],
    identifying: file['profile:identifying'],
    storeAs: file['profile:storeAs'],
    aliases: file['profile:aliases'] ?? [],
    example: file.example,
    ...given({
      codeList: file['profile:codeList'],
      separators: file['profile:separators'],
      minimum: file.constraints?.minimum,
      maximum: file.constraints?.maximum,
      pattern: file.constraints?.pattern,
      unique: file.constraints?.unique,
      person: file['profile:person'],
      refersTo: file['profile:refersTo'],
      masked: file['profile:masked'],
      source: file['profile:source'],
    }),
  };
}

/**
 * Checks the content of a schema file and turns it into the typed form that every stage reads.
 * @throws ZodError naming the place in the file
 */
export function parseTableSchema(content: unknown): ExtractSchema {
  const file = tableSchemaShape.parse(content);
  return {
    name: file['profile:name'],
    title: file.title,
    description: file.description,
    version: file['profile:version'],
    prefix: file['profile:prefix'],
    rowIs: file['profile:rowIs'],
    primaryKey: file.primaryKey ?? [],
    periodField: file['profile:periodField'],
    ageAtField: file['profile:ageAtField'],
    districtField: file['profile:districtField'],
    personRole: file['profile:personRole'],
    ageRange: file['profile:ageRange'],
    fields: file.fields.map(fieldOf),
    rules: file['profile:rules'],
  };
}

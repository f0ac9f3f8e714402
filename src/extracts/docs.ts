import { isoFromDay } from '../reference/days.js';
import { codeList } from './codeLists.js';
import { markdownTable } from './markdown.js';
import { predicateText } from './predicateText.js';
import type { ExtractSchema, FieldSchema, FileRule, RowRule } from './schema.js';
import { exampleTemplate } from './template.js';

const NEEDED = { required: 'yes', conditional: 'if it applies', optional: 'no' } as const;

const TYPES = {
  string: 'text',
  code: 'code',
  codes: 'codes',
  date: 'date',
  datetime: 'date and time',
  integer: 'whole number',
  number: 'number',
  identifier: 'identifier',
} as const;

const KEPT = {
  keep: 'kept',
  pseudonym: 'as a pseudonym',
  derive: 'used, then dropped',
  drop: 'checked, then dropped',
} as const;

function typeText(field: FieldSchema): string {
  const type = TYPES[field.type];
  const range =
    field.minimum === undefined && field.maximum === undefined
      ? ''
      : ` ${field.minimum ?? ''} to ${field.maximum ?? ''}`;
  return field.codeList === undefined
    ? `${type}${range}`
    : `${type}: [${field.codeList}](#${field.codeList})`;
}

function fieldRows(schema: ExtractSchema): string[] {
  return markdownTable(
    ['Column', 'Needed', 'Type', 'What it holds', 'Example', 'In the store', 'Also accepted as', 'Source'],
    schema.fields.map((field) => [
      `\`${field.name}\``,
      NEEDED[field.requirement],
      typeText(field),
      `${field.title}. ${field.description}`,
      field.example === '' ? '' : `\`${field.example}\``,
      KEPT[field.storeAs],
      field.aliases.map((alias) => `\`${alias}\``).join(', '),
      field.source ?? '',
    ]),
  );
}

function conditionText(rule: RowRule | FileRule): string {
  if (rule.scope === 'file') return `over the whole file (${rule.fields.join(', ')})`;
  const expect = predicateText(rule.expect);
  return rule.when === undefined ? expect : `when ${predicateText(rule.when)}: ${expect}`;
}

function ruleRows(schema: ExtractSchema): string[] {
  return markdownTable(
    ['Rule', 'Severity', 'Finding', 'Must hold', 'Why', 'What to do', 'Source'],
    schema.rules.map((rule) => [
      rule.code,
      rule.severity,
      rule.title,
      conditionText(rule),
      rule.why,
      rule.remedy,
      rule.source ?? '',
    ]),
  );
}

/** Lists with more codes than this are named, not printed. */
const LONG_LIST = 60;

function listSection(name: string): string[] {
  const list = codeList(name);
  const head = ['', `### ${name}`, '', `${list.title}. Source: ${list.source}.`, ''];
  if (list.codes.length > LONG_LIST)
    return [...head, `${list.codes.length} codes: see \`reference/codelists/${name}.csv\`.`];
  return [
    ...head,
    ...markdownTable(
      ['Code', 'Meaning', 'Group', 'In use'],
      list.codes.map((entry) => {
        const from = entry.from === null ? '' : `from ${isoFromDay(entry.from)}`;
        const to = entry.to === null ? '' : `until ${isoFromDay(entry.to)}`;
        return [`\`${entry.code}\``, entry.label, entry.group ?? '', `${from} ${to}`.trim()];
      }),
    ),
  ];
}

function keyText(schema: ExtractSchema): string {
  if (schema.primaryKey.length === 0) return ' Rows have no number of their own; exact repeats count once.';
  return ` Identified by ${schema.primaryKey.map((key) => `\`${key}\``).join(' and ')}.`;
}

/** The Markdown page of an extract: columns, rules and code lists, all from its schema. */
export function schemaPage(schema: ExtractSchema): string {
  const lists = [...new Set(schema.fields.flatMap((field) => field.codeList ?? []))].sort();
  const facts = [
    `One row is one ${schema.rowIs}.${keyText(schema)}`,
    schema.periodField === null
      ? 'A row belongs to the half-year in whose folder the file lies.'
      : `A row belongs to the half-year of \`${schema.periodField}\`.`,
    ...(schema.ageRange === null
      ? []
      : [
          `Rows about people outside the ages ${schema.ageRange[0]} to ${schema.ageRange[1]} are set aside: listed, not counted.`,
        ]),
  ];
  const lines = [
    `# ${schema.title}`,
    '',
    `\`${schema.name}.csv\`, schema version ${schema.version}. ${schema.description}`,
    '',
    ...facts.flatMap((fact) => [fact, '']),
    'A blank cell in a column that is needed rejects the row. A blank cell elsewhere never does: a rule may ask for it, and',
    'says so. Comparisons with a blank cell always hold. Columns may come in any order and any case.',
    '',
    '## Columns',
    '',
    ...fieldRows(schema),
    '',
    'The header and an invented row:',
    '',
    '```csv',
    exampleTemplate(schema).trimEnd(),
    '```',
    '',
    '## Rules',
    '',
    ...ruleRows(schema),
    ...(lists.length === 0 ? [] : ['', '## Code lists', ...lists.flatMap(listSection)]),
  ];
  return `${lines.join('\n')}\n`;
}

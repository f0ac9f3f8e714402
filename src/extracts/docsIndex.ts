import { codeList, codeListNames } from './codeLists.js';
import { crossRules } from './crossRules.js';
import { schemaPage } from './docs.js';
import { generalRules } from './generalRules.js';
import { loadSchemas } from './load.js';
import { markdownTable } from './markdown.js';
import type { Rule } from './schema.js';

/** A page of the schema reference. */
export interface SchemaPage {
  /** File name inside docs/schemas. */
  readonly file: string;
  readonly text: string;
}

function ruleTable(rules: readonly Rule[]): string[] {
  return markdownTable(
    ['Rule', 'Severity', 'Finding', 'Why', 'What to do', 'Source'],
    rules.map((rule) => [rule.code, rule.severity, rule.title, rule.why, rule.remedy, rule.source ?? '']),
  );
}

function indexPage(): string {
  const schemas = [...loadSchemas().values()];
  const lines = [
    '# Extracts',
    '',
    'What each partner agency sends, column by column. These pages are made from `schemas/*.schema.json`, which are',
    'Frictionless Table Schemas with extensions under `profile:`; `npm run docs` writes them again.',
    '',
    ...markdownTable(
      ['Extract', 'One row is one', 'Columns', 'Needed', 'Rules'],
      schemas.map((schema) => [
        `[${schema.name}](${schema.name}.md)`,
        schema.rowIs,
        String(schema.fields.length),
        String(schema.fields.filter((field) => field.requirement === 'required').length),
        String(schema.rules.length),
      ]),
    ),
    '',
    '## How cells are read',
    '',
    '- Dates are `2018-09-30` or `30/09/2018`, with a time after a space or `T`. A column has one format. Spreadsheet serial',
    '  numbers, American dates, years of two digits and time zones are refused, except that a date of birth may have two digits.',
    '- Codes may be given as the code, its plain name or a usual short form, in any case. Several codes in one cell are separated',
    '  by `;` or `|`; they are stored sorted and once each.',
    '- Blank means blank, `-`, `NULL`, `n/k` and the like. Where a code list has a code for "not known", that is an answer.',
    '- A masked count (`*`, `<5`, `1-4`) stays masked: it is neither nought nor blank.',
    '',
    '## Rules on every extract',
    '',
    ...ruleTable(generalRules),
    '',
    '## Rules across files',
    '',
    ...ruleTable(crossRules),
    '',
    '## Code lists',
    '',
    ...markdownTable(
      ['List', 'What it says', 'Codes', 'Source'],
      codeListNames().map((name) => {
        const list = codeList(name);
        return [`\`${name}\``, list.title, String(list.codes.length), list.source];
      }),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** All pages of the schema reference: an index and one page an extract. */
export function schemaPages(): SchemaPage[] {
  return [
    { file: 'README.md', text: indexPage() },
    ...[...loadSchemas().values()].map((schema) => ({ file: `${schema.name}.md`, text: schemaPage(schema) })),
  ];
}

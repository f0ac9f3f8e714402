import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemaPage } from '../../src/extracts/docs.js';
import { foldHeader, headerSpellings } from '../../src/extracts/headers.js';
import { loadSchema, loadSchemas } from '../../src/extracts/load.js';
import { blankTemplate, exampleTemplate } from '../../src/extracts/template.js';

const schemas = [...loadSchemas().values()];
const names = (extract: 'missing-episodes') => loadSchema(extract).fields.map((field) => field.name);

describe('headers', () => {
  it('are found whatever their order, case, spacing and punctuation', () => {
    const spellings = headerSpellings(loadSchema('missing-episodes'));
    const disguises = [
      (name: string) => name,
      (name: string) => name.toUpperCase(),
      (name: string) => name.replaceAll('_', ' '),
      (name: string) => ` ${name.replaceAll('_', '-')}: `,
      (name: string) => name.replaceAll('_', ''),
    ];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(names('missing-episodes')),
        fc.array(fc.constantFrom(...disguises), { minLength: 40, maxLength: 40 }),
        (fields, disguise) => {
          const header = fields.map((name, i) => (disguise[i] ?? ((n: string) => n))(name));
          expect(header.map((text) => spellings.get(foldHeader(text)))).toEqual(fields);
        },
      ),
    );
  });

  it('are found by their aliases and titles, which never take the name of another field', () => {
    for (const schema of schemas) {
      const spellings = headerSpellings(schema);
      for (const field of schema.fields) expect(spellings.get(foldHeader(field.name))).toBe(field.name);
      const aliases = schema.fields.flatMap((field) =>
        field.aliases.map((alias) => [foldHeader(alias), field.name] as const),
      );
      for (const [alias, name] of aliases)
        expect(spellings.get(alias), `${schema.name}: ${alias}`).toBe(name);
    }
    const missing = headerSpellings(loadSchema('missing-episodes'));
    for (const text of ['DOB', 'D.O.B.', 'Date of birth'])
      expect(missing.get(foldHeader(text))).toBe('date_of_birth');
    expect(missing.get(foldHeader('Missing Ref'))).toBe('episode_id');
    expect(missing.get(foldHeader('colour'))).toBeUndefined();
  });
});

describe('templates and pages', () => {
  it('have every field in the order of the schema', () => {
    for (const schema of schemas) {
      const header = schema.fields.map((field) => field.name).join(',');
      expect(blankTemplate(schema)).toBe(`${header}\n`);
      expect(exampleTemplate(schema).split('\n')).toHaveLength(3);
      const page = schemaPage(schema);
      for (const field of schema.fields) expect(page).toContain(`\`${field.name}\``);
      for (const rule of schema.rules) expect(page).toContain(rule.code);
      expect(page).not.toMatch(/undefined|\[object|NaN/);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { codeList } from '../../src/extracts/codeLists.js';
import { crossRules } from '../../src/extracts/crossRules.js';
import { generalRules } from '../../src/extracts/generalRules.js';
import { loadSchemas } from '../../src/extracts/load.js';
import { compileRule, type RowAccess } from '../../src/extracts/predicates.js';
import { allRules, extractOfRule, findRule, ruleCodes, ruleText } from '../../src/extracts/rules.js';
import { type ExtractSchema, PERIOD_END, type Predicate, type RowRule } from '../../src/extracts/schema.js';
import { type Column, NULL_INT } from '../../src/extracts/table.js';
import { cellValidator } from '../../src/extracts/validators.js';
import { ageAt, dayFromIso, dayOfMinute } from '../../src/reference/days.js';

const schemas = [...loadSchemas().values()];

/** One row of typed cells, as ingest would make them. */
function oneRow(schema: ExtractSchema, cells: Readonly<Record<string, string>>): RowAccess {
  const columns = new Map<string, Column>();
  for (const [name, text] of Object.entries(cells)) {
    if (name === PERIOD_END) {
      columns.set(name, { kind: 'day', values: Int32Array.of(dayFromIso(text)) });
      continue;
    }
    const field = schema.fields.find((one) => one.name === name);
    if (field === undefined) throw new Error(`${schema.name} has no field ${name}`);
    const result = cellValidator(field)(text);
    if (!result.ok) throw new Error(`example of ${schema.name}.${name}: ${result.problem}`);
    const number = typeof result.value === 'number' ? result.value : NULL_INT;
    if (field.type === 'date') columns.set(name, { kind: 'day', values: Int32Array.of(number) });
    else if (field.type === 'datetime') columns.set(name, { kind: 'minute', values: Int32Array.of(number) });
    else if (field.type === 'integer') columns.set(name, { kind: 'integer', values: Int32Array.of(number) });
    else if (field.type === 'number')
      columns.set(name, {
        kind: 'number',
        values: Float64Array.of(typeof result.value === 'number' ? result.value : Number.NaN),
      });
    else
      columns.set(
        name,
        typeof result.value === 'string'
          ? { kind: 'code', dictionary: [result.value], index: Int32Array.of(0) }
          : { kind: 'code', dictionary: [], index: Int32Array.of(-1) },
      );
  }
  const day = (name: string | undefined): number | null => {
    const column = name === undefined ? undefined : columns.get(name);
    if (column?.kind !== 'day' && column?.kind !== 'minute') return null;
    const value = column.values[0] ?? NULL_INT;
    if (value === NULL_INT) return null;
    return column.kind === 'day' ? value : dayOfMinute(value);
  };
  return {
    column: (name) => columns.get(name),
    ages: (at) => {
      const [birth, event] = [day('date_of_birth'), day(at ?? schema.ageAtField ?? undefined)];
      if (birth !== null && event !== null) return Int32Array.of(ageAt(birth, event));
      const stated = columns.get('age');
      return Int32Array.of(stated?.kind === 'integer' ? (stated.values[0] ?? NULL_INT) : NULL_INT);
    },
  };
}

function mentioned(predicate: Predicate): string[] {
  if ('all' in predicate) return predicate.all.flatMap(mentioned);
  if ('any' in predicate) return predicate.any.flatMap(mentioned);
  if ('not' in predicate) return mentioned(predicate.not);
  if ('order' in predicate) return [...predicate.order];
  if ('gap' in predicate) return [...predicate.gap];
  if ('compare' in predicate) return [predicate.compare[0], predicate.compare[2]];
  if ('age' in predicate) return predicate.age.at === undefined ? [] : [predicate.age.at];
  return [predicate.field];
}

function codesOf(predicate: Predicate): [string, string][] {
  if ('all' in predicate) return predicate.all.flatMap(codesOf);
  if ('any' in predicate) return predicate.any.flatMap(codesOf);
  if ('not' in predicate) return codesOf(predicate.not);
  if ('in' in predicate) return predicate.in.map((code) => [predicate.field, code]);
  if ('notIn' in predicate) return predicate.notIn.map((code) => [predicate.field, code]);
  return [];
}

const rowRules = schemas.flatMap((schema) =>
  schema.rules
    .filter((rule): rule is RowRule => rule.scope === 'row')
    .map((rule) => [rule.code, schema, rule] as const),
);

describe('the registry of rules', () => {
  it('has no code twice', () => {
    const all = [...schemas.flatMap((s) => s.rules), ...generalRules, ...crossRules];
    const codes = all.map((rule) => rule.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(ruleCodes()).toHaveLength(codes.length);
  });

  it('numbers the rules of an extract under its prefix', () => {
    for (const schema of schemas)
      for (const rule of schema.rules) {
        expect(rule.code.startsWith(`${schema.prefix}-`)).toBe(true);
        expect(extractOfRule(rule.code)).toBe(schema.name);
      }
  });

  it('has F01 to F20', () => {
    for (let n = 1; n <= 20; n++) expect(findRule(`F${String(n).padStart(2, '0')}`)).toBeDefined();
    expect(findRule('F21')).toBeUndefined();
    expect(extractOfRule('F01')).toBeNull();
  });

  it.each(rowRules)('%s passes and fails as its examples say', (_code, schema, rule) => {
    expect(compileRule(rule, oneRow(schema, rule.examples.pass))(0)).toBe(false);
    expect(compileRule(rule, oneRow(schema, rule.examples.fail))(0)).toBe(true);
  });

  it.each(rowRules)(
    '%s counts nothing against an empty row unless it asks for presence',
    (_code, schema, rule) => {
      const blank = Object.fromEntries(schema.fields.map((field) => [field.name, '']));
      const breaks = compileRule(rule, oneRow(schema, blank))(0);
      expect(compileRule(rule, oneRow(schema, {}))(0)).toBe(breaks);
      if (breaks) expect(JSON.stringify(rule)).toContain('"present"');
    },
  );

  it.each(schemas.map((schema) => [schema.name, schema] as const))(
    'the example row of %s breaks no rule',
    (_name, schema) => {
      const row = oneRow(
        schema,
        Object.fromEntries(schema.fields.map((field) => [field.name, field.example])),
      );
      const broken = rowRules
        .filter(([, of, rule]) => of === schema && compileRule(rule, row)(0))
        .map(([code]) => code);
      expect(broken).toEqual([]);
    },
  );

  it('names only fields that exist, and lists all that it judges', () => {
    for (const schema of schemas) {
      const names = new Set([...schema.fields.map((field) => field.name), PERIOD_END]);
      for (const rule of schema.rules) {
        for (const field of rule.fields) expect(names, `${rule.code} ${field}`).toContain(field);
        if (rule.reasonField !== undefined) expect(names).toContain(rule.reasonField);
        if (rule.scope !== 'row') continue;
        const used = [...mentioned(rule.expect), ...(rule.when === undefined ? [] : mentioned(rule.when))];
        for (const field of used) expect(names, `${rule.code} ${field}`).toContain(field);
        for (const field of mentioned(rule.expect))
          if (field !== PERIOD_END) expect(rule.fields, rule.code).toContain(field);
      }
    }
  });

  it('judges only codes that can be stored', () => {
    for (const schema of schemas)
      for (const rule of schema.rules) {
        const pairs =
          rule.scope === 'row'
            ? [...codesOf(rule.expect), ...(rule.when === undefined ? [] : codesOf(rule.when))]
            : rule.check.kind === 'shareAbove'
              ? (rule.check.codes ?? []).map((code): [string, string] => [
                  rule.check.kind === 'shareAbove' ? rule.check.field : '',
                  code,
                ])
              : [];
        for (const [name, code] of pairs) {
          const field = schema.fields.find((one) => one.name === name);
          if (field?.codeList === undefined) continue;
          expect(codeList(field.codeList).get(code)?.storedAs, `${rule.code} ${name} ${code}`).toBe(code);
        }
      }
  });

  it('explains every rule in words', () => {
    for (const rule of allRules()) {
      const text = ruleText(rule);
      expect(text).toContain(rule.code);
      expect(text).toContain(rule.why);
      expect(text).not.toMatch(/undefined|\[object|NaN/);
      for (const sentence of [rule.why, rule.remedy]) expect(sentence, rule.code).toMatch(/\.$/);
      expect(rule.title, rule.code).not.toMatch(/\.$/);
    }
  });

  it('cites the national rules that the extracts can carry', () => {
    const sources = [
      ...allRules().flatMap((rule) => rule.source ?? []),
      ...schemas.flatMap((schema) => schema.fields.flatMap((field) => field.source ?? [])),
    ].join(' ');
    for (const number of [
      '564',
      '565',
      '566',
      '567',
      '570',
      '571',
      '574',
      '576',
      '586',
      '1004',
      '1005',
      '1006',
      'INT13',
    ])
      expect(sources, number).toMatch(new RegExp(`\\b${number}\\b`));
    for (const number of [
      '1103',
      '2889',
      '8608',
      '8630',
      '8600',
      '8831',
      '4000',
      '8863Q',
      '8565',
      '8867',
      '8868',
      '8866',
      '8640',
      '8614',
      '8897Q',
      '8898',
      '8869',
      '8873Q',
      '8825Q',
      '8670Q',
      '8500',
      '8520',
      '8775Q',
      '4180',
      '4220',
      '8540',
      '8790',
      '8794',
      '2886Q',
      '2888Q',
      '1520',
      '2887Q',
      '1510Q',
    ])
      expect(sources, number).toContain(number);
  });
});

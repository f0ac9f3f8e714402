import { crossRules } from './crossRules.js';
import { generalRules } from './generalRules.js';
import { loadSchemas } from './load.js';
import { predicateText } from './predicateText.js';
import type { ExtractName, Rule } from './schema.js';

let registry: ReadonlyMap<string, Rule> | undefined;

function load(): ReadonlyMap<string, Rule> {
  const own = [...loadSchemas().values()].flatMap((schema) => schema.rules);
  registry ??= new Map([...generalRules, ...own, ...crossRules].map((rule) => [rule.code, rule]));
  return registry;
}

/** Every rule: general ones, those of each extract, those across files. */
export function allRules(): readonly Rule[] {
  return [...load().values()];
}

/** Codes of all rules. */
export function ruleCodes(): string[] {
  return [...load().keys()];
}

/** The rule of that code (capital letters), or undefined. */
export function findRule(code: string): Rule | undefined {
  return load().get(code);
}

/** The extract to which a rule belongs; null for rules on any extract or across them. */
export function extractOfRule(code: string): ExtractName | null {
  for (const schema of loadSchemas().values())
    if (schema.rules.some((rule) => rule.code === code)) return schema.name;
  return null;
}

const CONSEQUENCE = {
  error: 'Error: the row or the file is rejected.',
  warning: 'Warning: the row is kept and reported; the agency may give a reason.',
  information: 'Information: the row is kept.',
} as const;

function cellsText(cells: Readonly<Record<string, string>>): string {
  return Object.entries(cells)
    .map(([field, value]) => `${field} = ${value === '' ? '(blank)' : value}`)
    .join(', ');
}

/** What a rule means, as plain text for a terminal: title, consequence, reason, condition, example, source. */
export function ruleText(rule: Rule): string {
  const extract = extractOfRule(rule.code);
  const lines = [`${rule.code} ${rule.title}`, '', CONSEQUENCE[rule.severity]];
  if (extract !== null) lines.push(`Extract: ${extract}`);
  if (rule.fields.length > 0) lines.push(`Columns: ${rule.fields.join(', ')}`);
  lines.push('', `Why: ${rule.why}`, `What to do: ${rule.remedy}`);
  if (rule.scope === 'row') {
    if (rule.when !== undefined) lines.push(`Applies when: ${predicateText(rule.when)}`);
    lines.push(`Must hold: ${predicateText(rule.expect)}`, '');
    lines.push(`Passes: ${cellsText(rule.examples.pass)}`, `Fails: ${cellsText(rule.examples.fail)}`);
  }
  if (rule.reasonField !== undefined) lines.push(`A reason may be given in ${rule.reasonField}.`);
  if (rule.source !== undefined) lines.push(`Source: ${rule.source}`);
  return `${lines.join('\n')}\n`;
}

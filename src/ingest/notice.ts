import { findRule } from '../extracts/rules.js';
import type { Rule, Severity } from '../extracts/schema.js';
import type { Notice } from './collector.js';

const rules = new Map<string, Rule>();

function ruleOf(code: string): Rule {
  const rule = rules.get(code) ?? findRule(code);
  if (rule === undefined) throw new Error(`The rule ${code} is not in the registry.`);
  rules.set(code, rule);
  return rule;
}

/** A message under a rule of the registry, which gives the remedy and, unless told otherwise, the severity. */
export function notice(code: string, message: string, severity?: Severity): Notice {
  const rule = ruleOf(code);
  return { rule: code, severity: severity ?? rule.severity, message, remedy: rule.remedy };
}

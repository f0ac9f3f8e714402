import { findRule } from '../extracts/rules.js';
import type { Severity } from '../extracts/schema.js';
import type { Notice } from './collector.js';

/** A message under a rule of the registry, which gives the remedy and, unless told otherwise, the severity. */
export function notice(code: string, message: string, severity?: Severity): Notice {
  const rule = findRule(code);
  if (rule === undefined) throw new Error(`The rule ${code} is not in the registry.`);
  return { rule: code, severity: severity ?? rule.severity, message, remedy: rule.remedy };
}

import type { Rule, Severity } from '../../extracts/schema.js';
import type { Finding, Reconciliation } from '../findings.js';
import {
  cappedSentence,
  countBySeverity,
  type FindingsReport,
  type FormatOptions,
  grouped,
  plural,
} from './input.js';

const WORD: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', information: 'NOTE' };

/**
 * Findings for people, without colour: what happened, where, why it matters, what to do; grouped by file.
 * @param ruleOf the documented rule of a code, for its "why"
 */
export function textReport(
  report: FindingsReport,
  options: FormatOptions,
  ruleOf: (code: string) => Pick<Rule, 'why'> | undefined,
): string {
  const shown = report.findings.slice(0, options.maxFindings);
  const lines: string[] = [];
  for (const [file, findings] of groupByFile(shown)) {
    lines.push(file, '');
    for (const finding of findings) lines.push(...describe(finding, ruleOf(finding.rule)?.why), '');
  }
  const capped = cappedSentence(shown.length, report.findings.length);
  if (capped !== null) lines.push(capped, '');
  if (report.reconciliations.length > 0) {
    lines.push('Where every row went', '');
    for (const file of report.reconciliations) lines.push(`  ${reconciliationSentence(file)}`);
    lines.push('');
  }
  const counts = countBySeverity(report.findings);
  lines.push(
    `${plural(report.reconciliations.length, 'file')} checked: ${plural(counts.error, 'error')}, ` +
      `${plural(counts.warning, 'warning')}, ${plural(counts.information, 'note')}.`,
  );
  return `${lines.join('\n')}\n`;
}

/** One file's reconciliation as a sentence that adds up. */
export function reconciliationSentence(file: Reconciliation): string {
  if (file.nilReturn) return `${file.file}: declared as a nil return.`;
  const parts = [
    `${grouped(file.accepted)} accepted`,
    `${grouped(file.rejected)} rejected`,
    `${grouped(file.duplicates)} repeated`,
    `${grouped(file.superseded)} superseded`,
    `${grouped(file.setAside)} set aside`,
  ];
  const ignored =
    file.ignoredLines === 0 ? '' : ` (${plural(file.ignoredLines, 'line')} that are not records left out)`;
  return `${file.file}: ${plural(file.read, 'row')} read = ${parts.join(' + ')}${ignored}.`;
}

/** Where a finding is, in words: "line 12 (record 11), column found_at (J)". */
export function placeText(finding: Finding): string {
  const parts: string[] = [];
  if (finding.line !== null)
    parts.push(`line ${finding.line}${finding.record === null ? '' : ` (record ${finding.record})`}`);
  if (finding.column !== null)
    parts.push(`column ${finding.column}${finding.letter === null ? '' : ` (${finding.letter})`}`);
  return parts.join(', ');
}

function describe(finding: Finding, why: string | undefined): string[] {
  const place = placeText(finding);
  const where =
    finding.rows > 1 ? `${place === '' ? '' : `first at ${place}; `}${plural(finding.rows, 'row')}` : place;
  return [
    `  ${WORD[finding.severity]} ${finding.rule}  ${finding.message}`,
    ...(where === '' ? [] : [`    Where:  ${where}`]),
    ...(why === undefined ? [] : [`    Why:    ${why}`]),
    `    Do:     ${finding.remedy}`,
    ...(finding.notChecked.length === 0
      ? []
      : [`    Not checked because of this: ${finding.notChecked.join(', ')}`]),
  ];
}

function groupByFile(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.file);
    if (group === undefined) groups.set(finding.file, [finding]);
    else group.push(finding);
  }
  return groups;
}

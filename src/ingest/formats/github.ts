import type { Severity } from '../../extracts/schema.js';
import { cappedSentence, type FindingsReport, type FormatOptions } from './input.js';

const COMMAND: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
};

/** Findings as GitHub workflow annotations, one line each. */
export function githubReport(report: FindingsReport, options: FormatOptions): string {
  const shown = report.findings.slice(0, options.maxFindings);
  const lines = shown.map((finding) => {
    const properties = [
      `file=${property(finding.file)}`,
      ...(finding.line === null ? [] : [`line=${finding.line}`]),
      `title=${property(finding.rule)}`,
    ];
    const rows = finding.rows > 1 ? ` (${finding.rows} rows)` : '';
    const column = finding.column === null ? '' : ` [column ${finding.column}]`;
    return `::${COMMAND[finding.severity]} ${properties.join(',')}::${data(`${finding.message}${column}${rows} ${finding.remedy}`)}`;
  });
  const capped = cappedSentence(shown.length, report.findings.length);
  if (capped !== null) lines.push(`::notice::${data(capped)}`);
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

import { countBySeverity, type FindingsReport, type FormatOptions } from './input.js';

/** Findings for programs: one JSON document. */
export function jsonReport(report: FindingsReport, options: FormatOptions): string {
  const shown = report.findings.slice(0, options.maxFindings);
  const document = {
    format: 'profile-findings/1',
    version: options.version,
    counts: countBySeverity(report.findings),
    shown: shown.length,
    total: report.findings.length,
    files: report.reconciliations,
    findings: shown,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

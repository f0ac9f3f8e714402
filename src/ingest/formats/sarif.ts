import type { Rule, Severity } from '../../extracts/schema.js';
import type { Finding } from '../findings.js';
import type { FindingsReport, FormatOptions } from './input.js';

const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note' };

/**
 * Findings as SARIF 2.1.0. The rules come from the registry that `profile explain` reads.
 * @param rules the registry; only rules with a result are listed
 */
export function sarifReport(
  report: FindingsReport,
  options: FormatOptions,
  rules: readonly Pick<Rule, 'code' | 'severity' | 'title' | 'why' | 'remedy'>[],
): string {
  const used = new Set(report.findings.map((finding) => finding.rule));
  const listed = rules.filter((rule) => used.has(rule.code));
  const shown = report.findings.slice(0, options.maxFindings);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'profile',
            version: options.version,
            rules: listed.map((rule) => ({
              id: rule.code,
              shortDescription: { text: rule.title },
              fullDescription: { text: rule.why },
              help: { text: rule.remedy },
              defaultConfiguration: { level: LEVEL[rule.severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: shown.map((finding) =>
          result(
            finding,
            listed.findIndex((rule) => rule.code === finding.rule),
          ),
        ),
        properties: { shown: shown.length, total: report.findings.length },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function result(finding: Finding, ruleIndex: number) {
  return {
    ruleId: finding.rule,
    ...(ruleIndex === -1 ? {} : { ruleIndex }),
    level: LEVEL[finding.severity],
    message: { text: `${finding.message} ${finding.remedy}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: finding.file.split('/').map(encodeURIComponent).join('/') },
          ...(finding.line === null ? {} : { region: { startLine: finding.line } }),
        },
        ...(finding.column === null ? {} : { logicalLocations: [{ name: finding.column, kind: 'member' }] }),
      },
    ],
    properties: {
      rows: finding.rows,
      record: finding.record,
      letter: finding.letter,
      notChecked: finding.notChecked,
    },
  };
}

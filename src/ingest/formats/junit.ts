import type { Finding } from '../findings.js';
import type { FindingsReport } from './input.js';
import { placeText } from './text.js';

/** Findings as JUnit XML: a file is a suite, an error is a failed case; warnings and notes are in `system-out`. */
export function junitReport(report: FindingsReport): string {
  const files = [
    ...new Set([...report.reconciliations.map((r) => r.file), ...report.findings.map((f) => f.file)]),
  ];
  const errors = report.findings.filter((finding) => finding.severity === 'error').length;
  const suites = files.map((file) =>
    suite(
      file,
      report.findings.filter((finding) => finding.file === file),
    ),
  );
  const tests = suites.reduce((sum, one) => sum + one.tests, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="profile validate" tests="${tests}" failures="${errors}">`,
    ...suites.map((one) => one.xml),
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(file: string, findings: readonly Finding[]): { readonly xml: string; readonly tests: number } {
  const errors = findings.filter((finding) => finding.severity === 'error');
  const others = findings.filter((finding) => finding.severity !== 'error');
  const name = escapeXml(file);
  const cases =
    errors.length === 0
      ? [`    <testcase classname="${name}" name="no errors"/>`]
      : errors.map(
          (finding) =>
            `    <testcase classname="${name}" name="${escapeXml(`${finding.rule} ${placeText(finding)}`.trim())}">` +
            `<failure type="${escapeXml(finding.rule)}" message="${escapeXml(finding.message)}">` +
            `${escapeXml(finding.remedy)}</failure></testcase>`,
        );
  const talk = others.map((finding) =>
    escapeXml(`${finding.severity} ${finding.rule} ${placeText(finding)}: ${finding.message}`),
  );
  const out = talk.length === 0 ? [] : [`    <system-out>${talk.join('\n')}</system-out>`];
  return {
    tests: cases.length,
    xml: [
      `  <testsuite name="${name}" tests="${cases.length}" failures="${errors.length}">`,
      ...cases,
      ...out,
      '  </testsuite>',
    ].join('\n'),
  };
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[^\t\n\r\x20-\uFFFD]/g, '');
}

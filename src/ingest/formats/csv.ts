import type { FindingPlaces } from '../collector.js';
import type { Finding } from '../findings.js';
import type { FindingsReport } from './input.js';

const HEADER = [
  'severity',
  'rule',
  'extract',
  'agency',
  'period',
  'file',
  'line',
  'record',
  'column',
  'letter',
  'rows',
  'message',
  'remedy',
  'list',
];

/**
 * Every finding as CSV, one line for each row concerned as far as rows are listed; the last column says how many of
 * how many are listed. A cell that a spreadsheet would run as a formula is made harmless with an apostrophe.
 */
export function csvReport(report: FindingsReport): string {
  const listed = new Map(report.places.map((places) => [places.finding, places]));
  const lines = [HEADER.join(',')];
  for (const finding of report.findings) {
    const places = listed.get(finding);
    const rows = places === undefined || places.rows.length === 0 ? [finding] : places.rows;
    for (const { line, record } of rows) lines.push(csvLine(finding, line, record, listNote(places)));
  }
  return `${lines.join('\r\n')}\r\n`;
}

function listNote(places: FindingPlaces | undefined): string {
  if (places === undefined || places.rows.length >= places.total) return '';
  return `showing ${places.rows.length} of ${places.total}; the whole file was checked`;
}

function csvLine(finding: Finding, line: number | null, record: number | null, note: string): string {
  return [
    finding.severity,
    finding.rule,
    finding.extract ?? '',
    finding.agency ?? '',
    finding.period ?? '',
    finding.file,
    line ?? '',
    record ?? '',
    finding.column ?? '',
    finding.letter ?? '',
    finding.rows,
    finding.message,
    finding.remedy,
    note,
  ]
    .map(csvCell)
    .join(',');
}

function csvCell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

import { csvText } from '../writers/csv.js';
import type { QualityFinding } from './model.js';

const COLUMNS = [
  'rule',
  'severity',
  'extract',
  'file',
  'line',
  'record',
  'column',
  'column_letter',
  'rows',
  'message',
  'remedy',
  'not_checked',
] as const;

const numberText = (value: number | null): string => (value === null ? '' : String(value));

/**
 * All findings about an agency's files as CSV: places and counts, never a cell's value.
 */
export function findingsCsv(findings: readonly QualityFinding[]): string {
  return csvText([
    COLUMNS,
    ...findings.map((finding) => [
      finding.rule,
      finding.severity,
      finding.extract ?? '',
      finding.file,
      numberText(finding.line),
      numberText(finding.record),
      finding.column ?? '',
      finding.letter ?? '',
      String(finding.rows),
      finding.message,
      finding.remedy,
      finding.notChecked.join(' '),
    ]),
  ]);
}

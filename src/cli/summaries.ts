import type { BuildReport } from '../pipeline/buildRelease.js';
import type { ExtractRows, IngestReport } from '../pipeline/runReport.js';
import type { Superseded } from '../pipeline/superseded.js';
import { type Io, paint } from './io.js';

function whole(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

const HEADS = [
  'extract',
  'files',
  'read',
  'accepted',
  'rejected',
  'repeated',
  'replaced',
  'set aside',
] as const;

function rowCells(row: ExtractRows): string[] {
  return [row.files, row.read, row.accepted, row.rejected, row.duplicates, row.superseded, row.setAside].map(
    whole,
  );
}

/** Where every row went, one line an extract. */
function reconciliationTable(report: IngestReport): string {
  const rows = report.extracts.map((row) => [row.extract, ...rowCells(row)]);
  const widths = HEADS.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ');
  return [line(HEADS), ...rows.map(line)].join('\n');
}

function stoppedText(io: Io, report: IngestReport): string {
  const findingsOf = (file: string) =>
    report.stoppedFindings
      .filter((f) => f.file === file)
      .map((f) => `    ${f.rule} ${f.line === null ? '' : `line ${f.line}: `}${f.message} ${f.remedy}\n`)
      .join('');
  const files = report.stopped
    .map((one) => `  ${paint(io, 'red', one.file)}: ${one.reason}\n${findingsOf(one.file)}`)
    .join('');
  return `\n${paint(io, 'red', 'Stopped: nothing was stored and nothing was published.')}\n${files}`;
}

function peopleLine(report: IngestReport): string {
  return `${whole(report.children)} children and other people from ${whole(report.agencyPersons)} agency records, ${whole(report.linkedAcrossAgencies)} known to more than one agency.`;
}

function notes(report: IngestReport): string {
  const { findings, missing, nil, keyWarnings } = report;
  const lines = [
    `Findings: ${whole(findings.error)} errors, ${whole(findings.warning)} warnings, ${whole(findings.information)} for information (see quality/ in the release, or \`profile validate\`).`,
    ...(missing.length === 0
      ? []
      : [`Not sent (shown as not available, not as zero): ${missing.join(', ')}.`]),
    ...(nil.length === 0 ? [] : [`Nil returns: ${nil.join(', ')}.`]),
    ...report.superseded.map(supersededLine),
    ...keyWarnings,
  ];
  return lines.join('\n');
}

/** The audit line of an extract that was sent again. */
export function supersededLine(one: Superseded): string {
  return `Superseded: ${one.extract} of ${one.agency} for ${one.period}, file ${one.fileBefore} (${whole(one.rowsBefore)} rows accepted) by ${one.fileNow} (${whole(one.rowsNow)}); the earlier snapshot is kept.`;
}

function timesLine(report: IngestReport): string {
  const total = report.times.reduce((sum, one) => sum + one.milliseconds, 0);
  return `${report.times.map((one) => `${one.stage} ${seconds(one.milliseconds)}`).join(', ')}; ${seconds(total)} in all.`;
}

function ingestText(report: IngestReport): string {
  const rows = `${whole(report.read)} rows read, ${whole(report.accepted)} accepted, ${whole(report.rejected)} rejected; ${report.filesRead} files read, ${report.filesUnchanged} unchanged since last time.`;
  return `${reconciliationTable(report)}\n\n${rows}\n${peopleLine(report)}\n${notes(report)}\n`;
}

/** What `profile ingest` prints for a person. */
export function ingestSummary(io: Io, report: IngestReport): string {
  return `${ingestText(report)}${report.ok ? '' : stoppedText(io, report)}${timesLine(report)}\n`;
}

const OUTCOMES = {
  written: 'Release written to',
  unchanged: 'The same release already stands in',
  replaced: 'Release replaced in',
} as const;

/** How much each edition hides, and what earlier releases had told. */
function protectionLines({ protection }: BuildReport): string {
  const each = protection.map(
    ({ edition, hidden, laidOut, asFirst }) =>
      `${edition} ${whole(hidden)} of ${whole(laidOut)}${asFirst === 0 ? '' : `, ${whole(asFirst)} as first published`}`,
  );
  const told = protection
    .filter(({ toldBefore }) => toldBefore > 0)
    .map(
      ({ edition, toldBefore }) =>
        `Earlier releases told readers of the ${edition} edition more than its threshold allows, ${whole(toldBefore)} times (toldBefore in audit.json). Nothing can take that back.\n`,
    );
  return `Counts hidden: ${each.join('; ')}.\n${told.join('')}`;
}

/** What `profile build` prints for a person. */
export function buildSummary(io: Io, report: BuildReport): string {
  if (report.release === null || report.outcome === null) return ingestSummary(io, report);
  const pages = report.pages.map((page) => `  ${report.release}/${page}\n`).join('');
  return (
    `${ingestText(report)}${whole(report.episodes)} missing episodes in the history.\n\n` +
    `${paint(io, 'bold', `${OUTCOMES[report.outcome]} ${report.release}`)} (${report.files} files)\n${pages}` +
    (report.pdf === null ? '' : `Printed pages in ${report.pdf}: for paper only, no part of the release.\n`) +
    `${protectionLines(report)}${timesLine(report)}\n`
  );
}

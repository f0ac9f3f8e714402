import type { Finding, Reconciliation } from '../ingest/findings.js';
import { countBySeverity } from '../ingest/formats/input.js';
import type { IngestStage } from './ingestStage.js';
import type { StageTime } from './progress.js';
import type { Superseded } from './superseded.js';

/** Rows of one extract over all files. */
export interface ExtractRows {
  readonly extract: string;
  readonly files: number;
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly duplicates: number;
  readonly superseded: number;
  readonly setAside: number;
}

/** What `ingest` and `build` tell about the rows; the same document is printed with --json. */
export interface IngestReport {
  readonly ok: boolean;
  readonly extracts: readonly ExtractRows[];
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly filesRead: number;
  readonly filesUnchanged: number;
  readonly findings: { readonly error: number; readonly warning: number; readonly information: number };
  readonly missing: readonly string[];
  readonly nil: readonly string[];
  readonly stopped: readonly { readonly file: string; readonly reason: string }[];
  /** The first findings of the files that stopped the run. */
  readonly stoppedFindings: readonly Finding[];
  readonly agencyPersons: number;
  readonly children: number;
  readonly linkedAcrossAgencies: number;
  readonly keyWarnings: readonly string[];
  /** Extracts that were sent again and replaced in the store; the earlier snapshots are kept. */
  readonly superseded: readonly Superseded[];
  readonly times: readonly StageTime[];
}

function byExtract(rows: readonly Reconciliation[]): ExtractRows[] {
  const sums = new Map<string, ExtractRows>();
  for (const row of rows) {
    const sum = sums.get(row.extract) ?? {
      extract: row.extract,
      files: 0,
      read: 0,
      accepted: 0,
      rejected: 0,
      duplicates: 0,
      superseded: 0,
      setAside: 0,
    };
    sums.set(row.extract, {
      extract: row.extract,
      files: sum.files + 1,
      read: sum.read + row.read,
      accepted: sum.accepted + row.accepted,
      rejected: sum.rejected + row.rejected,
      duplicates: sum.duplicates + row.duplicates,
      superseded: sum.superseded + row.superseded,
      setAside: sum.setAside + row.setAside,
    });
  }
  return [...sums.values()];
}

/** Sums up an ingest stage for the terminal and for --json. */
export function ingestReport(
  stage: IngestStage,
  keyWarnings: readonly string[],
  times: readonly StageTime[],
  superseded: readonly Superseded[] = [],
): IngestReport {
  const rows = stage.files.map((file) => file.ingested.reconciliation);
  const extracts = byExtract(rows);
  const total = (pick: (row: ExtractRows) => number): number =>
    extracts.reduce((sum, row) => sum + pick(row), 0);
  const stoppedFiles = new Set(stage.stopped.map((one) => one.file));
  const sent = new Set(stage.files.map((file) => file.found.displayPath));
  return {
    ok: stage.stopped.length === 0,
    extracts,
    read: total((row) => row.read),
    accepted: total((row) => row.accepted),
    rejected: total((row) => row.rejected),
    filesRead: stage.files.filter((file) => file.fresh).length,
    filesUnchanged: stage.files.filter((file) => !file.fresh).length,
    findings: countBySeverity(stage.findings),
    missing: stage.findings.filter((f) => f.rule === 'F18' && !sent.has(f.file)).map((f) => f.file),
    nil: rows.filter((row) => row.nilReturn).map((row) => row.file),
    stopped: stage.stopped,
    stoppedFindings: stage.findings
      .filter((f) => stoppedFiles.has(f.file) && f.severity === 'error')
      .slice(0, 20),
    agencyPersons: stage.people?.agencyPersons ?? 0,
    children: stage.people?.children ?? 0,
    linkedAcrossAgencies: stage.people?.linkedAcrossAgencies ?? 0,
    keyWarnings,
    superseded,
    times,
  };
}

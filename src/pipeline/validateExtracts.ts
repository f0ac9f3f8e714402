import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { loadSchema } from '../extracts/load.js';
import { allRules, findRule } from '../extracts/rules.js';
import { EXTRACT_NAMES, type ExtractName } from '../extracts/schema.js';
import { csvReport } from '../ingest/formats/csv.js';
import { githubReport } from '../ingest/formats/github.js';
import type { FindingsReport, FormatOptions } from '../ingest/formats/input.js';
import { jsonReport } from '../ingest/formats/json.js';
import { junitReport } from '../ingest/formats/junit.js';
import { sarifReport } from '../ingest/formats/sarif.js';
import { textReport } from '../ingest/formats/text.js';
import { ingestFile } from '../ingest/ingestFile.js';
import { META_SUFFIX } from '../ingest/meta.js';
import { KnownError, systemCode } from '../reference/knownError.js';
import { CONFIG_FILE, openWorkspace } from '../workspace/open.js';
import { runIngestStage, stopReason } from './ingestStage.js';
import type { Progress } from './progress.js';
import { absolute, shown } from './runContext.js';
import { namedSchema } from './schemaPages.js';
import { softwareVersion } from './version.js';

export type ValidateFormat = 'text' | 'json' | 'csv' | 'junit' | 'github' | 'sarif';

export interface ValidateOptions {
  readonly paths: readonly string[];
  readonly cwd: string;
  readonly type?: string;
  readonly format: ValidateFormat;
  readonly maxFindings: string;
  /** Share of a file's rows that may be rejected; a workspace's configuration decides for its own files. */
  readonly tolerate: string;
  readonly progress: Progress;
}

interface Judged {
  readonly report: FindingsReport;
  readonly failed: boolean;
}

const WRITERS: Readonly<Record<ValidateFormat, (report: FindingsReport, options: FormatOptions) => string>> =
  {
    text: (report, options) => textReport(report, options, findRule),
    json: jsonReport,
    csv: csvReport,
    junit: junitReport,
    github: githubReport,
    sarif: (report, options) => sarifReport(report, options, allRules()),
  };

function number(text: string, option: string, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0 || value > most) {
    throw new KnownError(
      2,
      `${option} takes a number from 0 to ${most}.`,
      `Example: ${option} ${most === 1 ? '0.05' : '50'}`,
    );
  }
  return value;
}

function extractOf(file: string, type: string | undefined): ExtractName {
  if (type !== undefined) return namedSchema(type).name;
  const stem = path
    .basename(file)
    .replace(/\.[^.]*$/, '')
    .toLowerCase();
  const known =
    EXTRACT_NAMES.find((name) => name === stem) ?? EXTRACT_NAMES.find((name) => stem.includes(name));
  if (known !== undefined) return known;
  throw new KnownError(
    2,
    `The name of ${path.basename(file)} does not say which extract it is.`,
    `Give --type with one of: ${EXTRACT_NAMES.join(', ')}.`,
  );
}

async function judgeFile(file: string, options: ValidateOptions, tolerated: number): Promise<Judged> {
  const schema = loadSchema(extractOf(file, options.type));
  const ingested = await ingestFile({
    path: file,
    displayPath: shown(options.cwd, file),
    schema,
    agency: null,
    period: null,
    meta: file.replace(/\.[^.]*$/, META_SUFFIX),
    encoder: null,
    owners: new Map(),
  });
  return {
    report: {
      findings: ingested.findings,
      reconciliations: [ingested.reconciliation],
      places: ingested.places,
    },
    failed: stopReason(ingested, tolerated) !== null,
  };
}

async function judgeWorkspace(folder: string, options: ValidateOptions): Promise<Judged> {
  const workspace = await openWorkspace(folder);
  const stage = await runIngestStage({
    workspace,
    keys: null,
    encoder: null,
    store: null,
    progress: options.progress,
  });
  return {
    report: {
      findings: stage.findings,
      reconciliations: stage.files.map((file) => file.ingested.reconciliation),
      places: stage.files.flatMap((file) => file.ingested.places),
    },
    failed: stage.stopped.length > 0,
  };
}

async function isFolder(target: string): Promise<boolean> {
  return stat(target).then(
    (found) => found.isDirectory(),
    (error: unknown) => {
      if (systemCode(error) !== 'ENOENT') throw error;
      throw new KnownError(2, `${target} does not exist.`, 'Check the path.');
    },
  );
}

async function judge(named: string, options: ValidateOptions, tolerated: number): Promise<Judged[]> {
  const target = absolute(options.cwd, named);
  if (!(await isFolder(target))) return [await judgeFile(target, options, tolerated)];
  const names = await readdir(target);
  if (names.includes(CONFIG_FILE)) return [await judgeWorkspace(target, options)];
  const files = names.filter((name) => name.toLowerCase().endsWith('.csv')).sort();
  if (files.length === 0) {
    throw new KnownError(
      2,
      `${named} is neither a workspace nor a folder with CSV files.`,
      `A workspace has a ${CONFIG_FILE}; see \`profile init --help\`.`,
    );
  }
  const judged: Judged[] = [];
  for (const name of files) judged.push(await judgeFile(path.join(target, name), options, tolerated));
  return judged;
}

/**
 * Checks extracts without storing anything: single files (no key, no workspace), folders of files, or a workspace.
 * @returns the findings in the format asked for, and whether a file fails: it cannot be read as its extract, or more of
 *   its rows are rejected than tolerated
 * @throws KnownError (exit 2) for paths and options that cannot be used
 */
export async function validateExtracts(
  options: ValidateOptions,
): Promise<{ readonly text: string; readonly failed: boolean }> {
  const maxFindings = number(options.maxFindings, '--max-findings', 1_000_000);
  const tolerated = number(options.tolerate, '--tolerate', 1);
  const judged: Judged[] = [];
  for (const named of options.paths) judged.push(...(await judge(named, options, tolerated)));
  const report: FindingsReport = {
    findings: judged.flatMap((one) => one.report.findings),
    reconciliations: judged.flatMap((one) => one.report.reconciliations),
    places: judged.flatMap((one) => one.report.places),
  };
  return {
    text: WRITERS[options.format](report, { maxFindings, version: softwareVersion() }),
    failed: judged.some((one) => one.failed),
  };
}

import path from 'node:path';
import { analyse } from '../analysis/analyse.js';
import type { PeriodId } from '../reference/brands.js';
import { KnownError } from '../reference/knownError.js';
import { nearest } from '../reference/spelling.js';
import type { EditionConfig, Workspace } from '../workspace/model.js';
import { analysisInput, reportPeriods } from './analysisInput.js';
import { ingestInto } from './ingestWorkspace.js';
import { Stopwatch } from './progress.js';
import { releaseFiles } from './releaseFiles.js';
import { type ReleaseOutcome, writeRelease } from './releaseFolder.js';
import { absolute, type RunContext, shown } from './runContext.js';
import { type IngestReport, ingestReport } from './runReport.js';

export interface BuildOptions extends RunContext {
  readonly period?: string;
  readonly editions?: readonly string[];
  readonly out?: string;
  readonly force: boolean;
}

/** What a build tells; printed with --json. Counts of children are totals over the whole store, on the user's own screen. */
export interface BuildReport extends IngestReport {
  readonly period: string | null;
  readonly release: string | null;
  readonly outcome: ReleaseOutcome | null;
  readonly pages: readonly string[];
  readonly episodes: number;
  readonly files: number;
}

function chosenEditions(
  workspace: Workspace,
  asked: readonly string[] | undefined,
): readonly EditionConfig[] {
  const all = workspace.config.editions;
  if (asked === undefined) return all;
  return asked.map((id) => {
    const edition = all.find((one) => one.id === id);
    if (edition !== undefined) return edition;
    const ids = all.map((one) => one.id);
    const guess = nearest(id, ids);
    throw new KnownError(
      2,
      `The configuration has no edition called "${id}".`,
      guess === undefined ? `It has: ${ids.join(', ')}.` : `Did you mean "${guess}"?`,
    );
  });
}

/**
 * The main job: ingests what is new, analyses, protects, renders and writes the release as a whole.
 * When an extract stops the run, nothing is stored and nothing is published.
 * @throws KnownError for a workspace, key, store or target that cannot be used
 */
export async function buildRelease(options: BuildOptions): Promise<{ readonly report: BuildReport }> {
  const watch = new Stopwatch(options.now);
  const { workspace, stage, fingerprint, keyWarnings } = await ingestInto(options, watch);
  const editions = chosenEditions(workspace, options.editions);
  const periods: readonly PeriodId[] = reportPeriods(workspace, options.period);
  const period = periods.at(-1) ?? null;
  if (stage.stopped.length > 0 || period === null) {
    const report = ingestReport(stage, keyWarnings, watch.times);
    return { report: { ...report, period, release: null, outcome: null, pages: [], episodes: 0, files: 0 } };
  }
  options.progress({ stage: 'analyse', done: 0, total: 0, what: '' });
  const result = await watch.time('analyse', () => analyse(analysisInput(workspace, stage, periods)));
  options.progress({ stage: 'protect and render', done: 0, total: 0, what: '' });
  const files = await watch.time('protect and render', () =>
    releaseFiles({ workspace, stage, result, editions, fingerprint }),
  );
  const target =
    options.out === undefined ? path.join(workspace.reportsDir, period) : absolute(options.cwd, options.out);
  const outcome = await watch.time('write', () =>
    writeRelease(target, files, { force: options.force, shownTarget: shown(options.cwd, target) }),
  );
  const episodes = stage.files
    .filter((file) => file.found.extract === 'missing-episodes' && file.found.period <= period)
    .reduce((sum, file) => sum + (file.ingested.table?.rows ?? 0), 0);
  return {
    report: {
      ...ingestReport(stage, keyWarnings, watch.times),
      period,
      release: shown(options.cwd, target),
      outcome,
      pages: files.filter((file) => /-profile-.*\.html$/.test(file.path)).map((file) => file.path),
      episodes,
      files: files.length,
    },
  };
}

import path from 'node:path';
import { concludeWith } from '../analysis/analyse.js';
import { revisions } from '../analysis/revisions.js';
import type { PeriodId } from '../reference/brands.js';
import { periodSpan, periodsWithin } from '../reference/calendar.js';
import { KnownError } from '../reference/knownError.js';
import { nearest } from '../reference/spelling.js';
import { products } from '../report/products/index.js';
import type { ProductRecord } from '../report/products/record.js';
import { readComparators } from '../workspace/comparators.js';
import { type EditionConfig, PRODUCT_IDS, type Workspace } from '../workspace/model.js';
import { readWords } from '../workspace/words.js';
import { analysisInput, reportPeriods } from './analysisInput.js';
import { sha256 } from './digest.js';
import { type EarlierHeadlines, earlierHeadlines } from './headlines.js';
import { ingestInto } from './ingestWorkspace.js';
import { Ledger } from './ledger/ledger.js';
import { dropPrinted, printRelease, requireChromium } from './printRelease.js';
import { countByGrain, resultsByGrain } from './productFiles.js';
import { Stopwatch } from './progress.js';
import { type EditionProtection, protectionReport } from './protectionReport.js';
import { releaseFiles } from './releaseFiles.js';
import { MANIFEST, type ReleaseOutcome, writeRelease } from './releaseFolder.js';
import { absolute, type RunContext, shown } from './runContext.js';
import { type IngestReport, ingestReport } from './runReport.js';

export interface BuildOptions extends RunContext {
  readonly period?: string;
  readonly editions?: readonly string[];
  /** Products to make; default: those of the configuration. */
  readonly products?: readonly string[];
  /** Last quarter (`2018-Q2`) or month (`2018-09`) to report on, for products that come oftener than half-yearly. */
  readonly until?: string;
  readonly out?: string;
  readonly force: boolean;
  /** Whether the pages are printed to PDF too, beside the release. */
  readonly pdf?: boolean;
  /** Hash of the last line of the ledger to be heeded, for building a release again as it was; all by default. */
  readonly asOf?: string | null;
}

/** What a build tells; printed with --json. Counts of children are totals over the whole store, on the user's own screen. */
export interface BuildReport extends IngestReport {
  readonly period: string | null;
  readonly release: string | null;
  readonly outcome: ReleaseOutcome | null;
  readonly pages: readonly string[];
  /** Folder of the printed pages; null when none were asked for. */
  readonly pdf: string | null;
  readonly episodes: number;
  readonly files: number;
  /** By edition, those that are protected together as one; none when nothing was published. */
  readonly protection: readonly EditionProtection[];
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

/** @throws KnownError (exit 2) with the nearest guess for a product that does not exist */
function chosenProducts(
  workspace: Workspace,
  asked: readonly string[] | undefined,
): readonly ProductRecord[] {
  const wanted = asked ?? workspace.config.products;
  const ids: readonly string[] = PRODUCT_IDS;
  for (const id of wanted) {
    if (ids.includes(id)) continue;
    const guess = nearest(id, ids);
    throw new KnownError(
      2,
      `There is no product called "${id}".`,
      guess === undefined ? `There are: ${ids.join(', ')}.` : `Did you mean "${guess}"?`,
    );
  }
  return products.filter(({ id }) => wanted.includes(id));
}

/**
 * The quarter or month that was asked for, if it lies in the last half-year; products of another grain are not touched by it.
 * @throws KnownError (exit 2) for one that is not in the history
 */
function untilWithin(
  halfYears: readonly PeriodId[],
  startMonth: number,
  asked: string | undefined,
): PeriodId | null {
  if (asked === undefined) return null;
  const known = (['quarter', 'month'] as const).flatMap((grain) =>
    periodsWithin(halfYears, grain, startMonth),
  );
  const found = known.find((id) => id === asked);
  if (found !== undefined) return found;
  throw new KnownError(
    2,
    `The extracts do not reach to "${asked}".`,
    `Give a quarter of the reporting year such as ${known.find((id) => id.includes('Q')) ?? '2018-Q2'}, or a month such as ${known.at(-1) ?? '2018-09'}.`,
  );
}

/** Digests with the configuration's seed, each worked out once. */
function tiesOf(seed: string): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const tie = known.get(name) ?? sha256(`${seed}|${name}`);
    known.set(name, tie);
    return tie;
  };
}

async function earlierReleases(
  workspace: Workspace,
  periods: readonly PeriodId[],
  editions: readonly EditionConfig[],
): Promise<ReadonlyMap<string, EarlierHeadlines>> {
  const found = await Promise.all(
    editions.map(async ({ id }) => [id, await earlierHeadlines(workspace, periods, id)] as const),
  );
  return new Map(found.flatMap(([id, one]) => (one === null ? [] : [[id, one] as const])));
}

/** A release of single products stands beside the half-year's release, not in its place. */
function releaseName(options: BuildOptions, period: PeriodId): string {
  return options.products === undefined ? period : `${period}-${[...options.products].sort().join('-')}`;
}

/**
 * The main job: ingests what is new, analyses, protects, renders and writes the release as a whole.
 * When an extract stops the run, nothing is stored and nothing is published.
 * @throws KnownError for a workspace, key, store or target that cannot be used
 */
export async function buildRelease(options: BuildOptions): Promise<{ readonly report: BuildReport }> {
  const watch = new Stopwatch(options.now);
  const chromium = options.pdf === true ? requireChromium(options.env) : null;
  const { workspace, stage, keys, fingerprint, keyWarnings, superseded } = await ingestInto(options, watch);
  const editions = chosenEditions(workspace, options.editions);
  const periods: readonly PeriodId[] = reportPeriods(workspace, options.period);
  const period = periods.at(-1) ?? null;
  const chosen = chosenProducts(workspace, options.products);
  if (stage.stopped.length > 0 || period === null) {
    const report = ingestReport(stage, keyWarnings, watch.times, superseded);
    const nothing = {
      release: null,
      outcome: null,
      pages: [],
      pdf: null,
      episodes: 0,
      files: 0,
      protection: [],
    };
    return { report: { ...report, period, ...nothing } };
  }
  options.progress({ stage: 'analyse', done: 0, total: 0, what: '' });
  const until = untilWithin(periods, workspace.config.startMonth, options.until);
  const name = releaseName(options, until ?? period);
  const ledger = await Ledger.open(workspace, keys);
  const before = await ledger.before(name, options.asOf);
  const input = analysisInput(workspace, stage, periods);
  const { counted, results } = await watch.time('analyse', () => {
    const counted = countByGrain(input, chosen, until ?? undefined);
    return { counted, results: resultsByGrain(counted, revisions(input)) };
  });
  const result = results.get('half-year');
  if (result === undefined) throw new Error('There is no result by half-year.');
  options.progress({ stage: 'protect and render', done: 0, total: 0, what: '' });
  const { files, editions: built } = await watch.time('protect and render', async () =>
    releaseFiles({
      workspace,
      stage,
      results,
      result,
      editions,
      products: chosen,
      until,
      fingerprint,
      ties: tiesOf(workspace.config.tieSeed),
      anew: (instead) => [...counted.values()].map((own) => concludeWith(own, instead)),
      words: await readWords(workspace, period),
      comparators: await readComparators(workspace),
      earlier: await earlierReleases(workspace, periods, editions),
      before,
    }),
  );
  const target =
    options.out === undefined ? path.join(workspace.reportsDir, name) : absolute(options.cwd, options.out);
  const outcome = await watch.time('write', () =>
    writeRelease(target, files, { force: options.force, shownTarget: shown(options.cwd, target) }),
  );
  if (path.dirname(target) === workspace.reportsDir) {
    const manifest = files.find((file) => file.path === MANIFEST)?.content;
    await ledger.record(name, period, String(manifest), built, before.readers);
  }
  const pages = files.filter((file) => /\/cse-[^/]*\.html$/.test(file.path)).map((file) => file.path);
  if (outcome === 'replaced') await dropPrinted(target);
  const pdf =
    chromium === null
      ? null
      : await watch.time('print', () =>
          printRelease(target, pages, {
            chromium,
            until: periodSpan(period, workspace.config.startMonth).end,
            progress: options.progress,
            shown: shown(options.cwd, target),
          }),
        );
  const episodes = stage.files
    .filter((file) => file.found.extract === 'missing-episodes' && file.found.period <= period)
    .reduce((sum, file) => sum + (file.ingested.table?.rows ?? 0), 0);
  return {
    report: {
      ...ingestReport(stage, keyWarnings, watch.times, superseded),
      period,
      release: shown(options.cwd, target),
      outcome,
      pages,
      pdf: pdf === null ? null : shown(options.cwd, pdf),
      episodes,
      files: files.length,
      protection: protectionReport(built),
    },
  };
}

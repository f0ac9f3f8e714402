import { type Io, writeJson } from './io.js';
import { terminalProgress } from './progress.js';

/** What the commands that write a release have in common. */
export interface BuildAsked {
  readonly period?: string;
  readonly edition?: readonly string[];
  readonly product?: readonly string[];
  readonly until?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly pdf?: boolean;
  readonly keyFile?: string;
  readonly json?: boolean;
}

/** Builds a release as asked, prints what was done and gives the exit code. */
export async function runBuild(io: Io, folder: string, asked: BuildAsked): Promise<number> {
  const [{ buildRelease }, { buildSummary }] = await Promise.all([
    import('../pipeline/buildRelease.js'),
    import('./summaries.js'),
  ]);
  const progress = terminalProgress(io);
  const { report } = await buildRelease({
    folder,
    cwd: io.cwd,
    env: io.env,
    now: () => io.now(),
    progress: progress.report,
    force: asked.force === true,
    pdf: asked.pdf === true,
    ...(asked.period === undefined ? {} : { period: asked.period }),
    ...(asked.edition === undefined ? {} : { editions: asked.edition }),
    ...(asked.product === undefined ? {} : { products: asked.product }),
    ...(asked.until === undefined ? {} : { until: asked.until }),
    ...(asked.out === undefined ? {} : { out: asked.out }),
    ...(asked.keyFile === undefined ? {} : { keyFile: asked.keyFile }),
  }).finally(progress.clear);
  if (asked.json === true) writeJson(io, report);
  else io.out(buildSummary(io, report));
  return report.ok ? 0 : 1;
}

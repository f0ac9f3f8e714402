import { writeJson } from '../io.js';
import { terminalProgress } from '../progress.js';
import type { Register } from '../register.js';

interface BuildOptions {
  readonly period?: string;
  readonly edition?: string[];
  readonly out?: string;
  readonly force?: boolean;
  readonly keyFile?: string;
  readonly json?: boolean;
}

export const registerBuild: Register = (program, io, leave) => {
  program
    .command('build')
    .description('ingest what is new, analyse, protect and render the problem profile of a half-year')
    .argument('[workspace]', 'folder with profile.config.yaml', '.')
    .option(
      '-p, --period <half-year>',
      'half-year to report on, such as 2018-H1 (default: the latest with extracts)',
    )
    .option('-e, --edition <id...>', 'editions to render (default: all in the configuration)')
    .option('-o, --out <folder>', 'where to write the release (default: <workspace>/reports/<period>)')
    .option('-f, --force', 'replace an existing release that differs; its manifest is kept as a revision')
    .option('--key-file <path>', 'the partnership’s key (default: $PROFILE_KEY_FILE, then $PROFILE_KEY)')
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  profile build sample-data\n' +
        '  profile build --period 2018-H1 --key-file ~/keys/partnership.key\n' +
        '  profile build ./lancashire --out /tmp/draft --json\n' +
        '\nNothing is published when an extract fails, and an existing release is never half replaced.',
    )
    .action(async (folder: string, options: BuildOptions) => {
      const [{ buildRelease }, { buildSummary }] = await Promise.all([
        import('../../pipeline/buildRelease.js'),
        import('../summaries.js'),
      ]);
      const progress = terminalProgress(io);
      const result = await buildRelease({
        folder,
        cwd: io.cwd,
        env: io.env,
        now: () => io.now(),
        progress: progress.report,
        force: options.force === true,
        ...(options.period === undefined ? {} : { period: options.period }),
        ...(options.edition === undefined ? {} : { editions: options.edition }),
        ...(options.out === undefined ? {} : { out: options.out }),
        ...(options.keyFile === undefined ? {} : { keyFile: options.keyFile }),
      }).finally(progress.clear);
      if (options.json === true) writeJson(io, result.report);
      else io.out(buildSummary(io, result.report));
      leave(result.report.ok ? 0 : 1);
    });
};

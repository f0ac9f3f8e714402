import { writeJson } from '../io.js';
import { terminalProgress } from '../progress.js';
import type { Register } from '../register.js';

interface SampleOptions {
  readonly rows?: string;
  readonly seed?: string;
  readonly messy?: boolean;
  readonly json?: boolean;
}

export const registerSample: Register = (program, io) => {
  program
    .command('sample')
    .description('write a synthetic workspace: six invented agencies’ extracts over ten half-years')
    .argument('[dir]', 'folder to write to', 'sample-data')
    .option('--rows <n>', 'scale the missing episodes to about this many rows')
    .option('--seed <n>', 'seed of the random generator: the same seed gives the same bytes')
    .option('--messy', 'more of the faults that real extracts have')
    .addHelpText(
      'after',
      '\nExamples:\n  profile sample my-sample --seed 7\n  profile sample big --rows 1000000\n' +
        '\nEvery person, number and address assignment is invented.',
    )
    .action(async (dir: string, options: SampleOptions) => {
      const { writeSample } = await import('../../pipeline/writeSample.js');
      const progress = terminalProgress(io);
      const report = await writeSample({
        dir,
        cwd: io.cwd,
        messy: options.messy === true,
        progress: progress.report,
        ...(options.rows === undefined ? {} : { rows: options.rows }),
        ...(options.seed === undefined ? {} : { seed: options.seed }),
      }).finally(progress.clear);
      if (options.json === true) return writeJson(io, report);
      io.out(
        `Wrote ${report.files} files (${Math.round(report.bytes / 1024)} KB) to ${dir}, seed ${report.seed}.\nEverything in it is invented.\n`,
      );
    });
};

import { writeJson } from '../io.js';
import { terminalProgress } from '../progress.js';
import type { Register } from '../register.js';

export const registerIngest: Register = (program, io, leave) => {
  program
    .command('ingest')
    .description('validate, pseudonymise and store the extracts of a workspace; print the reconciliation')
    .argument('[workspace]', 'folder with profile.config.yaml', '.')
    .option('--key-file <path>', 'the partnership’s key (default: $PROFILE_KEY_FILE, then $PROFILE_KEY)')
    .addHelpText(
      'after',
      '\nExamples:\n  profile ingest sample-data\n  profile ingest ./lancashire --key-file ~/keys/partnership.key --json\n' +
        '\nFiles already stored and unchanged are not read again. Nothing is stored when a file fails.',
    )
    .action(async (folder: string, options: { keyFile?: string; json?: boolean }) => {
      const [{ ingestWorkspace }, { ingestSummary }] = await Promise.all([
        import('../../pipeline/ingestWorkspace.js'),
        import('../summaries.js'),
      ]);
      const progress = terminalProgress(io);
      const report = await ingestWorkspace({
        folder,
        cwd: io.cwd,
        env: io.env,
        now: () => io.now(),
        progress: progress.report,
        ...(options.keyFile === undefined ? {} : { keyFile: options.keyFile }),
      }).finally(progress.clear);
      if (options.json === true) writeJson(io, report);
      else io.out(ingestSummary(io, report));
      leave(report.ok ? 0 : 1);
    });
};

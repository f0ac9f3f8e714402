import { paint, writeJson } from '../io.js';
import { laterCommand } from '../laterCommand.js';
import type { Register } from '../register.js';

export const registerStore: Register = (program, io, leave) => {
  const store = program
    .command('store')
    .description('look after the encrypted, pseudonymised store of a workspace')
    .addHelpText(
      'after',
      '\nExamples:\n  profile store list sample-data\n  profile store verify sample-data',
    );

  store
    .command('list')
    .description('list what is stored: extract, agency, half-year, rows, snapshot')
    .argument('[workspace]', 'folder with profile.config.yaml', '.')
    .option('--key-file <path>', 'the partnership’s key (default: $PROFILE_KEY_FILE, then $PROFILE_KEY)')
    .option('--history', 'list the extracts that were sent again instead: what stood before, what stands now')
    .addHelpText(
      'after',
      '\nExamples:\n  profile store list sample-data --json\n  profile store list sample-data --history',
    )
    .action(async (folder: string, options: { keyFile?: string; json?: boolean; history?: boolean }) => {
      const { storeContents, storeHistory } = await import('../../pipeline/storeCustody.js');
      const where = {
        folder,
        cwd: io.cwd,
        env: io.env,
        ...(options.keyFile === undefined ? {} : { keyFile: options.keyFile }),
      };
      if (options.history === true) {
        const superseded = await storeHistory(where);
        if (options.json === true) return writeJson(io, { ok: true, superseded });
        const { supersededLine } = await import('../summaries.js');
        for (const one of superseded) io.out(`${supersededLine(one)}\n`);
        io.out(`${superseded.length} extracts were sent again.\n`);
        return;
      }
      const entries = await storeContents(where);
      if (options.json === true) return writeJson(io, { ok: true, entries });
      for (const e of entries) {
        io.out(
          `${e.period}  ${e.agency.padEnd(34)} ${e.extract.padEnd(18)} ${String(e.rows).padStart(7)} rows  ${e.snapshot.slice(0, 12)}\n`,
        );
      }
      io.out(`${entries.length} snapshots.\n`);
    });

  store
    .command('verify')
    .description('open every stored file and say which are whole, damaged, missing or stray')
    .argument('[workspace]', 'folder with profile.config.yaml', '.')
    .option('--key-file <path>', 'the partnership’s key (default: $PROFILE_KEY_FILE, then $PROFILE_KEY)')
    .addHelpText('after', '\nExample:\n  profile store verify sample-data')
    .action(async (folder: string, options: { keyFile?: string; json?: boolean }) => {
      const { verifyStore } = await import('../../pipeline/storeCustody.js');
      const report = await verifyStore({
        folder,
        cwd: io.cwd,
        env: io.env,
        ...(options.keyFile === undefined ? {} : { keyFile: options.keyFile }),
      });
      if (options.json === true) writeJson(io, report);
      else {
        for (const file of report.files.filter((f) => f.state !== 'ok'))
          io.out(`${paint(io, 'red', file.state.padEnd(8))} ${file.path}\n`);
        io.out(
          `${report.files.length} files, ${report.files.filter((f) => f.state !== 'ok').length} not whole.\n`,
        );
      }
      leave(report.ok ? 0 : 4);
    });

  for (const [words, summary, example] of [
    ['store prune', 'remove what is older than the retention allows', 'sample-data'],
    ['store export', 'hand the pseudonymised tables to another tool', 'sample-data'],
  ] as const) {
    const instead = 'Use `profile store list` and `profile store verify`.';
    store.addCommand(laterCommand({ words, summary, example, instead }));
  }
};

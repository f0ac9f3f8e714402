import { paint, writeJson } from '../io.js';
import type { Register } from '../register.js';

export const registerVerify: Register = (program, io, leave) => {
  program
    .command('verify')
    .description('check every file of a release against its manifest, and that it reproduces')
    .argument('<release>', 'folder of a release, such as sample-data/reports/2018-H1')
    .option('--workspace <folder>', 'workspace to reproduce it from (default: the one the release lies in)')
    .option('--digests-only', 'compare the files with the manifest and do not build again')
    .option(
      '--proofs',
      'have the proofs of the ledger checked by a program that solves nothing, and do not build again',
    )
    .option('--key-file <path>', 'the partnership’s key (default: $PROFILE_KEY_FILE, then $PROFILE_KEY)')
    .addHelpText(
      'after',
      '\nExamples:\n  profile verify sample-data/reports/2018-H1\n  profile verify received/2018-H1 --digests-only\n  profile verify sample-data/reports/2018-H1 --proofs\n' +
        '\nExit code 1 when a file is changed, missing or extra, when building again gives other bytes, or when a proof is not accepted.',
    )
    .action(
      async (
        folder: string,
        options: {
          workspace?: string;
          digestsOnly?: boolean;
          proofs?: boolean;
          keyFile?: string;
          json?: boolean;
        },
      ) => {
        const { verifyRelease } = await import('../../pipeline/verifyRelease.js');
        const report = await verifyRelease({
          folder,
          cwd: io.cwd,
          env: io.env,
          now: () => io.now(),
          digestsOnly: options.digestsOnly === true,
          proofs: options.proofs === true,
          ...(options.workspace === undefined ? {} : { workspace: options.workspace }),
          ...(options.keyFile === undefined ? {} : { keyFile: options.keyFile }),
        });
        if (options.json === true) writeJson(io, report);
        else {
          for (const fault of report.faults)
            io.out(`${paint(io, 'red', fault.problem.padEnd(8))} ${fault.path}\n`);
          io.out(`${report.files} files compared with the manifest, ${report.faults.length} faults.\n`);
          io.out(`${report.reproduction}\n`);
          for (const { audience, kept, tables, fault } of report.proofs ?? [])
            io.out(
              fault === null
                ? `Proof for ${audience}: accepted; hidden counts kept ${kept}, tables ${tables}.\n`
                : `${paint(io, 'red', `Proof for ${audience}: not accepted`)}: ${fault}.\n`,
            );
        }
        leave(report.ok ? 0 : 1);
      },
    );
};

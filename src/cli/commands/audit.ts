import { paint, writeJson } from '../io.js';
import type { Register } from '../register.js';

/** Faults shown on the terminal; `--json` gives all. */
const MOST_SHOWN = 20;

export const registerAudit: Register = (program, io, leave) => {
  program
    .command('audit')
    .description('attack the published files of a release as an outsider would')
    .argument('<release>', 'folder of a finished release, such as sample-data/reports/2018-H1')
    .option('--as <audience>', 'attack for the readers of this edition only (default: for all)')
    .option(
      '--with <release>',
      'another release that the same readers have; give it again for more',
      collected,
      [],
    )
    .addHelpText(
      'after',
      '\nWorks on the files alone: they are compared with the manifest, every document is drawn again from its profile.json and must give the same bytes,' +
        '\nevery number in a sentence must come from what the sentence rests on,' +
        '\nand all numbers together must narrow no hidden count below its rule.' +
        '\n\nExamples:\n  profile audit sample-data/reports/2018-H1\n  profile audit reports/2018-H1 --as board --with reports/2017-H2' +
        '\n\nExit code 3 when something is found: do not publish the release.',
    )
    .action(async (folder: string, options: { as?: string; with: readonly string[]; json?: boolean }) => {
      const { auditRelease } = await import('../../pipeline/audit/auditRelease.js');
      const report = await auditRelease({
        folder,
        cwd: io.cwd,
        beside: options.with,
        ...(options.as === undefined ? {} : { as: options.as }),
      });
      if (options.json === true) writeJson(io, report);
      else {
        for (const { path, message, derivation } of report.faults.slice(0, MOST_SHOWN)) {
          io.out(`${paint(io, 'red', path)} ${message}\n`);
          for (const step of derivation) io.out(`    ${step}\n`);
        }
        const more = report.faults.length - MOST_SHOWN;
        if (more > 0) io.out(`and ${more} more (all with --json).\n`);
        io.out(`${report.files} files, ${report.documents} documents drawn again.\n`);
        for (const { audience, sees, threshold, zeros, counts, hidden, statements } of report.audiences)
          io.out(
            `Readers of the ${audience} edition (they see ${sees.join(', ')}; counts from ${zeros === 'shown' ? 1 : 0} to ${threshold - 1} are kept from them): ` +
              `${counts} counts, ${hidden} hidden, ${statements} statements about these.\n`,
          );
        io.out(
          report.ok
            ? 'Nothing was found.\n'
            : `${paint(io, 'red', `${report.faults.length} found`)}. Do not publish this release.\n`,
        );
      }
      leave(report.ok ? 0 : 3);
    });
};

function collected(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

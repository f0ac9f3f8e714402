import { Option } from 'commander';
import { EXTRACT_NAMES } from '../../extracts/schema.js';
import { terminalProgress } from '../progress.js';
import type { Register } from '../register.js';

const FORMATS = ['text', 'json', 'csv', 'junit', 'github', 'sarif'] as const;

interface ValidateOptions {
  readonly type?: string;
  readonly format: (typeof FORMATS)[number];
  readonly maxFindings: string;
  readonly tolerate: string;
  readonly json?: boolean;
}

export const registerValidate: Register = (program, io, leave) => {
  program
    .command('validate')
    .description('check extracts against their schemas and rules; stores nothing and needs no key')
    .argument('[paths...]', 'a workspace, or CSV files (default: the current folder)')
    .option(
      '-t, --type <extract>',
      `what the files are: ${EXTRACT_NAMES.join(', ')} (default: from the file name)`,
    )
    .addOption(new Option('--format <format>', 'how to print the findings').choices(FORMATS).default('text'))
    .option('--tolerate <share>', 'share of a single file’s rows that may be rejected before it fails', '0')
    .option('--max-findings <n>', 'findings to print; the whole file is always checked', '200')
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  profile validate missing-episodes.csv\n' +
        '  profile validate export.csv --type referrals --format sarif > findings.sarif\n' +
        '  profile validate sample-data --format junit > findings.xml\n' +
        '\nNo finding ever shows the content of a cell that identifies a person.\n' +
        'Exit code 1 when a file cannot be read as its extract or too many of its rows are rejected: any row of a single file\n' +
        '(see --tolerate), the configured share in a workspace. Warnings do not fail.',
    )
    .action(async (paths: string[], options: ValidateOptions) => {
      const { validateExtracts } = await import('../../pipeline/validateExtracts.js');
      const progress = terminalProgress(io);
      const result = await validateExtracts({
        paths: paths.length === 0 ? ['.'] : paths,
        cwd: io.cwd,
        format: options.json === true ? 'json' : options.format,
        maxFindings: options.maxFindings,
        tolerate: options.tolerate,
        progress: progress.report,
        ...(options.type === undefined ? {} : { type: options.type }),
      }).finally(progress.clear);
      io.out(result.text);
      leave(result.failed ? 1 : 0);
    });
};

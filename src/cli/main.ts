import { Command, Option } from 'commander';
import { softwareVersion } from '../pipeline/version.js';
import { commands } from './commands/index.js';
import { explainFailure } from './failure.js';
import { type Io, processIo } from './io.js';

/**
 * Builds the command line. Every command is registered with its help; its work is loaded only when it runs.
 * @param leave receives the exit code of the command that ran
 */
export function commandLine(io: Io, leave: (code: number) => void): Command {
  const program = new Command('profile')
    .description(
      'Builds the six-monthly child sexual exploitation problem profile from partner agencies’ CSV extracts.\n' +
        'Works offline: nothing is sent or fetched.',
    )
    .version(softwareVersion(), '-V, --version', 'print the version')
    .addOption(new Option('--json', 'print one JSON document on standard output and nothing else'))
    .showHelpAfterError('(add --help for the options and examples)')
    .showSuggestionAfterError(true)
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text) })
    .exitOverride()
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  profile build sample-data                  build the sample profile\n' +
        '  profile validate missing-episodes.csv      check one extract before it is sent\n' +
        '  profile explain MIS-003                    what a rule means and what to do\n' +
        '\nExit codes: 0 done; 1 the data fail; 2 usage or configuration; 3 disclosure audit failed; ' +
        '4 key or store; 70 a defect of ours.',
    );
  for (const register of commands) register(program, io, leave);
  inherit(program);
  program.hook('preAction', (_, command) => {
    if (command.optsWithGlobals<{ json?: boolean }>().json === true) command.setOptionValue('json', true);
  });
  return program;
}

/** Sub-commands share the output, the exit behaviour and `--json` of the program. */
function inherit(parent: Command): void {
  for (const child of parent.commands) {
    child.copyInheritedSettings(parent);
    if (!child.options.some((option) => option.long === '--json')) {
      child.addOption(new Option('--json', 'print one JSON document on standard output and nothing else'));
    }
    inherit(child);
  }
}

/**
 * Runs one command.
 * @param argv arguments after the program's name
 * @returns the exit code
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let code = 0;
  const program = commandLine(io, (left) => {
    code = left;
  });
  try {
    if (argv.length === 0) {
      io.out(program.helpInformation());
      return 2;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return explainFailure(error, io, argv.includes('--json'));
  }
}

/**
 * The program's entry: runs one command in this process. Whatever is thrown outside the command's own promise is
 * explained in the same way, since Node would print the error's text, which could hold a value.
 */
export function start(argv: readonly string[]): Promise<number> {
  const io = processIo();
  process.on('uncaughtException', (error: unknown) => {
    process.exit(explainFailure(error, io, argv.includes('--json')));
  });
  return main(argv, io);
}

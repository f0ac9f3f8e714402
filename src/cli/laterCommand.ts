import { Command } from 'commander';
import { KnownError } from '../reference/knownError.js';

/** A command of the design that a later version brings. */
export interface LaterCommand {
  /** As one types it, without `profile`. */
  readonly words: string;
  readonly summary: string;
  /** What to use until then. */
  readonly instead: string;
  /** Arguments in the example. */
  readonly example: string;
}

/** The command as this version has it: it is there, takes anything, says that it is not ready, and leaves with exit code 2. */
export function laterCommand({ words, summary, instead, example }: LaterCommand): Command {
  return new Command(words.split(' ').at(-1))
    .description(`(not in this version) ${summary}`)
    .argument('[anything...]')
    .allowUnknownOption()
    .helpGroup('Not in this version:')
    .addHelpText(
      'after',
      `\nThis command is not in this version. ${instead}\n\nExample (of what it will be):\n  profile ${words} ${example}`,
    )
    .action(() => {
      throw new KnownError(2, `\`profile ${words}\` is not in this version.`, instead);
    });
}

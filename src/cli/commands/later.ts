import { Command } from 'commander';
import { KnownError } from '../../reference/knownError.js';
import type { Register } from '../register.js';

/** Commands of the design that a later version brings: they exist, say so, and leave with exit code 2. */
const LATER: readonly (readonly [name: string, summary: string, instead: string])[] = [
  ['report', 'the problem profile alone, from the store', 'Use `profile build`, which renders it.'],
  [
    'trends',
    'the sub groups’ quarterly trends-and-patterns reports',
    'The trend chapters of `profile build` hold the same series.',
  ],
  [
    'brief',
    'the monthly risk and intelligence briefing',
    'The key findings of `profile build` come closest.',
  ],
  ['review', 'the review of partnership data', 'See the data quality chapter and quality/ of a release.'],
  ['actions', 'the action-plan monitor', 'See the progress chapter of a release.'],
  ['ocg', 'the map of organised crime groups', 'Counts of groups are in the suspects chapter of a release.'],
  [
    'audit',
    'attack the published files as an outsider would',
    'Every build already applies the first storey of disclosure control.',
  ],
  [
    'disclosure',
    'plan or audit any system of cells',
    'Every build already applies the first storey of disclosure control.',
  ],
];

export const registerLater: Register = (program) => {
  for (const [name, summary, instead] of LATER) {
    const command = new Command(name)
      .description(`(not in this version) ${summary}`)
      .argument('[anything...]')
      .allowUnknownOption()
      .helpGroup('Not in this version:')
      .addHelpText(
        'after',
        `\nThis command is not in this version. ${instead}\n\nExample (of what it will be):\n  profile ${name} sample-data`,
      )
      .action(() => {
        throw new KnownError(2, `\`profile ${name}\` is not in this version.`, instead);
      });
    program.addCommand(command);
  }
};

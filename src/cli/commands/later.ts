import { laterCommand } from '../laterCommand.js';
import type { Register } from '../register.js';

/** Commands of the design that a later version brings: they exist and say so. */
const LATER: readonly (readonly [words: string, summary: string, instead: string])[] = [
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
  for (const [words, summary, instead] of LATER) {
    program.addCommand(laterCommand({ words, summary, instead, example: 'sample-data' }));
  }
};

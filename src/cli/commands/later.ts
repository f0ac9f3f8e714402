import { laterCommand } from '../laterCommand.js';
import type { Register } from '../register.js';

/** Commands of the design that a later version brings: they exist and say so. */
const LATER: readonly (readonly [words: string, summary: string, instead: string])[] = [
  [
    'audit',
    'attack the published files as an outsider would',
    'Every build proves its editions before it writes them; `profile disclosure audit` attacks any statements.',
  ],
];

export const registerLater: Register = (program) => {
  for (const [words, summary, instead] of LATER) {
    program.addCommand(laterCommand({ words, summary, instead, example: 'sample-data' }));
  }
};

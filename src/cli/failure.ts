import { CommanderError } from 'commander';
import { KnownError } from '../reference/knownError.js';
import { type Io, paint, writeJson } from './io.js';

/** Exit code of a defect of ours (EX_SOFTWARE). */
export const DEFECT = 70;

/** Where in our code a defect happened: stack frames only, since an exception's text could hold a value. */
function frames(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .join('\n');
}

/**
 * Tells the user what went wrong and says with which code to leave.
 * @returns 0 for help and version, 2 for usage, the error's own code when it is known, 70 for a defect
 */
export function explainFailure(error: unknown, io: Io, json: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof KnownError) {
    if (json)
      writeJson(io, { ok: false, exitCode: error.exitCode, message: error.message, hint: error.hint });
    io.err(`${paint(io, 'red', 'Stopped:')} ${error.message}\n${error.hint}\n`);
    return error.exitCode;
  }
  const name = error instanceof Error ? error.constructor.name : typeof error;
  if (json) writeJson(io, { ok: false, exitCode: DEFECT, message: `a defect in profile (${name})` });
  io.err(
    `${paint(io, 'red', 'A defect in profile')} (${name}), not in your data. Nothing was published.\n` +
      'Please report it with the lines below; they hold places in our code and no data.\n' +
      `${frames(error)}\n`,
  );
  return DEFECT;
}

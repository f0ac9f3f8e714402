import { CommanderError } from 'commander';
import { KnownError } from '../reference/knownError.js';
import { type Io, paint, writeJson } from './io.js';

/** Exit code of a defect of ours (EX_SOFTWARE). */
export const DEFECT = 70;

/** The part of an error's stack after its text. A text could hold a value, in lines that look like places. */
function withoutText(error: Error): string {
  const { stack = '', message } = error;
  const text = message === '' ? -1 : stack.indexOf(message);
  // A text that was changed after the stack was made cannot be told from the places.
  if (message !== '' && text < 0) return '';
  return text < 0 ? stack : stack.slice(text + message.length);
}

/** `at name (place)` or `at place`, as the engine writes them. */
const FRAME =
  /^\s+at (?:async )?(?:new )?(?:[\w$.<>#]+ \((?:file:\/\/|node:|\/)\S*:\d+:\d+\)|(?:file:\/\/|node:|\/)\S*:\d+:\d+)$/;

/** Where in our code a defect happened: places only. */
function frames(error: unknown): string {
  return error instanceof Error
    ? withoutText(error)
        .split('\n')
        .filter((line) => FRAME.test(line))
        .slice(0, 12)
        .join('\n')
    : '';
}

/** Commander has said on stderr what is wrong; a program that reads JSON is told so too. */
function usageFailure(error: CommanderError, io: Io, json: boolean): number {
  if (error.exitCode === 0) return 0;
  if (json) {
    const message = error.message.replace(/^error: /, '');
    writeJson(io, {
      ok: false,
      exitCode: 2,
      message,
      hint: 'Add --help for the options and examples.',
    });
  }
  return 2;
}

/**
 * Tells the user what went wrong and says with which code to leave.
 * @returns 0 for help and version, 2 for usage, the error's own code when it is known, 70 for a defect
 */
export function explainFailure(error: unknown, io: Io, json: boolean): number {
  if (error instanceof CommanderError) return usageFailure(error, io, json);
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

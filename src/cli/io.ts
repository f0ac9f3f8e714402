import { performance } from 'node:perf_hooks';
import { fileError } from '../reference/knownError.js';

/**
 * The one seam between the commands and the machine: what goes to a pipe (data), what goes to a person (talk),
 * the environment, the folder we are in and a stopwatch. Tests pass their own.
 */
export interface Io {
  /** Data for a pipe or a file. */
  out(text: string): void;
  /** Words for a person. */
  err(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** True when stderr is a terminal: progress is drawn only then. */
  readonly interactive: boolean;
  readonly colour: boolean;
  /** Milliseconds on a clock that only measures durations; never written to a file. */
  now(): number;
}

/**
 * A reader such as `head` may close the pipe early: what comes after is dropped, and the exit code still tells how the
 * work went. A full disk behind the stream is the user's to mend.
 */
function bearWithReader(stream: NodeJS.WriteStream, name: string): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw fileError(error, name, 2);
  });
}

/** The real process. */
export function processIo(): Io {
  bearWithReader(process.stdout, 'Standard output');
  bearWithReader(process.stderr, 'Standard error');
  const { env } = process;
  const interactive = process.stderr.isTTY === true && env['TERM'] !== 'dumb' && env['CI'] === undefined;
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    env,
    cwd: process.cwd(),
    interactive,
    colour: process.stderr.isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb',
    now: () => performance.now(),
  };
}

const CODES = { bold: [1, 22], red: [31, 39], yellow: [33, 39], green: [32, 39], dim: [2, 22] } as const;

/** Colours a text for people, or leaves it alone where colour is not wanted. */
export function paint(io: Io, style: keyof typeof CODES, text: string): string {
  const [on, off] = CODES[style];
  return io.colour ? `\u001b[${on}m${text}\u001b[${off}m` : text;
}

/** One JSON document on stdout, and nothing else. */
export function writeJson(io: Io, value: unknown): void {
  io.out(`${JSON.stringify(value, null, 2)}\n`);
}

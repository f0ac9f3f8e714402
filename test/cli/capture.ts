import type { Io } from '../../src/cli/io.js';
import { main } from '../../src/cli/main.js';

/** What one run of the command line left behind. */
export interface Captured {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface CaptureOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly interactive?: boolean;
  readonly colour?: boolean;
}

/** An Io that keeps what is written. Its stopwatch ticks one millisecond a look. */
export function captureIo(options: CaptureOptions = {}): { io: Io; out: string[]; err: string[] } {
  const out: string[] = [];
  const err: string[] = [];
  let ticks = 0;
  const io: Io = {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    env: options.env ?? {},
    cwd: options.cwd ?? process.cwd(),
    interactive: options.interactive ?? false,
    colour: options.colour ?? false,
    now: () => ++ticks,
  };
  return { io, out, err };
}

/** Runs the command line inside this process. */
export async function profile(argv: readonly string[], options: CaptureOptions = {}): Promise<Captured> {
  const { io, out, err } = captureIo(options);
  const code = await main(argv, io);
  return { code, out: out.join(''), err: err.join('') };
}

import type { Progress } from '../pipeline/progress.js';
import type { Io } from './io.js';

/** Draws the pipeline's progress on one line of a terminal; silent anywhere else. */
export function terminalProgress(io: Io): { readonly report: Progress; clear(): void } {
  if (!io.interactive) return { report: () => undefined, clear: () => undefined };
  let drawn = -Infinity;
  return {
    report: ({ stage, done, total, what }) => {
      const now = io.now();
      if (done < total && now - drawn < 80) return;
      drawn = now;
      const share = total > 0 ? ` ${done}/${total}` : '';
      io.err(`\r\u001b[2K${stage}${share} ${what}`.slice(0, 200));
    },
    clear: () => io.err('\r\u001b[2K'),
  };
}

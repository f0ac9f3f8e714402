import path from 'node:path';
import type { Progress } from './progress.js';

/** What every run needs from outside: where it is, what it may read, and the caller's clock. */
export interface RunContext {
  /** Workspace folder as the user gave it. */
  readonly folder: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => number;
  readonly progress: Progress;
  readonly keyFile?: string;
}

/** Absolute path of something the user named. */
export function absolute(cwd: string, named: string): string {
  return path.resolve(cwd, named);
}

/** A path as the user would write it: relative to where they are when it lies below, absolute otherwise. */
export function shown(cwd: string, target: string): string {
  const relative = path.relative(cwd, target);
  return relative === '' ? '.' : relative.startsWith('..') ? target : relative.split(path.sep).join('/');
}

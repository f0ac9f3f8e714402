/** Exit codes of the command line that a known error can lead to. */
export type KnownExitCode = 1 | 2 | 3 | 4;

/**
 * Something that went wrong in a way we foresaw: it has a plain message, a hint on what to do, and an exit code.
 * Everything else is a defect of ours (exit 70). Neither text may ever hold a cell's value.
 */
export class KnownError extends Error {
  override readonly name = 'KnownError';

  /**
   * @param exitCode 1 the data fail, 2 usage or configuration, 3 disclosure audit, 4 key or store
   * @param message what happened, and where
   * @param hint what the reader can do about it
   */
  constructor(
    readonly exitCode: KnownExitCode,
    message: string,
    readonly hint: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
  }
}

/** The system error code (`ENOENT`, `ENOSPC` ...) of a thrown value, or an empty string. */
export function systemCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}

const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['does not exist', 'Check the path.'],
  EACCES: [
    'may not be opened by this user',
    'Ask for permission on the file or folder, or choose another place.',
  ],
  EPERM: [
    'may not be changed by this user',
    'Ask for permission on the file or folder, or choose another place.',
  ],
  EROFS: ['is on a read-only disk', 'Choose a place that can be written to, for example with --out.'],
  ENOSPC: [
    'could not be written because the disk is full',
    'Free some space and run the command again; nothing old was changed.',
  ],
  EISDIR: ['is a folder, not a file', 'Name the file itself.'],
  ENOTDIR: ['is a file, not a folder', 'Name the folder.'],
  EMFILE: [
    'could not be opened because too many files are open',
    'Close other programs and run the command again.',
  ],
};

/**
 * A known error for a failed file operation, or the error itself when its system code is not one we can explain.
 * @param path as the user knows it
 */
export function fileError(error: unknown, path: string, exitCode: KnownExitCode): unknown {
  if (error instanceof KnownError) return error;
  const reason = REASONS[systemCode(error)];
  return reason === undefined ? error : new KnownError(exitCode, `${path} ${reason[0]}.`, reason[1]);
}

import { spawn } from 'node:child_process';
import { cp, mkdir, readdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Captured } from '../cli/capture.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Compiles the present sources into a package of their own, so that the tests of real processes never depend on
 * whether `dist` is up to date.
 * @returns path of its `bin/profile`
 */
export async function compiledPackage(folder: string): Promise<string> {
  const names = await readdir(path.join(root, 'src'), { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: names.filter((name) => name.endsWith('.ts')).map((name) => path.join('src', name)),
    outbase: 'src',
    outdir: path.join(folder, 'dist'),
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  for (const name of ['package.json', 'schemas', 'reference', 'assets', 'node_modules']) {
    await symlink(path.join(root, name), path.join(folder, name));
  }
  await mkdir(path.join(folder, 'bin'));
  await cp(path.join(root, 'bin/profile'), path.join(folder, 'bin/profile'));
  return path.join(folder, 'bin/profile');
}

export interface ProcessOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Stops reading standard output after its first piece, as `head` does. */
  readonly closeEarly?: boolean;
  /** A file descriptor for standard output instead of a pipe. */
  readonly stdout?: number;
}

/** Runs the command line as a process with an environment of its own. */
export function runProcess(
  bin: string,
  argv: readonly string[],
  options: ProcessOptions = {},
): Promise<Captured> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...argv], {
      cwd: options.cwd ?? process.cwd(),
      env: { PATH: process.env['PATH'], ...options.env },
      stdio: ['ignore', options.stdout ?? 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout?.on('data', (piece: Buffer) => {
      out += piece.toString('latin1');
      if (options.closeEarly === true) child.stdout?.destroy();
    });
    child.stderr?.on('data', (piece: Buffer) => {
      err += piece.toString('latin1');
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, out, err }));
  });
}

import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileError, KnownError, systemCode } from '../reference/knownError.js';
import { CONFIG_FILE } from '../workspace/open.js';
import { configurationTemplate, wordsTemplate } from '../workspace/template.js';
import { newKeyFile } from './keyCustody.js';
import { absolute, shown } from './runContext.js';

const IGNORE = `# What must never be committed: people's data, the store, keys.
extracts/
store/
reports/
*.key
`;

export interface ScaffoldReport {
  readonly ok: true;
  readonly written: readonly string[];
  readonly keyFile: string | null;
  readonly fingerprint: string | null;
  readonly next: readonly string[];
}

async function writeNew(file: string, content: string): Promise<boolean> {
  try {
    await writeFile(file, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Makes a workspace: commented configuration, a .gitignore, a folder for the extracts, and a key outside it.
 * Nothing that exists is overwritten.
 * @throws KnownError (exit 2) when the place cannot be used; (exit 4) when the key cannot be made there
 */
export async function scaffoldWorkspace(options: {
  readonly dir: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly keyFile?: string;
  readonly makeKey: boolean;
}): Promise<ScaffoldReport> {
  const root = absolute(options.cwd, options.dir);
  if (options.makeKey && options.keyFile === undefined) {
    throw new KnownError(
      2,
      'No place for the new key was named.',
      'Give --key-file with a path outside the workspace, such as ~/keys/partnership.key, or --no-key if the partnership has one.',
    );
  }
  const written: string[] = [];
  try {
    for (const folder of ['extracts', 'words']) await mkdir(path.join(root, folder), { recursive: true });
    for (const [name, content] of [
      [CONFIG_FILE, configurationTemplate(randomBytes(16).toString('hex'))],
      [path.join('words', 'README.md'), wordsTemplate()],
      ['.gitignore', IGNORE],
    ] as const) {
      if (await writeNew(path.join(root, name), content))
        written.push(shown(options.cwd, path.join(root, name)));
    }
  } catch (error) {
    throw fileError(error, options.dir, 2);
  }
  const key =
    options.makeKey && options.keyFile !== undefined ? await newKeyFile(options.keyFile, options.cwd) : null;
  if (key !== null) written.push(key.file);
  return {
    ok: true,
    written,
    keyFile: key?.file ?? null,
    fingerprint: key?.fingerprint ?? null,
    next: [
      `Next: edit ${path.join(options.dir, CONFIG_FILE)}, then put each agency's files into`,
      `      ${path.join(options.dir, 'extracts', '<half-year>', '<agency>', '<extract>.csv')}`,
      `      and run \`profile validate ${options.dir}\`.`,
    ],
  };
}

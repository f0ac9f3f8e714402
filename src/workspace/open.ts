import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileError, KnownError, systemCode } from '../reference/knownError.js';
import { parseConfiguration } from './configuration.js';
import type { Workspace } from './model.js';

export const CONFIG_FILE = 'profile.config.yaml';
const PERIOD_FOLDER = /^\d{4}-H[12]$/;

async function periodFolders(extractsDir: string): Promise<string[]> {
  try {
    const entries = await readdir(extractsDir, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && PERIOD_FOLDER.test(entry.name))
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw fileError(error, extractsDir, 2);
  }
}

/**
 * Opens the workspace in a folder: reads and checks its configuration and lists its half-years.
 * @param folder as the user gave it
 * @throws KnownError (exit 2) when the folder or its configuration is missing or not valid
 */
export async function openWorkspace(folder: string): Promise<Workspace> {
  const root = path.resolve(folder);
  const found = await stat(root).catch((error: unknown) => {
    throw systemCode(error) === 'ENOENT'
      ? new KnownError(
          2,
          `The workspace folder ${folder} does not exist.`,
          'Check the path, or make one with `profile init`.',
        )
      : fileError(error, folder, 2);
  });
  if (!found.isDirectory()) {
    throw new KnownError(
      2,
      `${folder} is a file, not a workspace folder.`,
      'Name the folder that holds profile.config.yaml.',
    );
  }
  const configFile = path.join(root, CONFIG_FILE);
  const shown = path.join(folder, CONFIG_FILE);
  const text = await readFile(configFile, 'utf8').catch((error: unknown) => {
    throw systemCode(error) === 'ENOENT'
      ? new KnownError(
          2,
          `${folder} is not a workspace: it has no ${CONFIG_FILE}.`,
          'Run the command in a workspace, name one (`profile build sample-data`), or make one with `profile init`.',
        )
      : fileError(error, shown, 2);
  });
  const config = parseConfiguration(text, shown);
  const extractsDir = path.join(root, 'extracts');
  return {
    root,
    configFile,
    config,
    extractsDir,
    storeDir: path.join(root, 'store'),
    reportsDir: path.join(root, 'reports'),
    periods: await periodFolders(extractsDir),
  };
}

import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { KeyError } from './keyError.js';

const WORKSPACE_MARK = 'profile.config.yaml';

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** The real path of a file that may not exist yet: links in the folders that exist are followed. */
async function realPlace(file: string): Promise<string> {
  const folder = path.dirname(file);
  return realpath(file).catch(async () =>
    folder === file ? file : path.join(await realPlace(folder), path.basename(file)),
  );
}

function* foldersAbove(file: string): Generator<string> {
  let folder = path.dirname(file);
  while (true) {
    yield folder;
    const above = path.dirname(folder);
    if (above === folder) return;
    folder = above;
  }
}

/**
 * Refuses a place for a key that is copied, shared or published together with the data: a workspace (and so its
 * store), or a git work tree.
 * @param root the workspace in use, if any; other workspaces are recognised by their configuration file
 * @throws KeyError `inside-workspace` or `inside-git`
 */
export async function assertOwnPlace(file: string, root: string | null): Promise<void> {
  const place = await realPlace(path.resolve(file));
  const workspace = root === null ? null : await realPlace(path.resolve(root));
  for (const folder of foldersAbove(place)) {
    if (folder === workspace || (await exists(path.join(folder, WORKSPACE_MARK)))) {
      throw new KeyError(
        'inside-workspace',
        `The key file ${file} lies inside a workspace, next to the data it protects.`,
        'Move it to a folder of its own outside the workspace, and name it with --key-file or PROFILE_KEY_FILE.',
      );
    }
    if (await exists(path.join(folder, '.git'))) {
      throw new KeyError(
        'inside-git',
        `The key file ${file} lies inside a git folder, from which it could be published.`,
        'Move it outside the git folder. If it was ever committed, treat the key as known to others.',
      );
    }
  }
}

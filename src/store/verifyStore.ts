import type { FileSystem } from './fileSystem.js';
import { filesOf, type StoreFiles } from './storeFiles.js';
import type { StoreIndex } from './storeIndex.js';

/** `stray`: not named by the index, for example left behind by a run that was cut off. It may be deleted. */
export type FileState = 'ok' | 'damaged' | 'missing' | 'stray';

export interface FileReport {
  /** Path inside the store. */
  readonly path: string;
  readonly state: FileState;
}

async function namesBelow(fs: FileSystem, files: StoreFiles, folder: string): Promise<string[]> {
  const names: string[] = [];
  for (const { name, isFolder } of await fs.list(files.pathOf(folder))) {
    const inside = folder === '' ? name : `${folder}/${name}`;
    if (isFolder) names.push(...(await namesBelow(fs, files, inside)));
    else names.push(inside);
  }
  return names;
}

/**
 * Opens every file that the index names, now or in its history, and lists what else lies in the store.
 * @param own files that are not encrypted: the index and the lock
 */
export async function verifyFiles(
  fs: FileSystem,
  files: StoreFiles,
  index: StoreIndex,
  own: { readonly index: string; readonly lock: string },
): Promise<FileReport[]> {
  const named = new Set([...index.entries, ...index.history].flatMap(filesOf));
  const present = new Set(await namesBelow(fs, files, ''));
  const report: FileReport[] = [];
  for (const path of named) {
    const state = !present.has(path) ? 'missing' : (await files.isWhole(path)) ? 'ok' : 'damaged';
    report.push({ path, state });
  }
  for (const path of present) {
    if (path === own.index) report.push({ path, state: 'ok' });
    else if (!named.has(path) && path !== own.lock) report.push({ path, state: 'stray' });
  }
  return report.sort((a, b) => (a.path < b.path ? -1 : 1));
}

import { type LoadedKey, loadKey } from '../privacy/keyFile.js';
import type { Workspace } from '../workspace/model.js';
import { absolute, type RunContext } from './runContext.js';

/**
 * The partnership's key for a workspace. A synthetic workspace falls back on its demonstration key, which any other
 * workspace refuses.
 * @throws KnownError (exit 4) when there is no key, or it is not safe to use
 */
export function openKeys(
  workspace: Workspace,
  context: Pick<RunContext, 'cwd' | 'env' | 'keyFile'>,
): Promise<LoadedKey> {
  const keyFile = context.keyFile === undefined ? undefined : absolute(context.cwd, context.keyFile);
  return loadKey(
    { keyFile, env: context.env },
    { root: workspace.root, synthetic: workspace.config.synthetic },
  );
}

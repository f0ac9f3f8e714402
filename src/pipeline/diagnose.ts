import { access, constants, statfs } from 'node:fs/promises';
import { KnownError } from '../reference/knownError.js';
import { assetPath } from '../report/assets.js';
import { openStore } from '../store/store.js';
import type { Workspace } from '../workspace/model.js';
import { openWorkspace } from '../workspace/open.js';
import { openKeys } from './openKeys.js';
import { absolute, type RunContext } from './runContext.js';

export interface Check {
  readonly title: string;
  readonly state: 'ok' | 'warning' | 'bad';
  readonly text: string;
}

const NEEDED_NODE = [20, 19] as const;
const NEEDED_BYTES = 500 * 1024 * 1024;

function nodeCheck(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const enough = major > NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor >= NEEDED_NODE[1]);
  return {
    title: 'Node.js',
    state: enough ? 'ok' : 'bad',
    text: enough
      ? process.versions.node
      : `${process.versions.node} is too old; install ${NEEDED_NODE.join('.')} or newer.`,
  };
}

async function fontCheck(): Promise<Check> {
  try {
    for (const weight of [400, 700])
      await access(assetPath(`fonts/source-sans-3-${weight}.ttf`), constants.R_OK);
    return { title: 'Fonts', state: 'ok', text: 'the report’s font is in place' };
  } catch {
    return { title: 'Fonts', state: 'bad', text: 'the report’s font is missing; install the package again.' };
  }
}

async function spaceCheck(folder: string): Promise<Check> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const text = `${Math.floor(free / 1024 / 1024)} MB free`;
  return free < NEEDED_BYTES
    ? {
        title: 'Free space',
        state: 'warning',
        text: `${text}; a build of a large workspace may need 500 MB.`,
      }
    : { title: 'Free space', state: 'ok', text };
}

/** Turns a known error into a check that failed, so that one fault does not hide the next. */
async function attempt(title: string, work: () => Promise<string>): Promise<Check> {
  try {
    return { title, state: 'ok', text: await work() };
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return { title, state: 'bad', text: `${error.message} ${error.hint}` };
  }
}

/** Checks the machine, the key, the store and the workspace; changes nothing. */
export async function diagnose(
  context: Pick<RunContext, 'folder' | 'cwd' | 'env' | 'keyFile'>,
): Promise<{ readonly ok: boolean; readonly checks: readonly Check[] }> {
  const checks: Check[] = [nodeCheck(), await fontCheck(), await spaceCheck(context.cwd)];
  let workspace: Workspace | undefined;
  checks.push(
    await attempt('Workspace', async () => {
      workspace = await openWorkspace(absolute(context.cwd, context.folder));
      const { agencies, synthetic } = workspace.config;
      return `${agencies.length} agencies, ${workspace.periods.length} half-years${synthetic ? ', synthetic' : ''}`;
    }),
  );
  const opened = workspace;
  if (opened !== undefined) {
    checks.push(
      await attempt('Key', async () => {
        const { keys, source, warnings } = await openKeys(opened, context);
        return [`${source}, fingerprint ${keys.fingerprint}`, ...warnings].join('. ');
      }),
      await attempt('Store', async () => {
        const { keys } = await openKeys(opened, context);
        const store = await openStore(opened.storeDir, keys);
        return `${store.list().length} snapshots`;
      }),
    );
  }
  return { ok: checks.every((check) => check.state !== 'bad'), checks };
}

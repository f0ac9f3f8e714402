import { openStore } from '../store/store.js';
import { openWorkspace } from '../workspace/open.js';
import { openKeys } from './openKeys.js';
import { absolute, type RunContext } from './runContext.js';
import { type Superseded, supersededLines } from './superseded.js';

type Where = Pick<RunContext, 'folder' | 'cwd' | 'env' | 'keyFile'>;

async function storeOf(where: Where) {
  const workspace = await openWorkspace(absolute(where.cwd, where.folder));
  const { keys } = await openKeys(workspace, where);
  return openStore(workspace.storeDir, keys);
}

export interface StoreLine {
  readonly extract: string;
  readonly agency: string;
  readonly period: string;
  readonly rows: number;
  readonly snapshot: string;
}

/** What the store holds now, by half-year, agency and extract. */
export async function storeContents(where: Where): Promise<StoreLine[]> {
  const store = await storeOf(where);
  return store
    .list()
    .map((e) => ({
      extract: e.extract,
      agency: e.agency,
      period: e.period,
      rows: e.rows,
      snapshot: e.snapshot,
    }))
    .sort((a, b) => {
      const x = `${a.period} ${a.agency} ${a.extract}`;
      const y = `${b.period} ${b.agency} ${b.extract}`;
      return x < y ? -1 : x > y ? 1 : 0;
    });
}

/** Every extract that was sent again, in the order in which that happened. */
export async function storeHistory(where: Where): Promise<readonly Superseded[]> {
  const store = await storeOf(where);
  return supersededLines(store.history(), store.list());
}

/** Opens every stored file. What a crash left behind (`stray`) is told and harmless. */
export async function verifyStore(where: Where) {
  const store = await storeOf(where);
  const files = await store.verify();
  return { ok: files.every((file) => file.state === 'ok' || file.state === 'stray'), files };
}

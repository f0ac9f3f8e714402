import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { fileError, KnownError, systemCode } from '../../reference/knownError.js';
import { disk, writeAtomically } from '../../store/fileSystem.js';
import { sha256, stableJson } from '../digest.js';

const entryShape = z.strictObject({
  /** 1 for the first line. */
  sequence: z.int(),
  /** Name of the release: its folder under `reports/`. */
  release: z.string(),
  period: z.string(),
  edition: z.string(),
  threshold: z.int(),
  /** SHA-256 of the release's manifest, which holds the digest of every file. */
  manifest: z.string(),
  /** Counts that the release gives readers of the edition with their numbers, and as hidden. */
  printed: z.int(),
  hidden: z.int(),
  /** SHA-256 of the sealed file that holds them. */
  counts: z.string(),
  /** `hash` of the line before; empty in the first. */
  previous: z.string(),
  hash: z.string(),
});

/** One line of the ledger: one edition of one release. */
export type LedgerEntry = z.output<typeof entryShape>;

const FILE = 'ledger.jsonl';

/** Folder of the ledger in a workspace. */
export const LEDGER_FOLDER = 'ledger';

function hashOf(entry: Omit<LedgerEntry, 'hash'>): string {
  return sha256(stableJson(entry, 0));
}

/**
 * The ledger of a workspace, every line checked against the one before; empty when there is none.
 * @throws KnownError (exit 3) for a line that was changed, taken out or put in
 */
export async function readLedger(root: string): Promise<readonly LedgerEntry[]> {
  const shown = `${LEDGER_FOLDER}/${FILE}`;
  const text = await readFile(path.join(root, LEDGER_FOLDER, FILE), 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return '';
    throw fileError(error, shown, 3);
  });
  const entries: LedgerEntry[] = [];
  const lines = text.split('\n');
  if (lines.pop() !== '') throw edited(shown, lines.length + 1);
  for (const [i, line] of lines.entries()) {
    let value: unknown = null;
    try {
      value = JSON.parse(line);
    } catch {
      // Told below like any other line that is none.
    }
    const read = entryShape.safeParse(value);
    if (!read.success) throw edited(shown, i + 1);
    const { hash, ...entry } = read.data;
    if (entry.sequence !== i + 1 || entry.previous !== (entries.at(-1)?.hash ?? '') || hash !== hashOf(entry))
      throw edited(shown, i + 1);
    entries.push(read.data);
  }
  return entries;
}

function edited(file: string, line: number): KnownError {
  return new KnownError(
    3,
    `${file}: line ${line} does not follow from the lines before it. The ledger was edited, cut or damaged.`,
    'Nothing was published. Restore the ledger/ folder from a backup: without it nobody can say what readers already know.',
  );
}

/** The same ledger with further lines, each tied to the one before. */
export function extended(
  entries: readonly LedgerEntry[],
  more: readonly Omit<LedgerEntry, 'sequence' | 'previous' | 'hash'>[],
): readonly LedgerEntry[] {
  const all = [...entries];
  for (const each of more) {
    const entry = { ...each, sequence: all.length + 1, previous: all.at(-1)?.hash ?? '' };
    all.push({ ...entry, hash: hashOf(entry) });
  }
  return all;
}

/** Writes the ledger whole or not at all. It only ever grows: the lines that were there are written as they were. */
export async function writeLedger(root: string, entries: readonly LedgerEntry[]): Promise<void> {
  const text = entries.map((entry) => stableJson(entry, 0)).join('');
  await writeAtomically(disk, path.join(root, LEDGER_FOLDER, FILE), Buffer.from(text));
}

import * as z from 'zod';
import { EXTRACT_NAMES } from '../extracts/schema.js';
import type { KeyRing } from '../privacy/keys.js';
import type { AgencyId, PeriodId } from '../reference/brands.js';
import { damagedIndex, otherKey } from './storeError.js';

const VERSION = 1;
const digest = z.string().regex(/^[0-9a-f]{64}$/);

const entry = z.strictObject({
  extract: z.enum(EXTRACT_NAMES),
  agency: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .transform((id) => id as AgencyId),
  period: z
    .string()
    .regex(/^\d{4}-H[12]$/)
    .transform((id) => id as PeriodId),
  snapshot: digest,
  links: digest.nullable(),
  receipt: digest,
  sourceDigest: z.string(),
  schemaVersion: z.string(),
  rows: z.int().min(0),
  sequence: z.int().min(1),
});

const superseded = entry.extend({ replacedAt: z.int().min(1) });

const body = z.strictObject({
  format: z.literal('profile-store'),
  version: z.literal(VERSION),
  key: z.string(),
  sequence: z.int().min(0),
  entries: z.array(entry),
  history: z.array(superseded),
});

const envelope = z.looseObject({ format: z.literal('profile-store'), version: z.int(), key: z.string() });

/** One delivery of an extract: what is stored of it, by the digests that name its files. */
export type StoreEntry = Readonly<z.infer<typeof entry>>;

/** An earlier delivery that a later one replaced; its files are kept. */
export type SupersededEntry = Readonly<z.infer<typeof superseded>>;

export interface StoreIndex {
  /** Counts the changes of the store; it stands in for a time, which would differ from run to run. */
  readonly sequence: number;
  readonly entries: readonly StoreEntry[];
  readonly history: readonly SupersededEntry[];
}

export const EMPTY_INDEX: StoreIndex = { sequence: 0, entries: [], history: [] };

function textOf(
  index: StoreIndex,
  keys: KeyRing,
): { readonly content: z.infer<typeof body>; readonly mac: string } {
  const content = body.parse({
    format: 'profile-store',
    version: VERSION,
    key: keys.fingerprint,
    sequence: index.sequence,
    entries: index.entries,
    history: index.history,
  });
  return {
    content,
    mac: keys
      .hash('audit')
      .ofFields(['index', JSON.stringify(content)])
      .toString('hex'),
  };
}

/** Whether an entry can be stored: names that are safe as folders, digests that are digests. */
export function checkedEntry(candidate: StoreEntry): StoreEntry {
  return entry.parse(candidate);
}

/** The text of `index.json`, signed with the `audit` sub-key so that a change by others is noticed. */
export function writeIndex(index: StoreIndex, keys: KeyRing): string {
  const { content, mac } = textOf(index, keys);
  return `${JSON.stringify({ ...content, signature: mac }, null, 1)}\n`;
}

/**
 * Reads and checks the text of `index.json`.
 * @param file how to name it in messages
 * @throws KnownError (exit 4) when it is damaged, of a newer version, or belongs to another key
 */
export function readIndex(text: string, keys: KeyRing, file: string): StoreIndex {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw damagedIndex(file, 'is not whole');
  }
  const outer = envelope.safeParse(raw);
  if (!outer.success) throw damagedIndex(file, 'is not the index of a store');
  if (outer.data.version > VERSION) throw damagedIndex(file, 'was written by a newer version of profile');
  if (outer.data.key !== keys.fingerprint) throw otherKey(file, outer.data.key, keys.fingerprint);
  const { signature, ...content } = outer.data;
  const index = body.safeParse(content);
  if (!index.success || textOf(index.data, keys).mac !== signature) {
    throw damagedIndex(file, 'was changed since it was written');
  }
  return index.data;
}

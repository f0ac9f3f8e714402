import { gzipSync } from 'node:zlib';
import * as z from 'zod';
import type { Standing } from '../../disclosure/release/counts.js';
import type { OwnCounts } from '../../disclosure/release/joined.js';
import { sealedJson } from './sealedJson.js';

const STANDINGS: readonly Standing[] = ['known', 'marked', 'unprinted', 'covered'];

const FORMAT = 'profile-counts/2';

const shape = z.strictObject({
  format: z.literal(FORMAT),
  release: z.string(),
  threshold: z.int(),
  /** The sealed file of what the same readers have from the release before; null for the first. */
  before: z.string().nullable(),
  names: z.array(z.string()),
  values: z.array(z.int()),
  standings: z.array(z.int()),
  sensitive: z.array(z.int()),
  /** Count, lower end, upper end of those that are kept for another reason than their size. */
  rooms: z.array(z.tuple([z.int(), z.int(), z.int()])).default([]),
  /** Total, lower end open (1) or nought, upper end open or nought, parts. */
  relations: z.array(z.array(z.int())),
});

/** What one release told the readers of an edition, and where stands what they had before. */
export interface SealedCounts extends OwnCounts {
  /** Name of the file in the ledger; null for the first release. */
  readonly before: string | null;
}

/** What a release told the readers of an edition, as bytes to be sealed: it holds the hidden counts too. */
export function countsBytes({ release, threshold, before, counts, relations }: SealedCounts): Uint8Array {
  const file: z.input<typeof shape> = {
    format: FORMAT,
    release,
    threshold,
    before,
    names: counts.map(({ name }) => name),
    values: counts.map(({ value }) => value),
    standings: counts.map(({ standing }) => STANDINGS.indexOf(standing)),
    sensitive: counts.flatMap(({ sensitive }, count) => (sensitive ? [count] : [])),
    rooms: counts.flatMap(({ room }, count) => (room === null ? [] : [[count, ...room] as const])),
    relations: relations.map(({ total, parts, lower, upper }) => [
      total,
      lower === 0 ? 0 : 1,
      upper === 0 ? 0 : 1,
      ...parts,
    ]),
  };
  return gzipSync(JSON.stringify(file));
}

/** @throws KnownError (exit 3) for bytes that hold something else */
export function countsFrom(bytes: Uint8Array, shown: string): SealedCounts {
  const file = sealedJson(bytes, shape, shown);
  const { release, threshold, before, names, values, standings, sensitive, rooms, relations } = file;
  const kept = new Set(sensitive);
  const roomOf = new Map(rooms.map(([count, low, high]) => [count, [low, high] as const]));
  return {
    release,
    threshold,
    before,
    counts: names.map((name, count) => ({
      name,
      value: values[count] ?? 0,
      standing: STANDINGS[standings[count] ?? 2] ?? 'unprinted',
      sensitive: kept.has(count),
      room: roomOf.get(count) ?? null,
      held: false,
      awaited: false,
      mayHide: null,
    })),
    relations: relations.map(([total = 0, low, high, ...parts]) => ({
      total,
      parts,
      lower: low === 0 ? 0 : Number.NEGATIVE_INFINITY,
      upper: high === 0 ? 0 : Number.POSITIVE_INFINITY,
    })),
  };
}

import { gzipSync } from 'node:zlib';
import * as z from 'zod';
import type { ReleaseCounts, Standing } from '../../disclosure/release/counts.js';
import { sealedJson } from './sealedJson.js';

const STANDINGS: readonly Standing[] = ['known', 'marked', 'unprinted', 'covered'];

const FORMAT = 'profile-counts/1';

const shape = z.strictObject({
  format: z.literal(FORMAT),
  release: z.string(),
  names: z.array(z.string()),
  values: z.array(z.int()),
  standings: z.array(z.int()),
  sensitive: z.array(z.int()),
  /** Count, lower end, upper end of those that are kept for another reason than their size. */
  rooms: z.array(z.tuple([z.int(), z.int(), z.int()])).default([]),
  /** Total, lower end open (1) or nought, upper end open or nought, parts. */
  relations: z.array(z.array(z.int())),
});

/** What the readers of an edition have, as bytes to be sealed: it holds the hidden counts too. */
export function countsBytes(release: string, { counts, relations }: ReleaseCounts): Uint8Array {
  const file: z.input<typeof shape> = {
    format: FORMAT,
    release,
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
export function countsFrom(bytes: Uint8Array, shown: string): ReleaseCounts & { readonly release: string } {
  const { release, names, values, standings, sensitive, rooms, relations } = sealedJson(bytes, shape, shown);
  const kept = new Set(sensitive);
  const roomOf = new Map(rooms.map(([count, low, high]) => [count, [low, high] as const]));
  return {
    release,
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

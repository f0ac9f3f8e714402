import { createHash } from 'node:crypto';
import { CellSystemBuilder } from './cells.js';

/** Where a count stands: everything that tells it from other counts of the same key. */
export interface Place {
  readonly area: string;
  readonly period: string;
  readonly breakdown: string;
  readonly category: string;
}

/** Separators of category codes that join two or more agencies. */
export const TOGETHER = /\s*[+>|&]\s*/;

export const TOTAL = { breakdown: 'total', category: 'all' } as const;

export function placeKey(place: Place): string {
  return `${place.area}|${place.period}|${place.breakdown}|${place.category}`;
}

/** "Police and council" is the same pair as "council and police". */
function inOrder({ breakdown, category }: Place): string {
  return breakdown === 'agency-pair' ? category.split(TOGETHER).sort().join('|') : category;
}

/** A count and where it stands. */
export interface Entry {
  readonly place: Place;
  readonly cell: number;
}

/** The counts of an edition by key and place, each a cell of one system. */
export class CountBook {
  readonly builder: CellSystemBuilder;
  readonly #series = new Map<string, Map<string, Entry>>();

  /** @param threshold counts from 1 to `threshold - 1` are sensitive */
  constructor(threshold: number) {
    this.builder = new CellSystemBuilder(threshold);
  }

  /** Every key with its counts by place, in the order in which keys were first entered. */
  get series(): ReadonlyMap<string, ReadonlyMap<string, Entry>> {
    return this.#series;
  }

  /** The cell of a count; the same for the same key and place. */
  enter(key: string, where: Place, value: number): number {
    const { area, period, breakdown } = where;
    const place = { area, period, breakdown, category: inOrder(where) };
    const at = placeKey(place);
    const counts = this.#series.get(key) ?? new Map<string, Entry>();
    this.#series.set(key, counts);
    const cell = this.builder.cell(`${shortOf(key)}|${at}`, value);
    if (!counts.has(at)) counts.set(at, { place, cell });
    return cell;
  }

  find(key: string, place: Place): number | undefined {
    const { area, period, breakdown } = place;
    return this.#series.get(key)?.get(`${area}|${period}|${breakdown}|${inOrder(place)}`)?.cell;
  }
}

const LETTERS = 12;
const shortened = new Map<string, string>();

/** Keys are long (they spell out conditions); their digests name a count alike in every edition and release. */
function shortOf(key: string): string {
  const known = shortened.get(key) ?? createHash('sha256').update(key).digest('base64url').slice(0, LETTERS);
  shortened.set(key, known);
  return known;
}

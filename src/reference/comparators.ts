import { readReferenceCsv } from './files.js';

export const COMPARATOR_LEVELS = ['england', 'region', 'neighbour', 'authority'] as const;
export type ComparatorLevel = (typeof COMPARATOR_LEVELS)[number];

/** A published figure of another place, to stand beside ours. */
export interface Comparator {
  readonly areaCode: string;
  readonly areaName: string;
  readonly level: ComparatorLevel;
  readonly indicator: string;
  /** Definition in force, such as `CSE-2017`. */
  readonly definition: string;
  /** What was counted, in the words of our catalogue where it is the same. */
  readonly countingUnit: string;
  /** Half-year (`2018-H1`) or reporting year (`2017-18`). */
  readonly period: string;
  readonly numerator: number;
  /** Base of a share, or children resident. */
  readonly denominator: number;
  readonly source: string;
}

let loaded: readonly Comparator[] | undefined;

/** Published figures of England and the North West that this package ships (reference/comparators.csv). */
export function shippedComparators(): readonly Comparator[] {
  loaded ??= readReferenceCsv('comparators.csv').map((row) => ({
    areaCode: row['area_code'] ?? '',
    areaName: row['area_name'] ?? '',
    level: COMPARATOR_LEVELS.find((level) => level === row['level']) ?? 'authority',
    indicator: row['indicator'] ?? '',
    definition: row['definition'] ?? '',
    countingUnit: row['counting_unit'] ?? '',
    period: row['period'] ?? '',
    numerator: Number(row['numerator']),
    denominator: Number(row['denominator']),
    source: row['source'] ?? '',
  }));
  return loaded;
}

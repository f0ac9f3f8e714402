import type { ExtractName } from '../../extracts/schema.js';
import type { Breakdown, Category } from '../catalogue/record.js';
import type { Workbench } from './workbench.js';

/** The categories of a breakdown and those of each row, by place; none when not known. */
export interface Categories {
  readonly list: readonly Category[];
  of(row: number): readonly number[];
}

const NONE: readonly number[] = [];

/** Fields read when a breakdown names none. */
const OWN_FIELDS: Readonly<Record<string, string>> = {
  sex: 'sex',
  'age-band': 'age',
  'single-age': 'age',
  ethnicity: 'ethnicity',
  agency: 'sent_by',
};

/**
 * Resolves a breakdown over the rows of an extract. Without declared categories, every code that occurs is a
 * category, in alphabetical order.
 */
export function categoriesOf(bench: Workbench, extract: ExtractName, breakdown: Breakdown): Categories {
  const field = breakdown.field ?? OWN_FIELDS[breakdown.id] ?? breakdown.id;
  const frame = bench.frame(extract);
  if (breakdown.id === 'age-band' || breakdown.id === 'single-age') {
    const list = breakdown.categories ?? [];
    const ages = frame.number(field);
    const places = new Map<number, readonly number[]>();
    list.forEach((category, place) => {
      for (const code of category.codes ?? [category.code]) places.set(Number(code), [place]);
    });
    return { list, of: (row) => places.get(ages[row] ?? Number.NaN) ?? NONE };
  }
  const { dictionary, index } = frame.code(field);
  const list = breakdown.categories ?? foundCodes(dictionary);
  const places = new Map<string, number>();
  list.forEach((category, place) => {
    for (const code of category.codes ?? [category.code]) places.set(code, place);
  });
  const entries = dictionary.map((cell) => {
    const found = [...new Set(cell.split('|').flatMap((code) => places.get(code) ?? []))].sort(
      (a, b) => a - b,
    );
    return breakdown.several === true ? found : found.slice(0, 1);
  });
  return { list, of: (row) => entries[index[row] ?? -1] ?? NONE };
}

/** Whether a category is given at a locality: a place within a district only there. */
export function belongsAt(bench: Workbench, category: Category, area: number): boolean {
  return category.district === undefined || bench.localities[area] === category.district;
}

/** Localities for which a breakdown is given: pan-Lancashire and the boards, and the districts where the record says so. */
export function breaksDownAt(bench: Workbench, breakdown: Breakdown, area: number): boolean {
  const code = bench.localities[area];
  const level = code === undefined ? undefined : bench.areas.get(code).level;
  if (breakdown.withinDistricts === true) return level === 'district';
  return level === 'pan' || level === 'board' || (level === 'district' && breakdown.districts === true);
}

function foundCodes(dictionary: readonly string[]): Category[] {
  const codes = [...new Set(dictionary.flatMap((cell) => cell.split('|')))];
  return codes.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).map((code) => ({ code, label: code }));
}

import type { Observation } from '../analysis/model.js';
import { type CountBook, type Place, placeKey, TOTAL } from './countBook.js';
import type { ObservationCells } from './figureCells.js';

/** Words and codes with which code lists name "not recorded". */
const NOT_RECORDED =
  /^(u|x|ns|nk|z|refu|nobt|none|unknown|unk|not[- ]?(recorded|stated|known)|missing|blank)$/i;

interface Split {
  readonly place: Place;
  readonly key: string;
  readonly categories: Map<string, number>;
  readonly known: Set<number>;
  readonly unknown: Set<number>;
}

/** The categories of each count that one indicator splits at one place. */
function splits(observations: readonly Observation[], cells: readonly ObservationCells[]): readonly Split[] {
  const found = new Map<string, Split>();
  observations.forEach((o, index) => {
    const cell = cells[index];
    if (o.breakdown === 'total' || cell === undefined || cell.numerator === null) return;
    const id = `${o.indicator}|${o.numeratorKey}|${o.area}|${o.period}|${o.breakdown}`;
    const split = found.get(id) ?? {
      place: o,
      key: o.numeratorKey,
      categories: new Map<string, number>(),
      known: new Set<number>(),
      unknown: new Set<number>(),
    };
    found.set(id, split);
    split.categories.set(o.category, cell.numerator);
    if (cell.denominator !== null) split.known.add(cell.denominator);
    if (cell.unknown !== null) split.unknown.add(cell.unknown);
  });
  return [...found.values()];
}

/**
 * Categories make up those whose answer is known; these and the unknown make up the total. Where the unknown is itself
 * a category, the two are one count. What is left over without a name is a count too, which nobody prints and anybody
 * can work out.
 */
export function addBreakdownSums(
  observations: readonly Observation[],
  cells: readonly ObservationCells[],
  book: CountBook,
): void {
  const { builder } = book;
  for (const { place, key, categories, known, unknown } of splits(observations, cells)) {
    const parts = [...categories.values()];
    const together = parts.reduce((sum, cell) => sum + builder.value(cell), 0);
    for (const [category, cell] of categories) {
      if (!NOT_RECORDED.test(category)) continue;
      for (const other of unknown) if (builder.value(other) === builder.value(cell)) builder.tie(cell, other);
    }
    const [base] = known;
    const [missing] = unknown;
    if (base !== undefined && known.size === 1 && builder.value(base) <= together) builder.sum(base, parts);
    const total = book.find(key, { ...place, ...TOTAL });
    if (total === undefined) continue;
    const rest = builder.value(total) - together;
    if (missing !== undefined && builder.value(missing) === rest && rest > 0) {
      builder.sum(total, [...parts, missing]);
    } else if (builder.isSmall(rest)) {
      const name = `rest of ${builder.name(total)} in ${placeKey({ ...place, category: 'rest' })}`;
      builder.sum(total, [...parts, builder.hiddenCell(name, rest)]);
    } else {
      builder.sum(total, parts);
    }
    if (base !== undefined && missing !== undefined && known.size === 1 && unknown.size === 1) {
      const all = builder.value(base) + builder.value(missing);
      if (all === builder.value(total)) builder.sum(total, [base, missing]);
    }
  }
}

/** Single years of age make up an age band of the same count. */
export function addAgeNesting(book: CountBook): void {
  for (const counts of book.series.values()) {
    for (const { place, cell } of counts.values()) {
      const bounds = /^(\d+)\s*-\s*(\d+)$/.exec(place.category);
      if (place.breakdown !== 'age-band' || bounds === null) continue;
      const years: number[] = [];
      for (let age = Number(bounds[1]); age <= Number(bounds[2]); age++) {
        const year = counts.get(placeKey({ ...place, breakdown: 'single-age', category: String(age) }));
        if (year !== undefined) years.push(year.cell);
      }
      if (years.length > 0) book.builder.sum(cell, years);
    }
  }
}

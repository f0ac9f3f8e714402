import type { CountBook } from './countBook.js';
import type { LocalityRelations } from './localities.js';

/** Each locality total is the sum of the localities within it, for every count and category. */
export function addLocalitySums(book: CountBook, relations: LocalityRelations): void {
  const { builder } = book;
  for (const cells of book.series.values()) {
    const slices = new Map<string, Map<string, number>>();
    for (const { place, cell } of cells.values()) {
      const id = `${place.period}|${place.breakdown}|${place.category}`;
      const slice = slices.get(id) ?? new Map<string, number>();
      slices.set(id, slice);
      slice.set(place.area, cell);
    }
    for (const slice of slices.values()) {
      for (const [one, two] of relations.same) {
        const [a, b] = [slice.get(one), slice.get(two)];
        if (a !== undefined && b !== undefined) builder.tie(a, b);
      }
      for (const { total, parts } of relations.sums) {
        const whole = slice.get(total);
        if (whole === undefined) continue;
        builder.sum(
          whole,
          parts.flatMap((part) => slice.get(part) ?? []),
        );
      }
    }
  }
}

/** Two count keys whose values agree at every place of the scarcer one are one count under two names. */
export function tieEqualSeries({ series, builder }: CountBook): void {
  const keys = [...series.keys()];
  keys.forEach((one, index) => {
    for (const two of keys.slice(index + 1)) {
      const [a, b] = [series.get(one), series.get(two)];
      if (a === undefined || b === undefined) continue;
      const [few, many] = a.size <= b.size ? [a, b] : [b, a];
      const pairs: (readonly [number, number])[] = [];
      let equal = true;
      for (const [place, { cell }] of few) {
        const other = many.get(place)?.cell;
        if (other === undefined || builder.value(other) !== builder.value(cell)) {
          equal = false;
          break;
        }
        pairs.push([cell, other]);
      }
      if (equal) for (const [cell, other] of pairs) builder.tie(cell, other);
    }
  });
}

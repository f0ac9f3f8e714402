import type { AnalysisResult, ConcentrationRecord, Observation } from '../analysis/model.js';
import { type CellSystem, CellSystemBuilder } from './cells.js';
import { addIdentities } from './identities.js';
import { type LocalityRelations, type LocalityTree, localityRelations } from './localities.js';

/** Where a count stands: everything that tells it from other counts of the same key. */
export interface Place {
  readonly area: string;
  readonly period: string;
  readonly breakdown: string;
  readonly category: string;
}

/** Cells by count key and place, as the relations between counts are looked for. */
export type Series = Map<string, Map<string, { readonly place: Place; readonly cell: number }>>;

/** The cells behind one observation; null where the observation has no such count. */
export interface ObservationCells {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly unknown: number | null;
}

/** The cells behind one concentration record. */
export interface ConcentrationCells {
  readonly children: number;
  readonly episodes: number;
  readonly repeat: number;
  readonly half: number | null;
  readonly bands: readonly { readonly children: number; readonly episodes: number }[];
}

export interface Layout {
  readonly system: CellSystem;
  /** In the order of the result's observations. */
  readonly observations: readonly ObservationCells[];
  /** In the order of the result's concentrations; null for a refused record. */
  readonly concentrations: readonly (ConcentrationCells | null)[];
}

export function placeKey(place: Place): string {
  return `${place.area}|${place.period}|${place.breakdown}|${place.category}`;
}

const TOTAL = { breakdown: 'total', category: 'all' } as const;

/** Words and codes with which code lists name "not recorded". */
const NOT_RECORDED =
  /^(u|x|ns|nk|z|refu|nobt|none|unknown|unk|not[- ]?(recorded|stated|known)|missing|blank)$/i;

/**
 * Lays out every distinct count of an edition: numerators, denominators that are not populations, counts of unknown
 * answers, people behind events, complements, and the counts of the concentration records, with every sum that a reader
 * may form. Counts, not figures, are protected, so one count has one fate wherever it appears.
 *
 * Children can be counted in two places; sums are nevertheless taken to hold, which errs on the side of hiding.
 */
export function layOut(result: AnalysisResult, threshold: number, tree: LocalityTree): Layout {
  const builder = new CellSystemBuilder(threshold);
  const series: Series = new Map();
  const enter = (key: string, place: Place, value: number): number => {
    const cell = builder.cell(`${key}|${placeKey(place)}`, value);
    const cells = series.get(key) ?? new Map<string, { place: Place; cell: number }>();
    series.set(key, cells);
    if (!cells.has(placeKey(place))) cells.set(placeKey(place), { place, cell });
    return cell;
  };

  const numerators = result.observations.map((o) =>
    o.numerator === null ? null : enter(o.numeratorKey, o, o.numerator),
  );
  const observations = result.observations.map((o, index): ObservationCells => {
    const numerator = numerators[index] ?? null;
    if (numerator !== null && o.people !== null && builder.isSmall(o.people))
      builder.markSensitive(numerator);
    return {
      numerator,
      denominator: denominatorCell(o, builder, enter),
      unknown:
        o.unknown === null
          ? null
          : builder.cell(
              `unknown ${o.unknown}:${o.denominatorKey ?? o.numeratorKey}|${o.area}|${o.period}|${o.breakdown}`,
              o.unknown,
            ),
    };
  });
  addBreakdownSums(result.observations, observations, builder);
  addAgeNesting(series, builder);
  addIdentities(result.observations, observations, series, builder);
  const concentrations = result.concentrations.map((record) => concentrationCells(record, builder, enter));
  tieEqualSeries(series, builder);
  addLocalitySums(series, builder, localityRelations(tree));
  return { system: builder.build(), observations, concentrations };
}

/**
 * The denominator of a share within a category is either the count of that category or the total of which the category
 * is a part; the value tells which. Anything else is a count of its own.
 */
function denominatorCell(
  o: Observation,
  builder: CellSystemBuilder,
  enter: (key: string, place: Place, value: number) => number,
): number | null {
  if (o.denominator === null || o.populationBase) return null;
  const key = o.denominatorKey ?? `denominator of ${o.numeratorKey}`;
  if (o.breakdown === 'total') return enter(key, o, o.denominator);
  for (const place of [{ ...o, ...TOTAL }, o]) {
    const cell = builder.find(`${key}|${placeKey(place)}`);
    if (cell !== undefined && builder.value(cell) === o.denominator) return cell;
  }
  return enter(`${key} of`, o, o.denominator);
}

/** Categories (with the unknown, where it completes them) make up the total of the same count. */
function addBreakdownSums(
  observations: readonly Observation[],
  cells: readonly ObservationCells[],
  builder: CellSystemBuilder,
): void {
  const groups = new Map<
    string,
    { place: Place; key: string; members: Map<string, number>; unknown: Set<number> }
  >();
  observations.forEach((o, index) => {
    const cell = cells[index];
    if (o.breakdown === 'total' || cell?.numerator === undefined || cell.numerator === null) return;
    const id = `${o.numeratorKey}|${o.area}|${o.period}|${o.breakdown}`;
    const group = groups.get(id) ?? { place: o, key: o.numeratorKey, members: new Map(), unknown: new Set() };
    groups.set(id, group);
    group.members.set(o.category, cell.numerator);
    if (cell.unknown !== null) group.unknown.add(cell.unknown);
  });
  for (const { place, key, members, unknown } of groups.values()) {
    const total = builder.find(`${key}|${placeKey({ ...place, ...TOTAL })}`);
    const parts = [...members.values()];
    if (total === undefined) continue;
    for (const [category, cell] of members) {
      if (!NOT_RECORDED.test(category)) continue;
      for (const other of unknown) if (builder.value(other) === builder.value(cell)) builder.tie(cell, other);
    }
    const rest = builder.value(total) - parts.reduce((sum, cell) => sum + builder.value(cell), 0);
    const completes = [...unknown].find((cell) => builder.value(cell) === rest);
    if (rest > 0 && completes !== undefined) builder.sum(total, [...parts, completes]);
    else if (builder.isSmall(rest)) {
      builder.sum(total, [
        ...parts,
        builder.hiddenCell(`rest of ${key}|${placeKey({ ...place, category: 'rest' })}`, rest),
      ]);
    } else builder.sum(total, parts);
  }
}

/** Single years of age make up an age band of the same count. */
function addAgeNesting(series: Series, builder: CellSystemBuilder): void {
  for (const cells of series.values()) {
    for (const { place, cell } of cells.values()) {
      const bounds = /^(\d+)\s*-\s*(\d+)$/.exec(place.category);
      if (place.breakdown !== 'age-band' || bounds === null) continue;
      const years: number[] = [];
      for (let age = Number(bounds[1]); age <= Number(bounds[2]); age++) {
        const year = cells.get(placeKey({ ...place, breakdown: 'single-age', category: String(age) }));
        if (year !== undefined) years.push(year.cell);
      }
      if (years.length > 0) builder.sum(cell, years);
    }
  }
}

/** Each locality total is the sum of the localities within it, for every count and category. */
function addLocalitySums(series: Series, builder: CellSystemBuilder, relations: LocalityRelations): void {
  for (const cells of series.values()) {
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
function tieEqualSeries(series: Series, builder: CellSystemBuilder): void {
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

function concentrationCells(
  record: ConcentrationRecord,
  builder: CellSystemBuilder,
  enter: (key: string, place: Place, value: number) => number,
): ConcentrationCells | null {
  if (record.refusal !== null) return null;
  const place = { area: record.area, period: record.period, ...TOTAL };
  const key = `concentration of ${record.indicator}`;
  const children = enter(`${key}: children`, place, record.children);
  const episodes = enter(`${key}: episodes`, place, record.episodes);
  const repeat = enter(`${key}: repeat`, place, record.repeatChildren);
  const half =
    record.childrenMakingHalf === null ? null : enter(`${key}: half`, place, record.childrenMakingHalf);
  const bands = record.bands.map((band) => {
    const inBand = { ...place, breakdown: 'repeat', category: band.band };
    const cells = {
      children: enter(`${key}: children`, inBand, band.children),
      episodes: enter(`${key}: episodes`, inBand, band.episodes),
    };
    // The episodes of a band all but tell its children: in the bands of one and two they do.
    builder.tie(cells.children, cells.episodes);
    return cells;
  });
  builder.sum(
    children,
    bands.map((band) => band.children),
  );
  builder.sum(
    episodes,
    bands.map((band) => band.episodes),
  );
  const [once] = bands;
  if (once !== undefined && record.children === record.repeatChildren + (record.bands[0]?.children ?? 0)) {
    builder.sum(children, [once.children, repeat]);
  }
  return { children, episodes, repeat, half, bands };
}

import type { AnalysisResult, ConcentrationRecord, Observation } from '../analysis/model.js';
import { keyOfRows } from '../analysis/planner/keys.js';
import { isAboutPeople } from './aboutPeople.js';
import { addAgeNesting, addBreakdownSums } from './breakdownSums.js';
import type { CellSystem } from './cells.js';
import { CountBook, TOTAL } from './countBook.js';
import { type ConcentrationCells, NO_CELLS, type ObservationCells } from './figureCells.js';
import { addIdentities } from './identities.js';
import { addInclusions } from './inclusions.js';
import { type LocalityTree, localityRelations } from './localities.js';
import { addPeriodSums } from './periodSums.js';
import { type PrimaryRules, roomOfFew } from './primary.js';
import { addLocalitySums, tieEqualSeries } from './seriesSums.js';

export interface Layout {
  readonly system: CellSystem;
  /** In the order of the result's observations. */
  readonly observations: readonly ObservationCells[];
  /** In the order of the result's concentrations; null for a refused record. */
  readonly concentrations: readonly (ConcentrationCells | null)[];
}

/**
 * Lays out every distinct count of an edition: numerators, denominators that are not populations, counts of unknown
 * answers, people behind events, complements, and the counts of the concentration records, with every sum that a reader
 * may form. Counts, not figures, are protected, so one count has one fate wherever it appears.
 *
 * Children can be counted in two places; sums are nevertheless taken to hold, which errs on the side of hiding.
 */
export function layOut(
  result: Pick<AnalysisResult, 'observations' | 'concentrations'>,
  rules: PrimaryRules,
  tree: LocalityTree,
  startMonth = 4,
  groupsDrawn = false,
): Layout {
  const book = new CountBook(rules.threshold);
  const { builder } = book;
  const numerators = result.observations.map((o) =>
    o.numerator === null || !isAboutPeople(o, groupsDrawn)
      ? null
      : book.enter(o.numeratorKey, o, o.numerator),
  );
  const bases = sharedWithin(result.observations, (o) => (o.populationBase ? null : o.denominator));
  const unknowns = sharedWithin(result.observations, (o) => o.unknown);
  const observations = result.observations.map((o, index): ObservationCells => {
    if (!isAboutPeople(o, groupsDrawn)) return NO_CELLS;
    const numerator = numerators[index] ?? null;
    if (numerator !== null && o.people !== null && builder.isSmall(o.people)) {
      builder.markSensitive(numerator);
    }
    const room = roomOfFew(o, rules.pPercent);
    if (numerator !== null && room !== null) builder.keepOpen(numerator, room);
    const denominator = denominatorCell(o, book, bases);
    // A base of none tells that its part is none.
    if (rules.zeros === 'protected')
      for (const cell of [numerator, denominator]) if (cell !== null) builder.letBeNone(cell);
    return {
      numerator,
      denominator,
      unknown: o.unknown === null ? null : unknownCell(o, o.unknown, book, unknowns),
    };
  });
  addDeclaredSums(result.observations, observations, book);
  addBreakdownSums(result.observations, observations, book);
  addAgeNesting(book);
  addIdentities(result.observations, observations, book, rules);
  addInclusions(result.observations, observations, builder);
  addEvents(book);
  const concentrations = result.concentrations.map((record) => concentrationCells(record, book, rules));
  tieEqualSeries(book);
  addLocalitySums(book, localityRelations(tree));
  addPeriodSums(book, startMonth);
  return { system: builder.build(), observations, concentrations };
}

/** Children, or other distinct things, are at most as many as the events counted of them at the same place. */
function addEvents(book: CountBook): void {
  for (const [key, counts] of book.series) {
    const rows = book.series.get(keyOfRows(key) ?? '');
    if (rows === undefined) continue;
    for (const [at, { cell }] of counts) {
      const events = rows.get(at)?.cell;
      if (events !== undefined && book.builder.value(cell) <= book.builder.value(events))
        book.builder.neverMore(cell, events);
    }
  }
}

/** Counts that are declared to be the sum of others at the same place; parts that the edition does not lay out are left out. */
function addDeclaredSums(
  observations: readonly Observation[],
  cells: readonly ObservationCells[],
  book: CountBook,
): void {
  observations.forEach((o, index) => {
    const total = cells[index]?.numerator ?? null;
    const parts = (o.numeratorParts ?? []).flatMap((key) => book.find(key, o) ?? []);
    if (total !== null && o.numeratorParts !== undefined && parts.length === o.numeratorParts.length)
      book.builder.sum(total, parts);
  });
}

function denominatorKey(o: Observation): string {
  return o.denominatorKey ?? `denominator of ${o.numeratorKey}`;
}

/** Which counts, by key and breakdown, all categories of a breakdown have in common at every place. */
function sharedWithin(
  observations: readonly Observation[],
  count: (o: Observation) => number | null,
): ReadonlySet<string> {
  const at = new Map<string, number>();
  const shared = new Set<string>();
  const own = new Set<string>();
  for (const o of observations) {
    const value = count(o);
    if (value === null || o.breakdown === 'total') continue;
    const split = splitKey(o);
    const place = `${split}|${o.area}|${o.period}`;
    const first = at.get(place);
    if (first === undefined) at.set(place, value);
    else if (first !== value) own.add(split);
    shared.add(split);
  }
  for (const split of own) shared.delete(split);
  return shared;
}

function splitKey(o: Observation): string {
  return `${denominatorKey(o)}|${o.breakdown}`;
}

/**
 * The denominator of a share within a breakdown is either one count for all categories (those whose category is known)
 * or a count of each category. Where it equals the total or the category of its key, it is the same count.
 */
function denominatorCell(o: Observation, book: CountBook, shared: ReadonlySet<string>): number | null {
  if (o.denominator === null || o.populationBase) return null;
  const key = denominatorKey(o);
  if (o.breakdown === 'total') return book.enter(key, o, o.denominator);
  const category = shared.has(splitKey(o)) ? 'known' : o.category;
  const { area, period, breakdown } = o;
  const cell = book.enter(`${key} as a base`, { area, period, breakdown, category }, o.denominator);
  for (const place of [{ area, period, ...TOTAL }, o]) {
    const other = book.find(key, place);
    if (other !== undefined && book.builder.value(other) === o.denominator) book.builder.tie(cell, other);
  }
  return cell;
}

/** The unknown of a count-by-category belongs to all categories together, that of a share within a category to it. */
function unknownCell(o: Observation, unknown: number, book: CountBook, shared: ReadonlySet<string>): number {
  const category = shared.has(splitKey(o)) ? 'unknown' : o.category;
  const { area, period, breakdown } = o;
  return book.enter(`unknown of ${denominatorKey(o)}`, { area, period, breakdown, category }, unknown);
}

function concentrationCells(
  record: ConcentrationRecord,
  book: CountBook,
  { zeros }: PrimaryRules,
): ConcentrationCells | null {
  if (record.refusal !== null) return null;
  const { builder } = book;
  const place = { area: record.area, period: record.period, ...TOTAL };
  const key = `concentration of ${record.indicator}`;
  const children = book.enter(`${key}: children`, place, record.children);
  const episodes = book.enter(`${key}: episodes`, place, record.episodes);
  const repeat = book.enter(`${key}: repeat`, place, record.repeatChildren);
  const half =
    record.childrenMakingHalf === null ? null : book.enter(`${key}: half`, place, record.childrenMakingHalf);
  const bands = record.bands.map((band) => {
    const inBand = { ...place, breakdown: 'repeat', category: band.band };
    const cells = {
      children: book.enter(`${key}: children`, inBand, band.children),
      episodes: book.enter(`${key}: episodes`, inBand, band.episodes),
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
  if (zeros === 'protected')
    for (const cell of [repeat, ...bands.flatMap((band) => [band.children, band.episodes])])
      builder.letBeNone(cell);
  return { children, episodes, repeat, half, bands };
}

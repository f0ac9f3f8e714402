import { findIndicator } from '../analysis/catalogue/index.js';
import type { Observation } from '../analysis/model.js';
import type { CellSystemBuilder } from './cells.js';
import { type CountBook, TOGETHER } from './countBook.js';
import type { ObservationCells } from './figureCells.js';
import type { PrimaryRules } from './primary.js';

interface Ratio {
  readonly numeratorKey: string;
  readonly place: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly unknown: number | null;
  readonly tellsOfEach: boolean;
}

/**
 * Adds what links the two counts of a proportion to other counts:
 * - part + complement = whole. The complement is printed nowhere but anyone can work it out; a small one hides the part, and one that is none does where "all of them" is to be kept;
 * - where the complement is itself the part of another indicator (girls and boys of the children whose sex is known),
 *   the two parts make up the whole;
 * - known + unknown = everyone, where "everyone" is a count of the report.
 *
 * - children on one agency's list, or on two, are those of every pattern of agencies that holds the one or the two.
 *
 * The second and third are looked for in the numbers: a relation that holds at every place where it could be seen is taken to be
 * known to the reader.
 */
export function addIdentities(
  observations: readonly Observation[],
  cells: readonly ObservationCells[],
  { series, builder }: CountBook,
  rules: PrimaryRules,
): void {
  const byWhole = new Map<string, Ratio[]>();
  observations.forEach((o, index) => {
    const found = cells[index];
    if (found === undefined || found.numerator === null || found.denominator === null) return;
    // A ratio of unlike things (episodes to children) has no complement.
    if (o.method === 'ratio') return;
    const key = o.denominatorKey ?? `denominator of ${o.numeratorKey}`;
    const list = byWhole.get(key) ?? [];
    byWhole.set(key, list);
    list.push({
      numeratorKey: o.numeratorKey,
      place: `${o.area}|${o.period}|${o.breakdown}|${o.category}`,
      numerator: found.numerator,
      denominator: found.denominator,
      unknown: found.unknown,
      tellsOfEach: findIndicator(o.indicator)?.tellsOfEach === true,
    });
  });
  for (const [key, ratios] of byWhole) {
    addComplements(ratios, builder, rules);
    addPartners(ratios, builder);
    addEveryone(key, ratios, series, builder);
  }
  addPatterns(observations, cells, builder);
}

/** Patterns are categories of the breakdown by agency that join agencies' ids; pairs are those of `agency-pair`. */
function addPatterns(
  observations: readonly Observation[],
  cells: readonly ObservationCells[],
  builder: CellSystemBuilder,
): void {
  const withPatterns = new Set(
    observations.filter((o) => o.breakdown === 'agency' && TOGETHER.test(o.category)).map((o) => o.indicator),
  );
  const patterns = new Map<string, { readonly members: readonly string[]; readonly cell: number }[]>();
  observations.forEach((o, index) => {
    const cell = cells[index]?.numerator ?? null;
    if (o.breakdown !== 'agency' || cell === null || !withPatterns.has(o.indicator)) return;
    const at = `${o.area}|${o.period}`;
    patterns.set(at, [...(patterns.get(at) ?? []), { members: o.category.split(TOGETHER), cell }]);
  });
  observations.forEach((o, index) => {
    const found = cells[index];
    if (o.breakdown !== 'agency-pair' || found === undefined) return;
    const [first, second] = o.category.split(TOGETHER);
    if (first === undefined || second === undefined) return;
    const here = patterns.get(`${o.area}|${o.period}`) ?? [];
    const with_ = (...agencies: string[]): number[] =>
      here
        .filter(({ members }) => agencies.every((agency) => members.includes(agency)))
        .map(({ cell }) => cell);
    if (found.numerator !== null) builder.sum(found.numerator, with_(first, second));
    if (found.denominator !== null) builder.sum(found.denominator, with_(first));
  });
}

function addComplements(
  ratios: readonly Ratio[],
  builder: CellSystemBuilder,
  { threshold, allOfThem }: PrimaryRules,
): void {
  for (const { numerator, denominator, tellsOfEach } of ratios) {
    if (numerator === denominator) continue;
    const whole = builder.value(denominator);
    const rest = whole - builder.value(numerator);
    // Of a whole that is hidden for its size nobody can say that it is all of them.
    const isAll = rest === 0 && whole >= threshold && tellsOfEach && allOfThem === 'hidden';
    if (!isAll && !builder.isSmall(rest)) continue;
    const name = `complement of ${builder.name(numerator)} in ${builder.name(denominator)}`;
    const complement = builder.hiddenCell(name, rest);
    builder.sum(denominator, [numerator, complement]);
    if (!isAll) continue;
    builder.markSensitive(numerator);
    builder.keepOpen(complement, [0, 1]);
  }
}

function addPartners(ratios: readonly Ratio[], builder: CellSystemBuilder): void {
  const byKey = new Map<string, Map<string, Ratio>>();
  for (const ratio of ratios) {
    const places = byKey.get(ratio.numeratorKey) ?? new Map<string, Ratio>();
    byKey.set(ratio.numeratorKey, places);
    places.set(ratio.place, ratio);
  }
  const keys = [...byKey.keys()];
  keys.forEach((one, index) => {
    for (const two of keys.slice(index + 1)) {
      const shared: (readonly [Ratio, Ratio])[] = [];
      let holds = true;
      for (const [place, a] of byKey.get(one) ?? []) {
        const b = byKey.get(two)?.get(place);
        if (b === undefined) continue;
        const parts = builder.value(a.numerator) + builder.value(b.numerator);
        if (a.denominator !== b.denominator || parts !== builder.value(a.denominator)) {
          holds = false;
          break;
        }
        shared.push([a, b]);
      }
      if (!holds) continue;
      for (const [a, b] of shared) builder.sum(a.denominator, [a.numerator, b.numerator]);
    }
  });
}

function addEveryone(
  key: string,
  ratios: readonly Ratio[],
  series: CountBook['series'],
  builder: CellSystemBuilder,
): void {
  if (!ratios.some(({ unknown }) => unknown !== null && builder.value(unknown) > 0)) return;
  for (const [other, places] of series) {
    if (other === key) continue;
    const found: (readonly [number, number, number])[] = [];
    let holds = true;
    for (const { place, denominator, unknown } of ratios) {
      const everyone = places.get(place)?.cell;
      if (everyone === undefined || unknown === null) continue;
      if (builder.value(everyone) !== builder.value(denominator) + builder.value(unknown)) {
        holds = false;
        break;
      }
      found.push([everyone, denominator, unknown]);
    }
    if (!holds) continue;
    for (const [everyone, denominator, unknown] of found) builder.sum(everyone, [denominator, unknown]);
  }
}

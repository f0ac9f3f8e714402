import type { PeriodId } from '../../reference/brands.js';
import { TOO_FEW_LINKED } from '../availability.js';
import { openCases } from '../catalogue/tallies.js';
import { LEAST_LINKED } from '../linked.js';
import type { ExtractReturn, Observation } from '../model.js';
import { eventsOf } from '../planner/events.js';
import type { Workbench } from '../planner/workbench.js';
import { bestLinkedShare, CHILD_RECORDS, type KnownTo, namesOf } from './knownTo.js';
import { countObservation, shareObservation } from './record.js';

/** Look-back of the overlap: twelve months to the end of the half-year. */
const BACK = 1;

const KNOWN = 'children with any record in twelve months';

/** Children counted by the exact set of agencies that know them, in the twelve months to the end of a half-year. */
function patternsOf(known: KnownTo, place: number): Map<number, number> {
  const patterns = new Map<number, number>();
  for (const bits of known.within(place - BACK, place)) {
    if (bits !== 0) patterns.set(bits, (patterns.get(bits) ?? 0) + 1);
  }
  return patterns;
}

/**
 * X01, X02 and X04, or why there are none: where practically no records of two agencies could be linked, an overlap of nought
 * would speak of the linking and not of the children.
 */
export function overlapObservations(
  bench: Workbench,
  known: KnownTo,
  returns: readonly ExtractReturn[],
): Observation[] {
  const incomplete = incompletePeriods(bench, returns);
  // No range: links that were not found are not chance.
  const found = [...agencyOverlap(bench, known), ...widelyKnown(bench, known)].map((observation) => ({
    ...observation,
    lower: null,
    upper: null,
    provisional: incomplete.has(observation.period),
  }));
  if (bestLinkedShare(known) >= LEAST_LINKED) return found;
  return found.map((observation) => ({
    ...observation,
    numerator: null,
    denominator: null,
    value: null,
    method: 'none',
    people: null,
    missing: { symbol: 'x', reason: TOO_FEW_LINKED },
  }));
}

/** Half-years with an extract on children missing in the twelve months to their end. */
function incompletePeriods(bench: Workbench, returns: readonly ExtractReturn[]): Set<PeriodId> {
  const extracts = new Set<string>(CHILD_RECORDS.map(({ extract }) => extract));
  const missing = new Set(
    returns.flatMap(({ extract, period, status }) =>
      status === 'missing' && extracts.has(extract) ? [period] : [],
    ),
  );
  const { periods } = bench.history;
  return new Set(
    periods.filter((_, place) =>
      periods.slice(Math.max(0, place - BACK), place + 1).some((period) => missing.has(period)),
    ),
  );
}

/**
 * X01 and X04: for each pair of agencies the children of the first that the second knows too; and how many children are
 * known to exactly which agencies. From the second half-year on, since twelve months are needed.
 */
function agencyOverlap(bench: Workbench, known: KnownTo): Observation[] {
  return bench.history.periods.flatMap((period, place) => {
    if (place < BACK) return [];
    const patterns = patternsOf(known, place);
    return [...pairs(bench, known, period, patterns), ...combinations(bench, known, period, patterns)];
  });
}

function pairs(
  bench: Workbench,
  known: KnownTo,
  period: PeriodId,
  patterns: ReadonlyMap<number, number>,
): Observation[] {
  const count = (needed: number): number =>
    [...patterns].reduce((sum, [bits, children]) => sum + ((bits & needed) === needed ? children : 0), 0);
  return known.agencies.flatMap((one, a) =>
    known.agencies.flatMap((two, b) => {
      const children = count(1 << a);
      if (a === b || children === 0) return [];
      const [first, second] = a < b ? [one, two] : [two, one];
      return [
        shareObservation({
          indicator: 'X01',
          area: bench.areas.pan,
          period,
          breakdown: 'agency-pair',
          category: `${one}|${two}`,
          numerator: count((1 << a) | (1 << b)),
          denominator: children,
          people: true,
          numeratorKey: `${KNOWN} at ${first} and ${second}`,
          denominatorKey: `${KNOWN} at ${one}`,
        }),
      ];
    }),
  );
}

function combinations(
  bench: Workbench,
  known: KnownTo,
  period: PeriodId,
  patterns: ReadonlyMap<number, number>,
): Observation[] {
  const common = {
    indicator: 'X04',
    area: bench.areas.pan,
    period,
    people: true,
    numeratorKey: KNOWN,
  } as const;
  const total = [...patterns.values()].reduce((sum, children) => sum + children, 0);
  return [
    countObservation({ ...common, breakdown: 'total', category: 'all', numerator: total }),
    ...[...patterns]
      .map(([bits, children]) => [namesOf(known.agencies, bits).join('+'), children] as const)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([category, numerator]) =>
        countObservation({ ...common, breakdown: 'agency', category, numerator }),
      ),
  ];
}

/** X02: of the children known to three agencies or more, those without an open case at the end of the half-year. */
function widelyKnown(bench: Workbench, known: KnownTo): Observation[] {
  const open = openByPerson(bench);
  return bench.history.periods.flatMap((period, place) => {
    if (place < BACK) return [];
    let widely = 0;
    let without = 0;
    known.within(place - BACK, place).forEach((bits, who) => {
      if (namesOf(known.agencies, bits).length < 3) return;
      widely += 1;
      if (!open(who, place)) without += 1;
    });
    return [
      shareObservation({
        indicator: 'X02',
        area: bench.areas.pan,
        period,
        breakdown: 'total',
        category: 'all',
        numerator: without,
        denominator: widely,
        people: true,
        numeratorKey: 'children known to three agencies without an open case',
        denominatorKey: 'children known to three agencies',
      }),
    ];
  });
}

function openByPerson(bench: Workbench): (who: number, place: number) => boolean {
  const events = eventsOf(bench, openCases, 'person');
  const person = bench.person(openCases.extract);
  const halfYears = bench.history.periods.length;
  const open = new Set<number>();
  events.rows.forEach((row, event) => {
    open.add((person[row] ?? -1) * halfYears + (events.places[event] ?? 0));
  });
  return (who, place) => open.has(who * halfYears + place);
}

/** Q04: of an agency's children of the half-year, those that another agency has a record of at any time. */
export function linkage(bench: Workbench, known: KnownTo): Observation[] {
  const ever = known.within(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  return bench.history.periods.flatMap((period, place) => {
    const now = known.within(place, place);
    const count = (who: (bits: number) => boolean): { children: number; linked: number } => {
      let children = 0;
      let linked = 0;
      now.forEach((bits, child) => {
        if (!who(bits)) return;
        children += 1;
        const all = ever[child] ?? 0;
        if ((all & (all - 1)) !== 0) linked += 1;
      });
      return { children, linked };
    };
    const groups = [
      ['total', 'all', count((bits) => bits !== 0)] as const,
      ...known.agencies.map(
        (agency, a) => ['agency', agency, count((bits) => (bits & (1 << a)) !== 0)] as const,
      ),
    ];
    return groups.flatMap(([breakdown, category, { children, linked }]) =>
      children === 0
        ? []
        : [
            shareObservation({
              indicator: 'Q04',
              area: bench.areas.pan,
              period,
              breakdown,
              category,
              numerator: linked,
              denominator: children,
              people: true,
              numeratorKey: 'Q04 linked children',
              denominatorKey: 'Q04 children',
            }),
          ],
    );
  });
}

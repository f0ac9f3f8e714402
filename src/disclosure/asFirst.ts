import { findIndicator } from '../analysis/catalogue/index.js';
import { type Instead, placeOfLine } from '../analysis/instead.js';
import type { AnalysisResult } from '../analysis/model.js';
import type { Layout } from './layout.js';
import type { Laying, Pattern } from './suppress.js';

/** A count to the nearest of so many; halves go up. */
export function roundedTo(value: number, base: number): number {
  return Math.floor(value / base + 0.5) * base;
}

/**
 * Counts that an edition gives as they were first published. Late records change the past by a handful at every release; a new number would tell the handful, and a hidden one would leave
 * holes in every series. The old number tells nothing new, but that it is not far off, which is taken to be known when the edition is proven.
 */
export interface AsFirst {
  /** By name of the count: the number that its readers have. */
  readonly numbers: ReadonlyMap<string, number>;
  /** By how much the count may have changed since, at most. */
  readonly within: number;
}

/** What is asked here of an edition's plan. */
interface Planned {
  readonly options: { readonly threshold: number };
  readonly results: readonly AnalysisResult[];
  readonly layout: Layout;
  readonly laying: Laying;
  readonly hidden: Pattern;
}

/** Figures that follow from their counts alone: those of others could not be worked out again from old numbers. */
const FROM_COUNTS: ReadonlySet<string> = new Set(['count', 'rate', 'share', 'profile', 'ratio']);

/** Whether figures of an indicator can be given as they were first published. */
export function followsFromCounts(indicator: string): boolean {
  return FROM_COUNTS.has(findIndicator(indicator)?.measure.kind ?? 'computed');
}

/**
 * The numbers that are printed in the place of those that were counted, by the places at which they stand, for working out the results again.
 * @param printedAs the number that a count is printed as, by its name and its own number
 */
export function insteadOf(
  { results, layout }: Pick<Planned, 'results' | 'layout'>,
  printedAs: (name: string, value: number) => number,
): Instead {
  const instead = new Map<string, { numerator?: number; denominator?: number; unknown?: number }>();
  const { names, values } = layout.system;
  const other = (cell: number | null): number | undefined => {
    if (cell === null) return undefined;
    const value = values[cell] ?? 0;
    const number = printedAs(names[cell] ?? '', value);
    return number === value ? undefined : number;
  };
  results
    .flatMap(({ observations }) => observations)
    .forEach(({ indicator, area, period, breakdown, category }, i) => {
      const cells = layout.observations[i];
      if (cells === undefined || !followsFromCounts(indicator)) return;
      const parts = {
        numerator: other(cells.numerator),
        denominator: other(cells.denominator),
        unknown: other(cells.unknown),
      };
      const known = Object.entries(parts).filter(([, number]) => number !== undefined);
      if (known.length > 0)
        instead.set(placeOfLine(indicator, area, period, breakdown, category), Object.fromEntries(known));
    });
  return instead;
}

/** What the choice of counts to keep as they were rests on. */
export interface Earlier {
  /** The newest number that the edition's readers have of each count, by its name. */
  readonly printed: ReadonlyMap<string, number>;
  /** Names of the counts that changed by a handful since one of their readers had them. */
  readonly revised: ReadonlySet<string>;
  readonly within: number;
}

/**
 * Old numbers of the counts that a plan hides without being small, whether they changed by a handful or not at all: that they are told apart by nothing is what keeps the handful.
 */
export function keptAsFirst(
  { layout: { system }, laying, hidden, options }: Planned,
  { printed, revised, within }: Earlier,
): ReadonlyMap<string, number> {
  const kept = new Map<string, number>();
  system.names.forEach((name, cell) => {
    const old = printed.get(name);
    const value = system.values[cell] ?? 0;
    if (old === undefined || !hidden[cell] || system.virtual[cell] || !laying.printed(cell)) return;
    if (
      system.sensitive[cell] ||
      system.rooms.has(cell) ||
      value < options.threshold ||
      old < options.threshold
    )
      return;
    if (value !== old && (!revised.has(name) || Math.abs(value - old) > within)) return;
    kept.set(name, old);
  });
  return kept;
}

/** Whether readers of an edition are given no number of a count at all. */
export function isGone(
  {
    layout: { system },
    hidden,
    asFirst,
  }: Pick<Planned, 'layout' | 'hidden'> & { readonly asFirst: AsFirst | null },
  cell: number,
): boolean {
  return hidden[cell] === true && asFirst?.numbers.has(system.names[cell] ?? '') !== true;
}

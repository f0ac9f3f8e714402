import { findIndicator } from '../analysis/catalogue/index.js';
import { type Instead, placeOfLine } from '../analysis/instead.js';
import { isClustered } from '../analysis/intervals.js';
import type { AnalysisResult } from '../analysis/model.js';
import type { Layout } from './layout.js';

/** A count to the nearest of so many; halves go up. */
export function roundedTo(value: number, base: number): number {
  return Math.floor(value / base + 0.5) * base;
}

/** Figures that follow from their counts. */
const FROM_COUNTS: ReadonlySet<string> = new Set(['count', 'rate', 'share', 'profile', 'ratio']);

/**
 * Whether figures of an indicator, and their ranges, follow from their counts alone, so that they can be made of others: averages do not, nor do ranges that allow for one person having several of the
 * events. Made of old counts and new records, those would tell of the records.
 */
export function followsFromCounts(indicator: string): boolean {
  const measure = findIndicator(indicator)?.measure;
  return measure !== undefined && FROM_COUNTS.has(measure.kind) && !isClustered(measure);
}

/** Whether an indicator's numerator is part of its denominator. */
export function isShareOfAll(indicator: string): boolean {
  const kind = findIndicator(indicator)?.measure.kind;
  return kind === 'share' || kind === 'profile';
}

/**
 * The numbers that are printed in the place of those that were counted, by the places at which they stand, for working out the results again.
 * @param printedAs the number that a count is printed as, by its name and its own number
 * @param isOld whether that is one which its readers have from an earlier release
 */
export function insteadOf(
  { results, layout }: { readonly results: readonly AnalysisResult[]; readonly layout: Layout },
  printedAs: (name: string, value: number) => number,
  isOld: (name: string) => boolean = () => false,
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
      // An old part of a new whole can be more than all of it. Such a share is shown nowhere, but nothing may stumble over it: the old number, which is printed from elsewhere, gives way.
      const whole = parts.denominator ?? values[cells.denominator ?? -1];
      const part = parts.numerator ?? values[cells.numerator ?? -1];
      if (isShareOfAll(indicator) && whole !== undefined && part !== undefined && part > whole) {
        if (isOld(names[cells.numerator ?? -1] ?? '')) parts.numerator = whole;
        else parts.denominator = part;
      }
      const known = Object.entries(parts).filter(([, number]) => number !== undefined);
      if (known.length > 0)
        instead.set(placeOfLine(indicator, area, period, breakdown, category), Object.fromEntries(known));
    });
  return instead;
}

import { findIndicator } from '../../analysis/catalogue/index.js';
import { namesOfCounts } from '../../analysis/planner/cube.js';
import { countsPeople } from '../aboutPeople.js';
import type { Figure } from '../model.js';

/** One figure as a finished file prints it: a line of a table, or the figure behind a sentence. */
export interface PrintedFigure {
  /** The file, and the table in it. */
  readonly from: string;
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  readonly breakdown: string;
  readonly category: string;
  readonly numerator: Figure;
  readonly denominator: Figure;
  readonly value: Figure;
  readonly lower: Figure;
  readonly upper: Figure;
}

/** Where a count stands in a release. */
export interface PrintedPlace {
  readonly area: string;
  readonly period: string;
  readonly breakdown: string;
  readonly category: string;
}

/** A count that finished files print, with its number or as hidden. */
export interface PrintedCount {
  /** As a derivation names it. */
  readonly name: string;
  readonly indicator: string;
  readonly key: string;
  readonly place: PrintedPlace;
  /** Its number, where any file prints it. */
  number: number | null;
  /** Hidden in at least one file. */
  hidden: boolean;
  /** Hidden only where noughts are hidden with the same mark. */
  mayBeNone: boolean;
  /** Its number in an earlier release, where a file gives that in the place of what it is now; null where none does. */
  asFirst: number | null;
  /** Its number rounded, where files give it so; null where none does. */
  near: Rounded | null;
  /** The file that prints it, or the first that hides it. */
  from: string;
}

/** A count as a file gives it that rounds its counts. */
export interface Rounded {
  readonly number: number;
  /** How far the count is from it, at most. */
  readonly half: number;
  /** It is the count as it was first published that was rounded. */
  readonly ofOld: boolean;
}

/** What the files of an edition do to its counts. */
export interface Habits {
  /** Counts of none are hidden as small ones are. */
  readonly hidesNoughts: boolean;
  /** Counts are printed to the nearest of so many; 1 where they are printed as they are. */
  readonly roundTo: number;
}

const PLAIN: Habits = { hidesNoughts: false, roundTo: 1 };

/** Something that finished files print and must not. */
export interface PrintedFault {
  readonly from: string;
  readonly message: string;
}

/** The counts of finished files by key and place. */
export interface PrintedCounts {
  readonly counts: ReadonlyMap<string, PrintedCount>;
  /** Pairs of counts of which a share is printed though one of them is hidden. */
  readonly shares: readonly PrintedShare[];
  readonly faults: readonly PrintedFault[];
}

/** A percentage with a hidden count in it: whole percents may be printed where they tell nothing. */
export interface PrintedShare {
  readonly from: string;
  readonly part: PrintedCount;
  readonly whole: PrintedCount;
  readonly percent: number;
  readonly decimals: number;
}

function editionOf(file: string): string {
  return file.split('/')[0] ?? '';
}

export function countId(key: string, { area, period, breakdown, category }: PrintedPlace): string {
  return `${key}|${area}|${period}|${breakdown}|${category}`;
}

/** Breakdowns in which each category has a base of its own are told from those with one base by the name of the base. */
const AS_A_BASE = ' as a base';

/**
 * Gathers what all files say of each count.
 * @param habitsOf what the edition of a file does to its counts; nothing by default
 */
export function printedCounts(
  figures: Iterable<PrintedFigure>,
  habitsOf: (file: string) => Habits = () => PLAIN,
): PrintedCounts {
  const counts = new Map<string, PrintedCount>();
  const shares: PrintedShare[] = [];
  const faults: PrintedFault[] = [];
  const say = (key: string, what: string, figure: Figure, printed: PrintedFigure): PrintedCount | null => {
    if ('symbol' in figure && figure.symbol !== 'c' && figure.symbol !== 'w') return null;
    const { area, period, breakdown, category, from, indicator } = printed;
    const { hidesNoughts, roundTo } = habitsOf(from);
    const place = { area, period, breakdown, category };
    const id = countId(key, place);
    const where = breakdown === 'total' ? '' : ` (${breakdown} ${category})`;
    const count = counts.get(id) ?? {
      name: `${indicator}${what} in ${area}, ${period}${where}`,
      indicator,
      key,
      place,
      number: null,
      hidden: false,
      mayBeNone: true,
      asFirst: null,
      near: null,
      from,
    };
    counts.set(id, count);
    const isKept = 'number' in figure && figure.asFirst === true;
    if (roundTo > 1 && 'number' in figure && figure.number > 0) {
      if (figure.number % roundTo !== 0)
        faults.push({ from, message: `${count.name} is not rounded to ${roundTo}.` });
      count.near ??= { number: figure.number, half: Math.floor(roundTo / 2), ofOld: isKept };
      if (!isKept && count.number !== null && Math.abs(count.number - figure.number) > roundTo / 2)
        faults.push({ from, message: `${count.name} is not near what it is in ${count.from}.` });
      return count;
    }
    if (isKept) {
      if (
        count.asFirst !== null &&
        count.asFirst !== figure.number &&
        editionOf(count.from) === editionOf(from)
      )
        faults.push({ from, message: `${count.name} was first published with two numbers.` });
      count.asFirst ??= figure.number;
    }
    if (isKept || ('symbol' in figure && figure.symbol === 'c')) {
      count.hidden = true;
      if (!hidesNoughts) count.mayBeNone = false;
      return count;
    }
    const isNought = 'number' in figure && figure.number === 0;
    if (isNought && hidesNoughts && countsPeople(indicator))
      faults.push({ from, message: `${count.name} is printed as none in an edition that hides noughts.` });
    const number = 'number' in figure ? figure.number : 0;
    if (count.number !== null && count.number !== number)
      faults.push({ from, message: `${count.name} is not the same here as in ${count.from}.` });
    if (
      count.near !== null &&
      !count.near.ofOld &&
      Math.abs(count.near.number - number) > count.near.half + 0.5
    )
      faults.push({ from, message: `${count.name} is not near what it is in ${count.from}.` });
    count.number ??= number;
    if (count.hidden || count.from === from) count.from = from;
    return count;
  };
  for (const figure of figures) {
    const indicator = findIndicator(figure.indicator);
    if (indicator === undefined || figure.breakdown === 'repeat') continue;
    const { numeratorKey, denominatorKey } = namesOfCounts(indicator);
    const part = say(numeratorKey, '', figure.numerator, figure);
    const populationBase = indicator.measure.kind === 'rate';
    const whole = populationBase
      ? null
      : say(
          `${denominatorKey ?? `denominator of ${numeratorKey}`}${figure.breakdown === 'total' ? '' : AS_A_BASE}`,
          ' (base)',
          figure.denominator,
          figure,
        );
    checkDerived(figure, part, whole, shares, faults);
  }
  return { counts, shares, faults };
}

/** A figure that is made from a hidden count is hidden too, but for whole percents, which are kept to be looked into. */
function checkDerived(
  { from, indicator, area, period, numerator, denominator, value, lower, upper }: PrintedFigure,
  part: PrintedCount | null,
  whole: PrintedCount | null,
  shares: PrintedShare[],
  faults: PrintedFault[],
): void {
  const hides = [numerator, denominator].some((figure) => 'symbol' in figure && figure.symbol === 'c');
  if (!hides) return;
  const shownThere = [value, lower, upper].flatMap((figure) => ('number' in figure ? [figure.number] : []));
  if (shownThere.length === 0) return;
  const percent = findIndicator(indicator)?.unit === 'percent';
  if (!percent || shownThere.some((number) => !Number.isInteger(number)) || part === null || whole === null) {
    faults.push({
      from,
      message: `${indicator} in ${area}, ${period}: a figure is printed that is made from a hidden count.`,
    });
    return;
  }
  if ('number' in value) shares.push({ from, part, whole, percent: value.number, decimals: 0 });
}

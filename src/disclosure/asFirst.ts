import type { Layout } from './layout.js';
import type { Laying, Pattern } from './suppress.js';

/**
 * Counts that an edition gives as they were first published. Late records change the past by a handful at every release; a new number would tell the handful, and a hidden one would leave
 * holes in every series. The old number tells nothing new, but that it is not far off, which is taken to be known when the edition is proven.
 */
export interface AsFirst {
  /** By name of the count: the number that its readers have. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Those that could have been given so and are not, since that they are not far off would have told too much. */
  readonly withheld: ReadonlyMap<string, number>;
  /** By how much the count may have changed since, at most. */
  readonly within: number;
}

/** What is asked here of an edition's plan. */
interface Planned {
  readonly options: { readonly threshold: number };
  readonly layout: Layout;
  readonly laying: Laying;
  readonly hidden: Pattern;
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

/** The same old numbers without some, which are withheld. */
export function withholding({ numbers, withheld, within }: AsFirst, names: ReadonlySet<string>): AsFirst {
  const gone = [...numbers].filter(([name]) => names.has(name));
  return {
    numbers: new Map([...numbers].filter(([name]) => !names.has(name))),
    withheld: new Map([...withheld, ...gone]),
    within,
  };
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

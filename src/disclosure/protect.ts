import { catalogue } from '../analysis/catalogue/index.js';
import { placeOfLine } from '../analysis/instead.js';
import type { AnalysisResult, EditionCeiling, Made } from '../analysis/model.js';
import { loadAreas } from '../reference/areas.js';
import { type AsFirst, isGone, withholding } from './asFirst.js';
import { type AskedFor, onlyAsked } from './askedFor.js';
import { followsFromCounts, roundedTo } from './asPrinted.js';
import { recover } from './attack.js';
import type { CellSystem } from './cells.js';
import { publishConcentration } from './concentrations.js';
import { NO_CELLS } from './figureCells.js';
import { publishGroupMap } from './groups.js';
import { layingOf } from './laying.js';
import { type Layout, layOut } from './layout.js';
import type { LocalityTree } from './localities.js';
import type { PublishedObservation, PublishedResult } from './model.js';
import { publishObservation } from './observations.js';
import { type Places, placesOf } from './places.js';
import { type PrimaryRules, USUAL_RULES } from './primary.js';
import { publishedResult } from './result.js';
import { publishRevision } from './revisions.js';
import { everyoneIn, roundedShare } from './roundedShare.js';
import { publishStatement } from './statements.js';
import { type Laying, type Pattern, suppress } from './suppress.js';

export interface ProtectOptions
  extends Pick<PrimaryRules, 'threshold'>,
    Partial<Omit<PrimaryRules, 'threshold'>> {
  /** Id of the edition, for example `board`. */
  readonly edition: string;
  /** Who the edition is for: tactical, board or public. */
  readonly ceiling: EditionCeiling;
  /** Widest edition of each indicator; an indicator that is not named here is left out. Default: the catalogue's. */
  readonly ceilings?: ReadonlyMap<string, EditionCeiling>;
  /** Counts are printed to the nearest of this many; 1 unless told otherwise. */
  readonly roundTo?: number;
  /** Month in which the reporting year begins; 4 unless told otherwise. */
  readonly startMonth?: number;
  /** Default: the reference geography. */
  readonly areas?: LocalityTree;
  /** Whether its readers are given the map of every group, in this release or another, so that numbers of groups are no secret from them; not so unless it is said. */
  readonly groupsDrawn?: boolean;
}

const NOTHING: ReadonlySet<string> = new Set();

const CATALOGUED: ReadonlyMap<string, EditionCeiling> = new Map(
  catalogue.map(({ id, ceiling }) => [id, ceiling]),
);

const WIDTH: Readonly<Record<EditionCeiling, number>> = { T: 0, B: 1, P: 2 };

/**
 * The choke point between analysis and report: everything of the result that one edition may show, with small counts,
 * whatever else would give them away, and all that is computed from either replaced by `[c]`. Zero is shown.
 *
 * @throws Error when a hidden count could be recovered by subtraction, which is a defect: nothing may then be published
 */
export function protect(result: AnalysisResult, options: ProtectOptions): PublishedResult {
  const [published] = protectTogether([result], options);
  if (published === undefined) throw new Error('Nothing was protected.');
  return published;
}

/**
 * As {@link protect}, for several results that the same readers see, of the same places by half-year, quarter and month:
 * they are one system, since the months of a half-year add up to it.
 *
 * @param results no two of one grain
 * @returns what may be shown of each, in the same order
 */
export function protectTogether(
  results: readonly AnalysisResult[],
  options: ProtectOptions,
): readonly PublishedResult[] {
  return publishPlan(
    planEdition(layEdition(results, options), {
      asked: null,
      forced: NOTHING,
      more: NOTHING,
      hiddenElsewhere: NOTHING,
    }),
  );
}

/** The counts of an edition, laid out; what is hidden is not chosen yet. */
export interface LaidOut {
  readonly options: ProtectOptions;
  readonly tree: LocalityTree;
  /** What the edition may carry of each result. */
  readonly results: readonly AnalysisResult[];
  /** Of the observations of each result. */
  readonly places: readonly Places[];
  readonly layout: Layout;
}

/** What an edition hides and prints, before it is published. */
export interface EditionPlan extends LaidOut {
  readonly asked: AskedFor | null;
  readonly laying: Laying;
  readonly hidden: Pattern;
  /** Hidden counts that are given as they were first published; null where there is no earlier release. */
  readonly asFirst: AsFirst | null;
  /**
   * The figures and statements of each result with the numbers that are printed in the place of those that were counted: so shares, ranges and verdicts are made from what is printed. Null where
   * counts are printed as they are.
   */
  readonly asPrinted: readonly Made[] | null;
}

/** What bears on the choice of what to hide. */
export interface Choice {
  /** What the edition's documents ask for; null for everything. What is not asked for is printed nowhere. */
  readonly asked: AskedFor | null;
  /** Names of counts that the same readers see in another edition: they cannot be hidden here. */
  readonly forced: ReadonlySet<string>;
  /** Names of counts to hide besides, since a proof found that they give others away. */
  readonly more: ReadonlySet<string>;
  /** Names of counts that those editions hide. */
  readonly hiddenElsewhere: ReadonlySet<string>;
  /** Names of counts that an earlier release hid from the same readers; none by default. */
  readonly hiddenBefore?: ReadonlySet<string>;
  /** See {@link Laying.ties}. */
  readonly ties?: Laying['ties'];
}

/** Whether an edition may carry figures of an indicator, whatever is hidden in it. */
export function carriedBy({
  ceiling,
  ceilings = CATALOGUED,
  roundTo = 1,
}: ProtectOptions): (of: { readonly indicator: string }) => boolean {
  return ({ indicator }) => {
    // What does not follow from counts cannot be made from rounded ones.
    if (roundTo > 1 && !followsFromCounts(indicator)) return false;
    const widest = ceilings.get(indicator);
    return widest !== undefined && WIDTH[widest] >= WIDTH[ceiling];
  };
}

/** Lays out the counts of an edition, with every sum that a reader may form. */
export function layEdition(results: readonly AnalysisResult[], options: ProtectOptions): LaidOut {
  const { roundTo = 1 } = options;
  const tree = options.areas ?? loadAreas();
  const carries = carriedBy(options);
  const inEdition = results.map(
    (result): AnalysisResult => ({
      ...result,
      observations: result.observations.filter(carries),
      statements: result.statements.filter(carries),
      concentrations: roundTo > 1 ? [] : result.concentrations.filter(carries),
    }),
  );
  const layout = layOut(
    {
      observations: inEdition.flatMap((result) => result.observations),
      concentrations: inEdition.flatMap((result) => result.concentrations),
    },
    { ...USUAL_RULES, ...options },
    tree,
    options.startMonth,
    options.groupsDrawn,
  );
  const places = inEdition.map(({ observations }) => placesOf(observations));
  return { options, tree, results: inEdition, places, layout };
}

/**
 * Chooses which counts of an edition to hide. Where what another edition prints leaves too little to choose from, what that edition hides is hidden here
 * too around the count that came out.
 * @throws Error as {@link protect}
 */
export function planEdition(laid: LaidOut, choice: Choice): EditionPlan {
  const { asked, forced, more, hiddenElsewhere, hiddenBefore = NOTHING, ties } = choice;
  const { layout, results, tree, options } = laid;
  const { system } = layout;
  const laying: Laying = {
    ...layingOf(layout, results, asked, (name) => forced.has(name), tree.pan),
    hiddenBefore: (name) => hiddenBefore.has(name),
    ...(ties === undefined ? {} : { ties }),
  };
  const further = new Set(more);
  for (;;) {
    const hidden = suppress(system, options.threshold, laying, (name) => further.has(name));
    // A count that is hidden for another's sake may be worked out where another edition prints its neighbours; a sensitive one never.
    const open = recover(system, hidden);
    const sensitive = open.filter((cell) => system.sensitive[cell]);
    if (sensitive.length === 0) return { ...laid, asked, laying, hidden, asFirst: null, asPrinted: null };
    const canHide = (cell: number): boolean =>
      !hidden[cell] && !system.virtual[cell] && !laying.forced(cell) && (system.values[cell] ?? 0) > 0;
    const nameOf = (cell: number): string => system.names[cell] ?? '';
    // What another edition hides helps most; what is printed nowhere costs readers nothing; a printed neighbour is the last resort. Where nothing beside a sensitive count can be
    // hidden, it was worked out by way of others that are open too.
    const choices = [sensitive, open].flatMap((cells) => {
      const beside = besideOf(system, new Set(cells)).filter(canHide);
      return [
        beside.filter((cell) => hiddenElsewhere.has(nameOf(cell))),
        beside.filter((cell) => !laying.printed(cell)),
        beside.toSorted((one, two) => (system.values[one] ?? 0) - (system.values[two] ?? 0)).slice(0, 1),
      ];
    });
    const chosen = choices.find((cells) => cells.length > 0);
    if (chosen === undefined)
      throw new Error(`Disclosure control left ${sensitive.length} hidden counts open to subtraction.`);
    for (const cell of chosen) further.add(nameOf(cell));
  }
}

/** Cells that stand in a sum with any of some others, those among them. */
function besideOf({ sums }: CellSystem, cells: ReadonlySet<number>): readonly number[] {
  return [
    ...new Set(
      sums.flatMap(({ total, parts }) => {
        const members = [total, ...parts];
        return members.some((cell) => cells.has(cell)) ? members : [];
      }),
    ),
  ];
}

/** Names of the counts that an edition hides, sensitive or not. */
export function hiddenNames({ layout: { system }, hidden }: EditionPlan): ReadonlySet<string> {
  return new Set(system.names.filter((_, cell) => hidden[cell]));
}

/** The same plan with further counts hidden, by the names of their cells; tied counts go together. */
export function hidingMore(plan: EditionPlan, names: ReadonlySet<string>): EditionPlan {
  const { system } = plan.layout;
  const groups = new Set(system.names.flatMap((name, cell) => (names.has(name) ? [system.group[cell]] : [])));
  const isMore = (cell: number): boolean => groups.has(system.group[cell]);
  return {
    ...plan,
    hidden: plan.hidden.map((hidden, cell) => hidden || isMore(cell)),
    asFirst:
      plan.asFirst && withholding(plan.asFirst, new Set(system.names.filter((_, cell) => isMore(cell)))),
  };
}

/** Names of the counts that an edition prints or marks. */
export function toldNames({ layout: { system }, laying }: EditionPlan): ReadonlySet<string> {
  return new Set(system.names.filter((_, cell) => !system.virtual[cell] && laying.printed(cell)));
}

/** Names of the counts that an edition prints. */
export function printedNames({ layout: { system }, laying, hidden }: EditionPlan): ReadonlySet<string> {
  return new Set(
    system.names.filter((_, cell) => !system.virtual[cell] && laying.printed(cell) && !hidden[cell]),
  );
}

/** Everything that an edition may show, as it was planned; in the order of its results. */
export function publishPlan(plan: EditionPlan): readonly PublishedResult[] {
  const { options, asked, tree, results, places, layout, laying, hidden, asFirst, asPrinted } = plan;
  const { edition, threshold, ceiling, roundTo = 1 } = options;
  const everyoneOf = everyoneIn(layout.system);
  const printed = layout.system.virtual.flatMap((virtual, cell) =>
    virtual || !laying.printed(cell) ? [] : [cell],
  );
  const summary = { counts: printed.length, suppressed: printed.filter((cell) => isGone(plan, cell)).length };
  const keptOf = (cell: number): number | undefined => {
    const old = asFirst?.numbers.get(layout.system.names[cell] ?? '');
    return old === undefined ? undefined : roundedTo(old, roundTo);
  };
  let observed = 0;
  let concentrated = 0;
  return results.map((result, r) => {
    const printedAs = asPrinted?.[r];
    const inPrint = printedAs === undefined ? null : placesOf(printedAs.observations);
    const first = observed;
    observed += result.observations.length;
    const made: PublishedObservation[] = [];
    const publish = (place: number): PublishedObservation => {
      const before = made[place];
      if (before !== undefined) return before;
      const o = result.observations[place];
      if (o === undefined) throw new RangeError('There is no such observation.');
      const cells = layout.observations[first + place] ?? NO_CELLS;
      const instead = roundedShare(o, cells, layout.system, hidden, threshold, everyoneOf);
      const asItWas =
        inPrint === null || !followsFromCounts(o.indicator)
          ? undefined
          : printedAs?.observations[
              inPrint.one.get(placeOfLine(o.indicator, o.area, o.period, o.breakdown, o.category)) ?? -1
            ];
      if (roundTo > 1 && inPrint !== null && asItWas === undefined)
        throw new Error('A figure of a rounded edition was not worked out again.');
      const now =
        asItWas === undefined
          ? publishObservation(o, cells, hidden, instead)
          : publishObservation(asItWas, cells, hidden, instead, keptOf);
      made[place] = now;
      return now;
    };
    const here = places[r] ?? placesOf(result.observations);
    const find = (indicator: string, area: string, period: string) => {
      const place = here.one.get(`${indicator}|${area}|${period}|total|all`);
      return place === undefined ? undefined : publish(place);
    };
    const contents = {
      edition,
      threshold,
      period: result.period,
      periods: result.periods,
      statements: (printedAs ?? result).statements.map((record) =>
        publishStatement(record, threshold, tree.pan, find),
      ),
      concentrations: result.concentrations.map((record) => {
        const cells = layout.concentrations[concentrated] ?? null;
        concentrated += 1;
        return publishConcentration(record, cells, hidden, threshold);
      }),
      plan: result.plan,
      revisions: (result.revisions ?? []).flatMap(
        (record) => publishRevision(record, threshold, tree.pan, find, roundTo) ?? [],
      ),
      groups: publishGroupMap(result.groups, ceiling, threshold),
      summary,
    };
    const published = publishedResult(contents, here, publish);
    return asked === null ? published : onlyAsked(published, asked);
  });
}

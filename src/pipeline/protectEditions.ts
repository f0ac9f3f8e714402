import { setImmediate as breath } from 'node:timers/promises';
import { catalogue } from '../analysis/catalogue/index.js';
import type { Instead } from '../analysis/instead.js';
import type { EditionCeiling, Made } from '../analysis/model.js';
import { keptAsFirst } from '../disclosure/asFirst.js';
import { AskedFor, watched } from '../disclosure/askedFor.js';
import { insteadOf, roundedTo } from '../disclosure/asPrinted.js';
import { layingOf } from '../disclosure/laying.js';
import type { PublishedResult } from '../disclosure/model.js';
import {
  carriedBy,
  type EditionPlan,
  hiddenNames,
  hidingMore,
  type LaidOut,
  layEdition,
  planEdition,
  printedNames,
  publishPlan,
} from '../disclosure/protect.js';
import { hiddenIn, printedIn, revisedByFew } from '../disclosure/release/joined.js';
import type { Grain } from '../reference/calendar.js';
import type { Audience, AudienceConfig, EditionConfig } from '../workspace/model.js';
import { audiencesOf, type EarlierReaders, isNarrower, ORDER } from './audiences.js';
import { refuseMostlyHidden } from './mostlyHidden.js';
import type { ResultsByGrain } from './productFiles.js';
import { type AudienceProof, proveFor, type Readers, type Settled } from './proveFor.js';

const CEILINGS: Readonly<Record<Audience, EditionCeiling>> = { tactical: 'T', board: 'B', public: 'P' };

const WIDEST = new Map(catalogue.map((indicator) => [indicator.id, indicator.ceiling]));

/** What is asked for, and what must be hidden, settle after a few rounds; more than this is a defect. */
const MOST_ROUNDS = 8;

const NOTHING: ReadonlySet<string> = new Set();

/** What an edition shows, at every grain, with the plan behind it and the proof for its readers. */
export interface ProtectedEdition {
  readonly edition: EditionConfig;
  /** The edition and those that are part of it, in the order of the configuration: what any of them prints is printed for the readers of all. */
  readonly family: readonly EditionConfig[];
  readonly shown: ReadonlyMap<Grain, PublishedResult>;
  readonly plan: EditionPlan;
  /** What was proven for its readers, with all wider editions beside it. */
  readonly proof: AudienceProof;
  /** What was proven for the other audiences of the configuration for whom this edition is the narrowest that they see. */
  readonly others: readonly AudienceProof[];
}

/** An edition that stands for itself, with those that are part of it. One whose whole is not built stands for itself. */
function familiesOf(
  editions: readonly EditionConfig[],
): ReadonlyMap<EditionConfig, readonly EditionConfig[]> {
  const wholeOf = (edition: EditionConfig): EditionConfig =>
    editions.find(({ id }) => id === edition.partOf) ?? edition;
  return new Map(
    editions
      .filter((edition) => wholeOf(edition) === edition)
      .map((whole) => [whole, editions.filter((edition) => wholeOf(edition) === whole)]),
  );
}

/** Puts every document of an edition together without drawing it, so that everything it prints has been asked for. */
export type ComposeAll = (edition: EditionConfig, shown: ReadonlyMap<Grain, PublishedResult>) => void;

/** Editions whose figures an edition's readers see too: all with a wider readership. */
function seenBy(edition: EditionConfig, others: readonly ProtectedEdition[]): readonly ProtectedEdition[] {
  return others.filter((other) => isNarrower(edition, other.edition));
}

function byGrain(
  results: ResultsByGrain,
  published: readonly PublishedResult[],
): ReadonlyMap<Grain, PublishedResult> {
  return new Map(
    [...results.keys()].flatMap((grain, i) => {
      const one = published[i];
      return one === undefined ? [] : [[grain, one] as const];
    }),
  );
}

/** An edition laid out, with what its documents ask for at first. */
interface Prepared {
  readonly edition: EditionConfig;
  readonly family: readonly EditionConfig[];
  readonly laid: LaidOut;
  readonly asked: AskedFor;
  /** Names of the counts that it prints or marks. */
  readonly printed: ReadonlySet<string>;
}

/** Makes the figures and statements of each grain again, in their order, with the numbers that an edition prints. */
export type Anew = (instead: Instead) => readonly Made[];

/** What the protection of editions rests on besides their figures. */
export interface Circumstances {
  /** What the readers of each edition have from earlier releases, also of editions that are not built now. */
  readonly earlier: readonly EarlierReaders[];
  /** Readers beside those of each edition. */
  readonly others: readonly AudienceConfig[];
  /** Order of counts that are alike; see {@link Laying.ties}. */
  readonly ties: (name: string) => string;
  /** Without it, counts that changed by a handful are hidden. */
  readonly anew?: Anew;
  /** Whether readers of tactical editions are given the map of groups. */
  readonly mapsGroups: boolean;
}

/** What does not change from one edition to the next, and what is handed on. */
interface Setting extends Circumstances {
  readonly results: ResultsByGrain;
  readonly compose: ComposeAll;
  readonly apart: Settled['apart'];
  readonly last: Settled['last'];
}

const ALONE: Circumstances = { earlier: [], others: [], ties: () => '', mapsGroups: true };

/**
 * Protects the editions of a release as one system, the widest first, and gives each as soon as it is proven. Of each edition only what its documents ask for is laid out: they are put
 * together, what they look up is noted, and the choice of what to hide is made again for that, until nothing new is asked for. What a wider
 * edition prints cannot be hidden in a narrower one, so that every edition is proven for all who read it: its own readers, those of narrower editions, with what these
 * will mark, and the audiences of the configuration. Where one of them can narrow a count below its rule, more is hidden.
 * @param compose puts all documents of an edition together
 * @throws KnownError (exit 3) when a count cannot be kept: nothing may then be published
 */
export async function* protectEditions(
  results: ResultsByGrain,
  editions: readonly EditionConfig[],
  startMonth: number,
  compose: ComposeAll,
  circumstances: Circumstances = ALONE,
): AsyncGenerator<ProtectedEdition, void, undefined> {
  const families = [...familiesOf(editions)];
  const inOrder = ORDER.flatMap((audience) => families.filter(([whole]) => whole.audience === audience)).map(
    ([edition, family]) => prepared(results, edition, family, startMonth, compose, circumstances.mapsGroups),
  );
  const done: ProtectedEdition[] = [];
  const handedOn: Pick<Settled, 'apart' | 'last'> = { apart: new Set(), last: new Map() };
  for (const [i, one] of inOrder.entries()) {
    const made = await protectEdition(
      { results, compose, ...handedOn, ...circumstances },
      one,
      seenBy(one.edition, done),
      inOrder.slice(i + 1).filter((later) => isNarrower(later.edition, one.edition)),
    );
    done.push(made);
    yield made;
  }
}

function prepared(
  results: ResultsByGrain,
  edition: EditionConfig,
  family: readonly EditionConfig[],
  startMonth: number,
  compose: ComposeAll,
  mapsGroups: boolean,
): Prepared {
  const laid = layEdition([...results.values()], {
    edition: edition.id,
    threshold: edition.threshold,
    pPercent: edition.pPercent,
    allOfThem: edition.allOfThem,
    zeros: edition.zeros,
    roundTo: edition.roundTo,
    ceiling: CEILINGS[edition.audience],
    ceilings: WIDEST,
    startMonth,
    groupsDrawn: edition.audience === 'tactical' && mapsGroups,
  });
  const asked = new AskedFor();
  const choice = { forced: NOTHING, more: NOTHING, hiddenElsewhere: NOTHING };
  ask(results, family, compose, planEdition(laid, { ...choice, asked: null }), asked);
  const { names, virtual } = laid.layout.system;
  const { printed } = layingOf(laid.layout, laid.results, asked, () => false, laid.tree.pan);
  return {
    edition,
    family,
    laid,
    asked,
    printed: new Set(names.filter((_, cell) => !virtual[cell] && printed(cell))),
  };
}

/** Puts the documents of a family together and notes what they ask for. @returns what the plan publishes */
function ask(
  results: ResultsByGrain,
  family: readonly EditionConfig[],
  compose: ComposeAll,
  plan: EditionPlan,
  asked: AskedFor,
): readonly PublishedResult[] {
  const published = publishPlan(plan);
  const watching = published.map((one) => watched(one, asked, plan.tree.pan));
  for (const member of family) compose(member, byGrain(results, watching));
  return published;
}

/** What gives a plan those of its hidden counts back that its readers have from earlier releases, and all counts as the edition prints them. */
function printing(
  { anew }: Setting,
  laid: LaidOut,
  { earlier }: Readers,
  revised: ReadonlySet<string>,
  within: number,
): (plan: EditionPlan) => EditionPlan {
  const printed = printedIn(earlier);
  const { roundTo = 1 } = laid.options;
  if (anew === undefined) {
    if (roundTo > 1) throw new Error('Nothing can be rounded without working the results out again.');
    return (plan) => plan;
  }
  const isOld = (name: string): boolean => revised.has(name) && printed.has(name);
  const instead = insteadOf(
    laid,
    (name, value) => roundedTo((isOld(name) ? printed.get(name) : undefined) ?? value, roundTo),
    isOld,
  );
  const carries = carriedBy(laid.options);
  const asPrinted =
    instead.size === 0
      ? laid.results
      : anew(instead).map((one) => ({ ...one, statements: one.statements.filter(carries) }));
  return (plan) => ({
    ...plan,
    asFirst:
      printed.size === 0
        ? null
        : { numbers: keptAsFirst(plan, { printed, revised, within }), withheld: new Map(), within },
    asPrinted,
  });
}

async function protectEdition(
  setting: Setting,
  { edition, family, laid, asked }: Prepared,
  wider: readonly ProtectedEdition[],
  narrower: readonly Prepared[],
): Promise<ProtectedEdition> {
  const { results, compose, ties, apart, last } = setting;
  const beside = wider.map((one) => one.plan);
  const forced = new Set(beside.flatMap((plan) => [...printedNames(plan)]));
  const hiddenElsewhere = new Set(beside.flatMap((plan) => [...hiddenNames(plan)]));
  const { own, others } = audiencesOf(setting, { edition, family }, wider, narrower);
  const { names, values } = laid.layout.system;
  const present = names.map((name, cell) => [name, values[cell] ?? 0] as const);
  const revised = new Set(
    [own, ...others].flatMap(({ earlier, threshold }) => [...revisedByFew(present, earlier, threshold)]),
  );
  const hiddenBefore = hiddenIn(own.earlier);
  const within = Math.max(...[own, ...others].map(({ threshold }) => threshold)) - 1;
  const asPrinted = printing(setting, laid, own, revised, within);
  const more = new Set<string>();
  let chosen: EditionPlan | null = null;
  let proofs: readonly AudienceProof[] | null = null;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    // What other threads have drawn meanwhile is passed on.
    await breath();
    chosen ??= asPrinted(
      planEdition(laid, { asked, forced, more: revised, hiddenElsewhere, hiddenBefore, ties }),
    );
    const plan = hidingMore(chosen, more);
    const before = asked.size;
    const published = ask(results, family, compose, plan, asked);
    if (asked.size !== before) {
      chosen = proofs = null;
    } else if (proofs === null) {
      proofs = await proveFor(edition, [...others, own], beside, plan, narrower, { more, apart, last });
    } else {
      const proof = proofs.find(({ readers }) => readers === own);
      if (proof === undefined) throw new Error('An edition was proven for everyone but its readers.');
      refuseMostlyHidden(edition, plan);
      return {
        edition,
        family,
        shown: byGrain(results, published),
        plan,
        proof,
        others: proofs.filter((one) => one !== proof),
      };
    }
  }
  throw new Error('What the documents ask for does not settle.');
}

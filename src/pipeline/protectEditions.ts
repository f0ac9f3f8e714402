import { catalogue } from '../analysis/catalogue/index.js';
import type { EditionCeiling } from '../analysis/model.js';
import { AskedFor, watched } from '../disclosure/askedFor.js';
import type { PublishedResult } from '../disclosure/model.js';
import {
  type EditionPlan,
  hiddenNames,
  hidingMore,
  type LaidOut,
  layEdition,
  planEdition,
  printedNames,
  publishPlan,
} from '../disclosure/protect.js';
import { type EarlierCounts, revisedByFew } from '../disclosure/release/joined.js';
import { loadAreas } from '../reference/areas.js';
import type { Grain } from '../reference/calendar.js';
import type { Audience, AudienceConfig, EditionConfig } from '../workspace/model.js';
import type { ResultsByGrain } from './productFiles.js';
import { type AudienceProof, proveFor, type Readers } from './proveFor.js';

const CEILINGS: Readonly<Record<Audience, EditionCeiling>> = { tactical: 'T', board: 'B', public: 'P' };

const WIDEST = new Map(catalogue.map((indicator) => [indicator.id, indicator.ceiling]));

/** Widest readership first: whoever has a narrower edition has the wider ones too. */
const ORDER: readonly Audience[] = ['public', 'board', 'tactical'];

/** What is asked for, and what must be hidden, settle after a few rounds; more than this is a defect. */
const MOST_ROUNDS = 8;

const NOTHING: ReadonlySet<string> = new Set();

/** What an edition shows, at every grain, with the plan behind it and the proof for its readers. */
export interface ProtectedEdition {
  readonly edition: EditionConfig;
  readonly shown: ReadonlyMap<Grain, PublishedResult>;
  readonly plan: EditionPlan;
  /** What was proven for its readers, with all wider editions beside it. */
  readonly proof: AudienceProof;
  /** What was proven for the other audiences of the configuration for whom this edition is the narrowest that they see. */
  readonly others: readonly AudienceProof[];
}

/** What the readers of an edition have from earlier releases. */
export interface EarlierReaders {
  readonly edition: EditionConfig;
  readonly counts: EarlierCounts;
}

/** Puts every document of an edition together without drawing it, so that everything it prints has been asked for. */
export type ComposeAll = (edition: EditionConfig, shown: ReadonlyMap<Grain, PublishedResult>) => void;

/** Editions whose figures an edition's readers see too: all with a wider readership. */
function seenBy(edition: EditionConfig, others: readonly ProtectedEdition[]): readonly ProtectedEdition[] {
  const width = ORDER.indexOf(edition.audience);
  return others.filter((other) => ORDER.indexOf(other.edition.audience) < width);
}

/** Whether an edition has fewer readers, who see the other one too. */
function isNarrower(edition: EditionConfig, other: EditionConfig): boolean {
  return ORDER.indexOf(edition.audience) > ORDER.indexOf(other.audience);
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

/**
 * Protects the editions of a release as one system, the widest first, and gives each as soon as it is proven. Of each edition only what its documents ask for is laid out: they are put
 * together, what they look up is noted, and the choice of what to hide is made again for that, until nothing new is asked for. What a wider
 * edition prints cannot be hidden in a narrower one. Then it is proven that whoever reads the edition, and all wider ones beside it, and every audience of the
 * configuration for whom it is the narrowest, can narrow no count below its rule; where they can, more is hidden.
 * @param compose puts all documents of an edition together
 * @param earlier what the readers of each edition have from earlier releases, also of editions that are not built now
 * @throws KnownError (exit 3) when a count cannot be kept: nothing may then be published
 */
export async function* protectEditions(
  results: ResultsByGrain,
  editions: readonly EditionConfig[],
  startMonth: number,
  compose: ComposeAll,
  earlier: readonly EarlierReaders[] = [],
  others: readonly AudienceConfig[] = [],
): AsyncGenerator<ProtectedEdition, void, undefined> {
  const done: ProtectedEdition[] = [];
  const inOrder = ORDER.flatMap((audience) => editions.filter((edition) => edition.audience === audience));
  for (const edition of inOrder) {
    const laid = layEdition([...results.values()], {
      edition: edition.id,
      threshold: edition.threshold,
      ceiling: CEILINGS[edition.audience],
      ceilings: WIDEST,
      startMonth,
    });
    const one = await protectEdition(
      results,
      edition,
      laid,
      seenBy(edition, done),
      compose,
      earlier.filter((one) => one.edition.id === edition.id || isNarrower(one.edition, edition)),
      others.filter(({ sees }) => inOrder.findLast(({ id }) => sees.includes(id)) === edition),
    );
    done.push(one);
    yield one;
  }
}

async function protectEdition(
  results: ResultsByGrain,
  edition: EditionConfig,
  laid: LaidOut,
  wider: readonly ProtectedEdition[],
  compose: ComposeAll,
  earlier: readonly EarlierReaders[],
  others: readonly AudienceConfig[],
): Promise<ProtectedEdition> {
  const beside = wider.map((one) => one.plan);
  const forced = new Set(beside.flatMap((plan) => [...printedNames(plan)]));
  const hiddenElsewhere = new Set(beside.flatMap((plan) => [...hiddenNames(plan)]));
  const audiences = audiencesOf(edition, wider, earlier, others);
  const { names, values } = laid.layout.system;
  const present = names.map((name, cell) => [name, values[cell] ?? 0] as const);
  const revised = new Set(
    earlier.flatMap((one) => [...revisedByFew(present, one.counts, one.edition.threshold)]),
  );
  const more = new Set<string>();
  let asked: AskedFor | null = null;
  let chosen: EditionPlan | null = null;
  let proofs: readonly AudienceProof[] | null = null;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    chosen ??= planEdition(laid, {
      asked,
      forced: asked === null ? NOTHING : forced,
      more: revised,
      hiddenElsewhere,
    });
    const plan = hidingMore(chosen, more);
    const published = publishPlan(plan);
    const wanted: AskedFor = asked ?? new AskedFor();
    const before = wanted.size;
    const watching = published.map((one) => watched(one, wanted, laid.tree.pan));
    compose(edition, byGrain(results, watching));
    const settled = asked !== null && wanted.size === before;
    asked = wanted;
    if (!settled) {
      chosen = proofs = null;
    } else if (proofs === null) {
      proofs = await proveFor(edition, audiences, beside, plan, more);
    } else {
      const own = proofs.find(({ readers }) => readers.id === edition.id);
      if (own === undefined) throw new Error('An edition was proven for everyone but its readers.');
      return {
        edition,
        shown: byGrain(results, published),
        plan,
        proof: own,
        others: proofs.filter(({ readers }) => others.some(({ id }) => id === readers.id)),
      };
    }
  }
  throw new Error('What the documents ask for does not settle.');
}

/**
 * For whom an edition must hold: its readers; those of narrower editions, who have this one too beside what they have from earlier releases; and the audiences of
 * the configuration.
 */
function audiencesOf(
  edition: EditionConfig,
  wider: readonly ProtectedEdition[],
  earlier: readonly EarlierReaders[],
  others: readonly AudienceConfig[],
): readonly Readers[] {
  const sees = [...wider.map((one) => one.edition.id), edition.id];
  const before = (id: string): EarlierCounts | null =>
    earlier.find((one) => one.edition.id === id)?.counts ?? null;
  const readersOf = ({ id, threshold }: EditionConfig): Readers => ({
    id,
    sees,
    threshold,
    knows: NOTHING,
    accept: null,
    earlier: before(id),
  });
  return [
    readersOf(edition),
    ...earlier.flatMap((one) => (one.edition.id === edition.id ? [] : [readersOf(one.edition)])),
    ...others.map(
      ({ id, threshold, knows, accept, sees: named }): Readers => ({
        id,
        sees: sees.filter(
          (one) =>
            named.includes(one) ||
            wider.some((other) => other.edition.id === one && other.edition.audience !== edition.audience),
        ),
        threshold,
        knows: within(knows),
        accept,
        earlier: before(edition.id),
      }),
    ),
  ];
}

/** The areas with all that lie wholly within them together. */
function within(knows: AudienceConfig['knows']): ReadonlySet<string> {
  const areas = loadAreas();
  const known = new Set(knows.flatMap((code) => areas.districtsOf(code)));
  return new Set(
    areas.all.filter((code) => areas.districtsOf(code).every((district) => known.has(district))),
  );
}

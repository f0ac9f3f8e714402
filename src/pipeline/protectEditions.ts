import { catalogue } from '../analysis/catalogue/index.js';
import type { EditionCeiling } from '../analysis/model.js';
import { AskedFor, watched } from '../disclosure/askedFor.js';
import type { PublishedResult } from '../disclosure/model.js';
import { checkCertificate } from '../disclosure/proof/checker.js';
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
import { type Certified, certificateOf } from '../disclosure/release/certificates.js';
import {
  type Audience as Readers,
  type ReleaseCounts,
  releaseCounts,
  withHidden,
} from '../disclosure/release/counts.js';
import { type EarlierCounts, joined, revisedByFew } from '../disclosure/release/joined.js';
import { prove } from '../disclosure/release/prove.js';
import type { Grain } from '../reference/calendar.js';
import { KnownError } from '../reference/knownError.js';
import type { Audience, EditionConfig } from '../workspace/model.js';
import type { ResultsByGrain } from './productFiles.js';

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
  readonly proof: ReadersProof;
}

/** What was proven for the readers of an edition, with all wider editions beside it. */
export interface ReadersProof {
  readonly readers: Readers;
  /** Number of counts that are to be kept and were proven. */
  readonly proven: number;
  readonly certified: Certified;
  /** What its readers have with this release, for the proof of the next one. */
  readonly counts: ReleaseCounts;
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
 * edition prints cannot be hidden in a narrower one. Then it is proven that whoever reads the edition, and all wider ones beside it, can
 * narrow no count below its rule; where they can, more is hidden.
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
): Promise<ProtectedEdition> {
  const forced = new Set(wider.flatMap(({ plan }) => [...printedNames(plan)]));
  const hiddenElsewhere = new Set(wider.flatMap(({ plan }) => [...hiddenNames(plan)]));
  const readersOf = ({ id, threshold }: EditionConfig): Readers => ({
    id,
    sees: [...wider.map((one) => one.edition.id), edition.id],
    threshold,
    knows: NOTHING,
  });
  // Readers of a narrower edition have this one too, beside what they have from earlier releases.
  const narrower = earlier.filter((one) => one.edition.id !== edition.id);
  const own = earlier.find((one) => one.edition.id === edition.id)?.counts ?? null;
  const audiences = [
    ...narrower.map((one) => ({ readers: readersOf(one.edition), earlier: one.counts })),
    { readers: readersOf(edition), earlier: own },
  ];
  const beside = wider.map((one) => one.plan);
  const { names, values } = laid.layout.system;
  const present = names.map((name, cell) => [name, values[cell] ?? 0] as const);
  const revised = new Set(
    earlier.flatMap((one) => [...revisedByFew(present, one.counts, one.edition.threshold)]),
  );
  const more = new Set<string>();
  let asked: AskedFor | null = null;
  let chosen: EditionPlan | null = null;
  let proof: ReadersProof | null = null;
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
    if (!settled) chosen = proof = null;
    else if (proof !== null) return { edition, shown: byGrain(results, published), plan, proof };
    else
      for (const audience of audiences)
        proof = await proven(edition, audience, beside, hidingMore(plan, more), more);
  }
  throw new Error('What the documents ask for does not settle.');
}

/**
 * Proves a plan for its readers, and notes the counts that must be hidden besides for the proof to hold.
 * @param more names of further counts to hide; grows
 */
async function proven(
  edition: EditionConfig,
  { readers, earlier }: { readonly readers: Readers; readonly earlier: EarlierCounts | null },
  beside: readonly EditionPlan[],
  plan: EditionPlan,
  more: Set<string>,
): Promise<ReadersProof> {
  const counts = joined(releaseCounts([...beside, plan], readers), earlier, readers.threshold);
  const found = await prove(counts, readers.threshold);
  if (found.open.length > 0) throw notProven(edition, found.open.length);
  for (const count of found.hide) {
    const cell = counts.counts[count]?.mayHide;
    if (cell != null) more.add(plan.layout.system.names[cell] ?? '');
  }
  // The tables were made for the pattern with those hidden too: the checker looks at that.
  const final = found.hide.length === 0 ? counts : withHidden(counts, plan.layout.system, found.hide);
  const certified = certificateOf(final, found);
  const refused = checkCertificate(certified.system, certified.targets, certified.certificate);
  if (refused !== null)
    throw new Error(`The certificate does not pass its own checker: ${refused.slice(0, 40)}.`);
  return { readers, proven: found.rules.size, certified, counts: final };
}

function notProven(edition: EditionConfig, ends: number): KnownError {
  return new KnownError(
    3,
    `Disclosure control: in the ${edition.id} edition ${ends} hidden counts can be narrowed below their rule, or it could not be proven that they cannot. Nothing was published.`,
    'Raise the edition’s threshold, leave a product or an indicator out of it, or report the workspace’s shape as a defect.',
  );
}

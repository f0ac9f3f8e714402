import { setImmediate as breath } from 'node:timers/promises';
import { checkCertificate } from '../disclosure/proof/checker.js';
import { type EditionPlan, hidingMore, type LaidOut, toldNames } from '../disclosure/protect.js';
import { type Certified, certificateOf } from '../disclosure/release/certificates.js';
import {
  type Audience,
  type Gathered,
  gather,
  type ReleaseCounts,
  releaseCounts,
} from '../disclosure/release/counts.js';
import { awaiting, informed } from '../disclosure/release/informed.js';
import { type EarlierCounts, joined, withOldNumbers } from '../disclosure/release/joined.js';
import { type Proven, prove } from '../disclosure/release/prove.js';
import { namesOf, type OtherProof } from '../disclosure/release/theirTables.js';
import { KnownError } from '../reference/knownError.js';
import type { EditionConfig } from '../workspace/model.js';

/** An audience with what it has from earlier releases. */
export interface Readers extends Audience {
  /** Why what it could work out is put up with; null when nothing is. */
  readonly accept: string | null;
  readonly earlier: EarlierCounts | null;
  /** Names of counts that narrower editions of theirs will print or mark. */
  readonly later: ReadonlySet<string>;
  /** Whether they see no narrower edition: then the proof is written out and checked. */
  readonly isLast: boolean;
}

/** What is handed on from one proof to the next. What was settled once stays so. */
export interface Settled {
  /** Names of further counts to hide. */
  readonly more: Set<string>;
  /** Names of counts that stand in each release by themselves even where they did not change. */
  readonly apart: Set<string>;
  /** The last proof for each audience, of this edition or a wider one: its tables may do again. */
  readonly last: Map<string, OtherProof>;
}

/** What was proven for an audience. */
export interface AudienceProof {
  readonly readers: Readers;
  /** Number of counts that are to be kept and were proven. */
  readonly proven: number;
  /** Number of counts that it can narrow below their rule: only ever more than none where that is put up with. */
  readonly open: number;
  /** Number of ends of rules that earlier releases had told already. */
  readonly toldBefore: number;
  readonly certified: Certified;
  /** What this release by itself tells it, for the proof of the next one. */
  readonly counts: ReleaseCounts;
}

interface Found extends OtherProof {
  readonly proven: Proven;
  /** Names of counts that stood in each release by themselves. */
  readonly copied: ReadonlySet<string>;
  /** How many counts were to be hidden besides by then. */
  readonly hidden: number;
  /** What the audience has, if the proof is to be written out. */
  readonly counts: ReleaseCounts | null;
}

/**
 * Proves a plan for all audiences, and notes the counts that must be hidden besides for the proofs to hold. The certificates are those of the plan with these hidden too.
 * @param audiences those who know most first: what cannot be narrowed by them cannot by others either, so that their tables serve the others
 * @param plan the edition as it stands
 * @param later narrower editions, laid out, with the names of the counts that each prints or marks
 * @throws KnownError (exit 3) when a count cannot be kept from an audience
 */
export async function proveFor(
  edition: EditionConfig,
  audiences: readonly Readers[],
  beside: readonly EditionPlan[],
  plan: EditionPlan,
  later: readonly { readonly laid: LaidOut; readonly printed: ReadonlySet<string> }[],
  { more, apart, last }: Settled,
): Promise<readonly AudienceProof[]> {
  const gathered = new Map<string, Gathered>();
  const told = new Set([
    ...[...beside, plan].flatMap((one) => [...toldNames(one)]),
    ...later.flatMap(({ printed }) => [...printed]),
  ]);
  const cells = new Map(plan.layout.system.names.map((name, cell) => [name, cell]));
  const ownCountsFor = (readers: Readers): ReleaseCounts => {
    const plans = [...beside, hidingMore(plan, more)].filter(({ options }) =>
      readers.sees.includes(options.edition),
    );
    const sees = readers.sees.join(' ');
    const together =
      gathered.get(sees) ??
      gather(
        plans,
        later.map(({ laid }) => laid),
        told,
      );
    gathered.set(sees, together);
    return withOldNumbers(
      releaseCounts(plans, readers, together),
      plans.flatMap(({ options, asFirst }) =>
        asFirst === null ? [] : [options === plan.options ? { ...asFirst, cells } : asFirst],
      ),
    );
  };
  const countsFor = (readers: Readers, copied: ReadonlySet<string>): ReleaseCounts =>
    informed(
      awaiting(joined(ownCountsFor(readers), readers.earlier, readers.threshold, copied), readers.later),
      readers.knows,
      readers.threshold,
    );
  // What the widest edition prints is worth most: few numbers, which everyone sees.
  const isWidest = beside.length === 0 && later.length > 0;
  const found = new Map<Readers, Found>();
  const foundFor = async (readers: Readers): Promise<Found & { readonly counts: ReleaseCounts }> => {
    for (let round = 0; ; round++) {
      await breath();
      const copied = new Set(apart);
      const counts = countsFor(readers, copied);
      const able = readers.accept === null ? counts : withoutChoice(counts);
      const own = last.get(readers.id);
      const others = [...sameCounts(found, readers, copied), ...(own === undefined ? [] : [own])];
      const proven = await prove(
        able,
        readers.threshold,
        others,
        isWidest && round === 0 ? 'numbers' : 'time',
      );
      const names = namesOf(counts);
      last.set(readers.id, { proven, names });
      if (proven.apart.length === 0) return { proven, names, copied, hidden: more.size, counts };
      for (const name of proven.apart) apart.add(name);
    }
  };
  for (const readers of audiences) {
    const one = await foundFor(readers);
    const { proven, counts } = one;
    if (proven.open.length > 0 && readers.accept === null)
      throw notProven(edition, readers, proven.open.length);
    for (const count of proven.hide) {
      const { mayHide = null, mayWithhold } = counts.counts[count] ?? {};
      const cell = mayHide ?? mayWithhold;
      if (cell !== undefined) more.add(plan.layout.system.names[cell] ?? '');
    }
    // With many releases before, these are hundreds of thousands of counts.
    found.set(readers, { ...one, counts: readers.isLast ? counts : null });
  }
  // The tables were made while less was hidden; what was hidden since stands in them as it is, so that they serve the final plan: the checker looks at that.
  return [...found].flatMap(([readers, { proven, copied, hidden, counts: before }]) => {
    if (!readers.isLast) return [];
    const counts = before !== null && hidden === more.size ? before : countsFor(readers, copied);
    const narrowed = new Set(proven.open.map(({ count }) => count));
    const kept = new Map([...proven.rules].filter(([count]) => !narrowed.has(count)));
    const witnesses = new Map([...proven.witnesses].filter(([count]) => !narrowed.has(count)));
    const certified = certificateOf(counts, { ...proven, rules: kept, witnesses });
    const refused = checkCertificate(certified.system, certified.targets, certified.certificate);
    if (refused !== null)
      throw new Error(`The certificate does not pass its own checker: ${refused.slice(0, 40)}.`);
    const { toldBefore } = proven;
    return [
      {
        readers,
        proven: kept.size,
        open: narrowed.size,
        toldBefore,
        certified,
        counts: ownCountsFor(readers),
      },
    ];
  });
}

/** Proofs for audiences with the same editions and earlier releases: their tables are about the same counts. */
function sameCounts(
  found: ReadonlyMap<Readers, Found>,
  readers: Readers,
  copied: ReadonlySet<string>,
): readonly OtherProof[] {
  return [...found]
    .filter(
      ([other, one]) =>
        other.earlier === readers.earlier &&
        other.sees.join(' ') === readers.sees.join(' ') &&
        one.copied.size === copied.size,
    )
    .map(([, one]) => one);
}

/** The same counts where nothing may be hidden besides. */
function withoutChoice(counts: ReleaseCounts): ReleaseCounts {
  return {
    ...counts,
    counts: counts.counts.map(({ mayWithhold: _, ...count }) => ({ ...count, mayHide: null })),
  };
}

function notProven(edition: EditionConfig, readers: Readers, ends: number): KnownError {
  const whom = readers.id === edition.id ? '' : ` by ${readers.id}`;
  return new KnownError(
    3,
    `Disclosure control: in the ${edition.id} edition ${ends} hidden counts can be narrowed below their rule${whom}, or it could not be proven that they cannot. Nothing was published.`,
    'Raise the edition’s threshold, leave a product or an indicator out of it, or report the workspace’s shape as a defect.',
  );
}

import type { ProtectedEdition } from './protectEditions.js';

/** What protection cost an edition: for the terminal and for --json. */
export interface EditionProtection {
  readonly edition: string;
  /** Counts that are laid out, and those of them that are hidden. */
  readonly laidOut: number;
  readonly hidden: number;
  /** Counts that are given as an earlier release printed them. */
  readonly asFirst: number;
  /** Ends of rules, of those of its readers or of any other audience for which there are most, that earlier releases had told already. */
  readonly toldBefore: number;
}

/** How many counts of an edition are laid out, and how many of them are hidden. */
export function hiddenOf({ shown }: ProtectedEdition): Pick<EditionProtection, 'laidOut' | 'hidden'> {
  const [published] = shown.values();
  return { laidOut: published?.summary.counts ?? 0, hidden: published?.summary.suppressed ?? 0 };
}

/** Sums up the protection of every edition of a release, in their order. */
export function protectionReport(editions: readonly ProtectedEdition[]): readonly EditionProtection[] {
  return editions.map((one) => ({
    edition: one.edition.id,
    ...hiddenOf(one),
    asFirst: one.plan.asFirst?.numbers.size ?? 0,
    toldBefore: Math.max(...[one.proof, ...one.others].map(({ toldBefore }) => toldBefore)),
  }));
}

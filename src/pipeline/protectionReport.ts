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

/** Sums up the protection of every edition of a release, in their order. */
export function protectionReport(editions: readonly ProtectedEdition[]): readonly EditionProtection[] {
  return editions.map(({ edition, shown, plan, proof, others }) => {
    const [published] = shown.values();
    return {
      edition: edition.id,
      laidOut: published?.summary.counts ?? 0,
      hidden: published?.summary.suppressed ?? 0,
      asFirst: plan.asFirst?.numbers.size ?? 0,
      toldBefore: Math.max(...[proof, ...others].map(({ toldBefore }) => toldBefore)),
    };
  });
}

import type { Sentence } from '../model.js';

/** Something in the analyst's words that the numbers do not carry, or that cannot be read. */
export interface Problem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** What is wrong; never a hidden number. */
  readonly message: string;
  readonly remedy: string;
}

/** A piece of the analyst's text, checked against the edition's numbers. */
export interface Passage {
  readonly kind: 'heading' | 'paragraph' | 'item';
  readonly sentence: Sentence;
}

export const FOUR_P = ['prevent', 'protect', 'pursue', 'prepare'] as const;
export const VOLT = ['victims', 'offenders', 'locations', 'themes'] as const;

/** One recommendation, as the analyst writes it. */
export interface Recommendation {
  readonly id: string;
  readonly text: Sentence;
  readonly fourP: (typeof FOUR_P)[number];
  readonly volt: (typeof VOLT)[number];
  /** Agency or board; null when nobody is named yet. */
  readonly owner: string | null;
  /** ISO date. */
  readonly due: string | null;
  /** Indicator by which it will be judged. */
  readonly measure: string | null;
  /** Indicators that it rests on. */
  readonly evidence: readonly string[];
}

/** The analyst's words for one edition. Empty lists where nothing is written. */
export interface Words {
  readonly findings: readonly Passage[];
  readonly termsOfReference: readonly Passage[];
  readonly signOff: readonly Passage[];
  readonly recommendations: readonly Recommendation[];
}

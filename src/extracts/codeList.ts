import type { Day } from '../reference/brands.js';
import { fold } from './fold.js';

/** One code of a list. */
export interface CodeEntry {
  readonly code: string;
  readonly label: string;
  /** Broader class in which codes are reported together, or null. */
  readonly group: string | null;
  /** First day on which the code was in use; null when it always was. */
  readonly from: Day | null;
  /** Last day on which the code was in use; null when it still is. */
  readonly to: Day | null;
  /** The code that is stored: another one where a scheme changed its letters (sex 1 is stored as M), '' for "no value". */
  readonly storedAs: string;
  /** Other spellings, compared after folding. */
  readonly aliases: readonly string[];
}

/** A list of codes with where it comes from. */
export interface CodeList {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly codes: readonly CodeEntry[];
  /** The entry that a cell means, by code, label or usual spelling; case, spaces and punctuation do not matter. */
  lookup(text: string): CodeEntry | undefined;
  /** The entry of a stored code. */
  get(code: string): CodeEntry | undefined;
}

/**
 * Builds a list. Codes go before aliases and aliases before labels, so that a spelling never hides a code.
 * @param beyond code meant by texts that are not spelled out in the list (areas elsewhere in the country), if any
 */
export function makeCodeList(
  about: { readonly name: string; readonly title: string; readonly source: string },
  codes: readonly CodeEntry[],
  beyond?: (text: string) => string | undefined,
): CodeList {
  const byCode = new Map(codes.map((entry) => [entry.code, entry]));
  const spellings = new Map<string, CodeEntry>();
  const learn = (text: string, entry: CodeEntry): void => {
    const folded = fold(text);
    if (folded !== '' && !spellings.has(folded)) spellings.set(folded, entry);
  };
  for (const entry of codes) learn(entry.code, entry);
  for (const entry of codes) for (const alias of entry.aliases) learn(alias, entry);
  for (const entry of codes) learn(entry.label, entry);
  return {
    ...about,
    codes,
    get: (code) => byCode.get(code),
    lookup: (text) => {
      const trimmed = text.trim();
      const found = byCode.get(trimmed) ?? byCode.get(trimmed.toUpperCase()) ?? spellings.get(fold(trimmed));
      if (found !== undefined || beyond === undefined) return found;
      const code = beyond(trimmed);
      return code === undefined ? undefined : byCode.get(code);
    },
  };
}

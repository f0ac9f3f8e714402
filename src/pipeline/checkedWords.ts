import type { PublishedResult } from '../disclosure/model.js';
import type { Grain } from '../reference/calendar.js';
import { KnownError } from '../reference/knownError.js';
import { type ProfileContext, profileView } from '../report/view.js';
import { checkWords } from '../report/words/checkWords.js';
import type { Problem, Words } from '../report/words/model.js';
import type { EditionConfig } from '../workspace/model.js';
import type { WordsFile } from '../workspace/words.js';

interface Edition {
  readonly edition: EditionConfig;
  readonly shown: ReadonlyMap<Grain, PublishedResult>;
  readonly context: ProfileContext;
}

/** So many problems are told at once; the rest when these are put right. */
const MOST = 20;

function told({ file, line, column, message, remedy }: Problem, edition: string): string {
  return `${file}:${line}:${column} (${edition}) ${message} ${remedy}`;
}

/**
 * Checks the analyst's words in some editions: a number that differs from its indicator ends the build.
 * @param unseen ids of editions that are not protected yet, whose words cannot be looked at: whoever corrects the others need not wait for them
 * @throws KnownError (exit 1) with file, line and column of each problem
 */
export function checkWordsOf(
  editions: readonly Edition[],
  files: readonly WordsFile[],
  unseen: readonly string[] = [],
): void {
  if (files.length === 0) return;
  const problems: string[] = [];
  for (const { edition, shown, context } of editions) {
    const halfYears = shown.get('half-year');
    if (halfYears === undefined) continue;
    const checked = checkWords(profileView(halfYears, context), files);
    problems.push(...checked.problems.map((problem) => told(problem, edition.id)));
  }
  if (problems.length > 0) {
    const more = problems.length > MOST ? `\n  and ${problems.length - MOST} more` : '';
    const rest = unseen.length === 0 ? '' : ` Not looked at yet: the words of ${unseen.join(', ')}.`;
    throw new KnownError(
      1,
      `The analyst’s words do not agree with the report in ${problems.length} places:\n  ${problems.slice(0, MOST).join('\n  ')}${more}`,
      `Nothing was published. Correct the files under words/ and build again.${rest}`,
    );
  }
}

/** The words of one edition as they stand, whatever is wrong with them: for finding out which figures they ask for, and for drawing. */
export function wordsOf({ shown, context }: Edition, files: readonly WordsFile[]): Words | undefined {
  const halfYears = shown.get('half-year');
  return files.length === 0 || halfYears === undefined
    ? undefined
    : checkWords(profileView(halfYears, context), files).words;
}

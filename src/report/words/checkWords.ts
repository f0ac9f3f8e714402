import { type WordsFile, type WordsName, wordsFor } from '../../workspace/words.js';
import type { ProfileView } from '../view.js';
import type { Passage, Problem, Words } from './model.js';
import { passagesOf } from './passages.js';
import { recommendationsOf } from './recommendations.js';

/**
 * The analyst's words for one edition, every number in them checked against the figures that the edition shows.
 *
 * @param view the edition by half-year
 * @returns the words, and what must be put right before they may be printed
 */
export function checkWords(
  view: ProfileView,
  files: readonly WordsFile[],
): { readonly words: Words; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const passages = (name: WordsName): readonly Passage[] => {
    const file = wordsFor(files, name, view.edition);
    if (file === undefined) return [];
    const read = passagesOf(view, file.text, { file: file.shown, linesAbove: 0 });
    problems.push(...read.problems);
    return read.passages;
  };
  const listed = wordsFor(files, 'recommendations', view.edition);
  const read =
    listed === undefined
      ? { recommendations: [], problems: [] }
      : recommendationsOf(view, listed.text, listed.shown);
  problems.push(...read.problems);
  const words: Words = {
    findings: passages('findings'),
    termsOfReference: passages('terms-of-reference'),
    signOff: passages('sign-off'),
    recommendations: read.recommendations,
  };
  return { words, problems };
}

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileError, KnownError, systemCode } from '../reference/knownError.js';
import { nearest } from '../reference/spelling.js';
import type { EditionConfig, Workspace } from './model.js';

/** What an analyst may write for a half-year, each in a Markdown file of this name under `words/<half-year>/`. */
export const WORDS_NAMES = ['findings', 'recommendations', 'terms-of-reference', 'sign-off'] as const;
export type WordsName = (typeof WORDS_NAMES)[number];

/** One file of the analyst's words. */
export interface WordsFile {
  readonly name: WordsName;
  /** The edition it is for (`findings.board.md`); null for all editions without one of their own. */
  readonly edition: string | null;
  /** As the user knows it: `words/2018-H1/findings.md`. */
  readonly shown: string;
  readonly text: string;
}

/** More than this is no page of words but another file by mistake. */
const LARGEST = 512 * 1024;

/**
 * The analyst's words for a half-year; none when the folder is not there.
 * @throws KnownError (exit 2) for a file whose name means nothing, with the nearest that does, or one that cannot be read
 */
export async function readWords(workspace: Workspace, period: string): Promise<readonly WordsFile[]> {
  const folder = path.join(workspace.root, 'words', period);
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw fileError(error, `words/${period}`, 2);
  });
  const names = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map(({ name }) => name);
  const files: WordsFile[] = [];
  for (const file of names.sort()) {
    const shown = `words/${period}/${file}`;
    const [stem = '', edition = null] = file.slice(0, -'.md'.length).split('.');
    const name = WORDS_NAMES.find((one) => one === stem);
    const editions = workspace.config.editions.map(({ id }) => id);
    if (name === undefined) {
      const guess = nearest(stem, WORDS_NAMES);
      throw new KnownError(
        2,
        `${shown} is not a file of words that the report has a place for.`,
        guess === undefined ? `There are: ${WORDS_NAMES.join(', ')}.` : `Did you mean ${guess}.md?`,
      );
    }
    if (edition !== null && !editions.includes(edition)) {
      throw new KnownError(
        2,
        `${shown} is for an edition that the configuration does not have.`,
        `It has: ${editions.join(', ')}.`,
      );
    }
    const text = await readFile(path.join(folder, file), 'utf8').catch((error: unknown) => {
      throw fileError(error, shown, 2);
    });
    if (text.length > LARGEST) {
      throw new KnownError(2, `${shown} is larger than 512 KiB.`, 'Keep the words to what the report needs.');
    }
    files.push({ name, edition, shown, text: text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n') });
  }
  return files;
}

/** The file that an edition uses: its own, else the one for all, which speaks of the whole area and is not for an edition about a part of it. */
export function wordsFor(
  files: readonly WordsFile[],
  name: WordsName,
  { id, about }: Pick<EditionConfig, 'id' | 'about'>,
): WordsFile | undefined {
  const own = files.filter((file) => file.name === name);
  return (
    own.find(({ edition }) => edition === id) ??
    (about === null ? own.find(({ edition }) => edition === null) : undefined)
  );
}

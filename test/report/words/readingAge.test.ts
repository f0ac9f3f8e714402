import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

// Flesch and Kincaid's grade plus five is the age at which a text is read with ease (Kincaid and others, 1975).

const MOST_WORDS = 25;

/** Syllables of an English word: runs of vowels, without endings that are not spoken. */
function syllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return letters.length === 0 ? 0 : 1;
  return (
    letters
      .replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '')
      .replace(/^y/, '')
      .match(/[aeiouy]{1,2}/g)?.length ?? 1
  );
}

/** Words of each sentence; a clause after a colon or semicolon is read as one of its own. */
function sentencesOf(text: string): readonly (readonly string[])[] {
  return text
    .split(/(?<=[.?!;:])\s+/)
    .map((part) => part.split(/\s+/).filter((word) => /[a-z]/i.test(word)))
    .filter((words) => words.length > 2);
}

function gradeOf(sentences: readonly (readonly string[])[]): number {
  const words = sentences.flat();
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0);
  return (0.39 * words.length) / sentences.length + (11.8 * spoken) / words.length - 15.59;
}

/** Running text of a page: paragraphs, list items and definitions, without sources. */
function proseOf(edition: string): string {
  const page = readFileSync(
    fileURLToPath(
      new URL(`../../../reports/2018-H1/${edition}/cse-profile-2018-H1-${edition}.html`, import.meta.url),
    ),
    'utf8',
  );
  return [...page.slice(page.indexOf('<main')).matchAll(/<(p|li|dd)(?: class="[^"]*")?>(.*?)<\/\1>/gs)]
    .map(([, , inner = '']) =>
      inner
        .replace(/<svg.*?<\/svg>/gs, '')
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((text) => /[.?!]$/.test(text) && !text.startsWith('Source:'))
    .join('\n');
}

describe('the measure', () => {
  it('tells easy from hard', () => {
    expect(gradeOf(sentencesOf('The cat sat on the mat. It was a warm day.'))).toBeLessThan(2);
    expect(
      gradeOf(
        sentencesOf(
          'Notwithstanding methodological considerations regarding multidimensional heterogeneity, interpretability necessitates circumspection.',
        ),
      ),
    ).toBeGreaterThan(20);
  });
});

describe.each(['public', 'board', 'tactical'])('the %s edition', (edition) => {
  const sentences = sentencesOf(proseOf(edition));

  it('is read with ease at thirteen', () => {
    expect(sentences.length).toBeGreaterThan(40);
    expect(gradeOf(sentences) + 5).toBeLessThanOrEqual(13);
  });

  it('has few sentences of more than 25 words', () => {
    const long = sentences.filter((words) => words.length > MOST_WORDS);
    expect(long.length / sentences.length).toBeLessThanOrEqual(0.04);
  });
});

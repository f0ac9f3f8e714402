import type { Chapter } from '../model.js';

/** Fields that hold no reading text: codes, ids and the machine-readable rows. */
const NOT_READ = new Set(['tidy', 'records', 'id', 'kind', 'see', 'mark', 'width']);

/** Everything that chapters print as text, joined: titles, sentences, notes, table heads and cells. */
export function wordsOf(chapters: readonly Chapter[]): string {
  const texts: string[] = [];
  const collect = (value: unknown, key: string): void => {
    if (NOT_READ.has(key)) return;
    if (typeof value === 'string') texts.push(value);
    else if (Array.isArray(value)) for (const item of value) collect(item, key);
    else if (value !== null && typeof value === 'object') {
      for (const [name, item] of Object.entries(value)) collect(item, name);
    }
  };
  collect(chapters, '');
  return texts.join(' ');
}

import type { PublishedObservation, PublishedStatement } from '../../disclosure/model.js';
import type { Sentence } from '../model.js';
import { bannedWords } from './wording.js';

type Spoken = PublishedObservation | PublishedStatement | undefined;

/** The id under which an observation is found again: `indicator|area|period`. */
export function observationRecord(o: {
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
}): string {
  return `${o.indicator}|${o.area}|${o.period}`;
}

function recordOf(spoken: Spoken): readonly string[] {
  if (spoken === undefined) return [];
  return ['id' in spoken ? spoken.id : observationRecord(spoken)];
}

/**
 * A computed sentence with the records it speaks of.
 * @throws Error when the text holds a banned word: a defect in the wording of a chapter
 */
export function sentence(text: string, ...spoken: readonly Spoken[]): Sentence {
  const [found] = bannedWords(text);
  if (found !== undefined) {
    throw new Error(
      `A sentence uses wording that is not allowed (${found.pattern.source}); say ${found.instead}.`,
    );
  }
  return { text, records: [...new Set(spoken.flatMap(recordOf))] };
}

/** Upper-cases the first letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "A", "A and B", "A, B and C". */
export function listed(items: readonly string[]): string {
  const last = items[items.length - 1] ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** Joins sentences into one, keeping every record. */
export function joined(sentences: readonly Sentence[]): Sentence {
  return {
    text: sentences.map(({ text }) => text).join(' '),
    records: [...new Set(sentences.flatMap(({ records }) => records))],
  };
}

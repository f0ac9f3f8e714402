import type { PublishedObservation, PublishedStatement } from '../../disclosure/model.js';
import type { Sentence } from '../model.js';

type Spoken = PublishedObservation | PublishedStatement | undefined;

/** The id under which an observation is found again: `indicator|area|period`. */
function observationRecord(o: {
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

/** A computed sentence with the records it speaks of. Its wording is checked by the tests over whole documents. */
export function sentence(text: string, ...spoken: readonly Spoken[]): Sentence {
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

/** A figure title has 14 words at most. */
export const TITLE_WORDS = 14;

/** The first of several wordings that is short enough for a title; the last one when none is. */
export function titled(wordings: readonly string[], ...spoken: readonly Spoken[]): Sentence {
  const short = wordings.find((text) => text.split(/\s+/).length <= TITLE_WORDS);
  return sentence(short ?? wordings[wordings.length - 1] ?? '', ...spoken);
}

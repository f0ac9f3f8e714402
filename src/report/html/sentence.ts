import type { Sentence } from '../model.js';
import { html, type Markup } from './markup.js';

/** A computed sentence with the ids of the records that carry it, so that every claim can be traced. */
export function sentence(value: Sentence): Markup {
  return value.records.length === 0
    ? html`${value.text}`
    : html`<span data-records="${value.records.join(' ')}">${value.text}</span>`;
}

/** Sentences one after the other. */
export function sentences(values: readonly Sentence[]): Markup {
  return html`${values.map((value, index) => (index === 0 ? sentence(value) : html` ${sentence(value)}`))}`;
}

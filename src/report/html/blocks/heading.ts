import type { Block } from '../../model.js';
import { html, type Markup } from '../markup.js';

type Heading = Extract<Block, { kind: 'heading' }>;

/** Anchor of a heading that the contents list; figures and tables keep their own ids. */
export function headingAnchor(id: string): string {
  return `part-${id}`;
}

/** A heading within a chapter; one that begins a printed page is set larger. */
export function headingBlock({ text, id, newPage }: Heading): Markup {
  const classes = newPage === true ? 'sec page' : 'sec';
  return id === undefined
    ? html`<h3 class="${classes}">${text}</h3>`
    : html`<h3 class="${classes}" id="${headingAnchor(id)}">${text}</h3>`;
}

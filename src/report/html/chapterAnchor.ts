import type { Chapter } from '../model.js';

/** Anchor of a chapter; figures and tables have their own ids as anchors. */
export function chapterAnchor({ id }: Pick<Chapter, 'id'>): string {
  return `chapter-${id}`;
}

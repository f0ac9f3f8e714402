import type { Chapter } from '../model.js';
import { sentence } from '../statements/sentence.js';
import { AT_A_GLANCE } from './atAGlance.js';

/** What a reader who was handed the annex alone must know first. */
export const annexOpening: Chapter = {
  id: 'annex-opening',
  title: 'What this annex holds',
  lead: sentence(
    'Further figures and tables, and what every number means. The profile can be read without it.',
  ),
  blocks: [],
  further: { text: 'The profile begins with the page at a glance', chapter: AT_A_GLANCE.id },
};

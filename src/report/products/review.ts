import { definitions } from '../chapters/review/definitions.js';
import { meaning, requests } from '../chapters/review/meaning.js';
import { returns } from '../chapters/review/returns.js';
import { silence } from '../chapters/review/silence.js';
import { checks, completeness, lateness, matching } from '../chapters/review/trust.js';
import { type ProductRecord, wholeArea } from './record.js';

const CHAPTERS = [returns, meaning, requests, completeness, lateness, definitions, matching, silence, checks];

/** The comprehensive review of partnership data (strategy 5.1). */
export const review: ProductRecord = {
  id: 'review',
  title: 'Review of partnership data',
  purpose:
    'Who sent what, when and how complete it was, and what that means for each finding of the profile.',
  grain: 'half-year',
  indicators: 'all',
  audiences: ['board'],
  subjects: wholeArea,
  compose: (view) => ({ chapters: CHAPTERS.map((chapter) => chapter.build(view)) }),
};

import { howManyAndWhere } from '../short/howManyAndWhere.js';
import { method } from '../short/method.js';
import { publicResponse } from '../short/publicResponse.js';
import { whatWasAgreed } from '../short/whatWasAgreed.js';
import type { Outline } from './outline.js';

/** For everyone: where to turn, three findings, four figures, and what the partnership will do. */
export const publicSummary: Outline = {
  sheets: 2,
  findings: 3,
  questions: 0,
  returns: null,
  help: true,
  beforeQuestions: [howManyAndWhere, publicResponse, whatWasAgreed],
  afterQuestions: [method],
  annex: null,
};

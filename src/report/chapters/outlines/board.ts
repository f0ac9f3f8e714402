import { agencies } from '../short/agencies.js';
import { howMany } from '../short/howMany.js';
import { mainMeasures } from '../short/mainMeasures.js';
import { method } from '../short/method.js';
import { response } from '../short/response.js';
import { whatWasAgreed } from '../short/whatWasAgreed.js';
import { whereTheyLive } from '../short/whereTheyLive.js';
import { whichChildren } from '../short/whichChildren.js';
import type { Outline } from './outline.js';

/** For readers with ten minutes: one answer, nine figures, what was agreed, and what to ask. */
export const board: Outline = {
  sheets: 6,
  findings: 5,
  questions: 4,
  returns: 'returns-by-agency',
  help: false,
  beforeQuestions: [howMany, whereTheyLive, mainMeasures, whichChildren, response, whatWasAgreed],
  afterQuestions: [agencies, method],
  annex: null,
};

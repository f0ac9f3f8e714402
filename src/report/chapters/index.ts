import { annex } from './annex.js';
import type { ChapterRecord } from './chapter.js';
import { children } from './children.js';
import { dataQuality } from './dataQuality.js';
import { documentControl } from './documentControl.js';
import { locations } from './locations.js';
import { missing } from './missing.js';
import { offences } from './offences.js';
import { pathway } from './pathway.js';
import { progress } from './progress.js';
import { scale } from './scale.js';
import { scope } from './scope.js';
import { suspects } from './suspects.js';

/**
 * The chapters after "At a glance", in reading order; "Questions for the board" follows the last of `before`. A chapter
 * is added here and nowhere else.
 */
export const chapters: {
  readonly beforeQuestions: readonly ChapterRecord[];
  readonly afterQuestions: readonly ChapterRecord[];
} = {
  beforeQuestions: [scale, children, missing, pathway, locations, suspects, offences, progress],
  afterQuestions: [dataQuality, scope, documentControl, annex],
};

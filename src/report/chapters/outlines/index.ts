import type { EditionConfig } from '../../../workspace/model.js';
import { board } from './board.js';
import { full } from './full.js';
import type { Outline } from './outline.js';
import { publicSummary } from './public.js';

/** What the profile of an edition holds: everything that its readers may have, or what they can read in ten minutes. */
export function outlineOf({ length, audience }: Pick<EditionConfig, 'length' | 'audience'>): Outline {
  if (length === 'full') return full;
  return audience === 'public' ? publicSummary : board;
}

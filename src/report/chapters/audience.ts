import type { Audience } from '../../workspace/model.js';
import type { ChapterRecord } from './chapter.js';

type Tag = ChapterRecord['audience'][number];

/** Tags of the chapters that each kind of edition carries. */
const CARRIED: Readonly<Record<Audience, readonly Tag[]>> = {
  tactical: ['T', 'G', 'B'],
  board: ['B', 'G'],
  public: ['P'],
};

/** Whether an edition for these readers carries a chapter with these tags. */
export function carries(audience: Audience, tags: readonly Tag[]): boolean {
  return tags.some((tag) => CARRIED[audience].includes(tag));
}

import type { Part } from '../model.js';

/** Where a document stands: its folder inside the release, and its files' name without their endings. */
export interface Place {
  readonly folder: string;
  readonly stem: string;
}

const ANNEX = 'annex';

/**
 * The place of a document, from its folder: the profile at the top of its edition, everything else in folders of its own. The one rule for whoever writes files,
 * links to them or looks for them.
 * @param folder `edition`, `edition/product` or `edition/product/subject`
 */
export function placeIn(folder: string, period: string): Place {
  const [edition = '', product = 'profile', ...subject] = folder.split('/');
  return { folder, stem: `cse-${product}-${period}-${subject.length === 0 ? edition : subject.join('-')}` };
}

/** Folder of the profile of an edition, or of its annex. */
export function profileFolder(edition: string, part: Part): string {
  return part === 'annex' ? `${edition}/${ANNEX}` : edition;
}

/** The page of the other part of a divided profile, as a link from this part; null when there is only one. */
export function otherPart(document: {
  readonly part: Part;
  readonly edition: string;
  readonly period: string;
}): string | null {
  const { part, edition, period } = document;
  if (part === 'whole') return null;
  const { stem } = placeIn(profileFolder(edition, part === 'annex' ? 'main' : 'annex'), period);
  return part === 'annex' ? `../${stem}.html` : `${ANNEX}/${stem}.html`;
}

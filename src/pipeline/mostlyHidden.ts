import type { EditionPlan } from '../disclosure/protect.js';
import { hiddenShare, redesigns } from '../disclosure/redesign.js';
import { KnownError } from '../reference/knownError.js';
import type { EditionConfig } from '../workspace/model.js';

/** @throws KnownError (exit 3) when more of an edition would be hidden than its configuration allows, with what would help most */
export function refuseMostlyHidden(edition: EditionConfig, plan: EditionPlan): void {
  const share = hiddenShare(plan);
  if (share <= edition.mostHidden) return;
  const percent = (value: number): string => `${Math.round(100 * value)}%`;
  const advice = redesigns(plan).map(({ indicator, breakdown, laidOut, hidden, merge }) => {
    const what = breakdown === 'total' ? `${indicator}` : `${indicator} by ${breakdown}`;
    const how =
      merge === null
        ? 'leave it out of the edition'
        : `count ${merge.categories.join(' and ')} as one (${merge.spared} small counts fewer), or leave it out`;
    return `${what}, ${hidden} of ${laidOut} hidden: ${how}`;
  });
  throw new KnownError(
    3,
    `Disclosure control: ${percent(share)} of the counts of the ${edition.id} edition would have to be hidden, and its configuration allows ${percent(edition.mostHidden)} (most_hidden). Nothing was published.`,
    `Most are hidden here. ${advice.join('. ')}. Or raise most_hidden, and say why.`,
  );
}

import { lengthOf } from '../../disclosure/derive.js';
import type { Sentence } from '../model.js';
import { formatFigure } from '../numbers.js';
import { capital, listed, sentence } from '../statements/sentence.js';
import type { ProfileView } from '../view.js';

function expectedHere(view: ProfileView): ProfileView['quality']['returns'] {
  return view.quality.returns.filter(
    ({ period, status }) => period === view.published.period && status !== 'not expected',
  );
}

/** How many of the expected extracts of this half-year came. */
export function whatArrived(view: ProfileView): Sentence {
  const here = expectedHere(view);
  const arrived = here.filter(({ status }) => status !== 'missing');
  return sentence(
    `${formatFigure(lengthOf(arrived), 'count')} of ${formatFigure(lengthOf(here), 'count')} expected extracts arrived; figures without an extract cover part of the area only.`,
  );
}

/** Which extracts of this half-year are missing, and whose; null when none is. */
export function whatDidNot(view: ProfileView): Sentence | null {
  const missing = expectedHere(view).filter(({ status }) => status === 'missing');
  if (missing.length === 0) return null;
  const nameOf = (id: string): string => view.config.agencies.find((agency) => agency.id === id)?.name ?? id;
  const each = missing.map(
    ({ agency, extract }) => `${view.extractTitle(extract).toLowerCase()} (${nameOf(agency)})`,
  );
  return sentence(`${capital('not received')}: ${listed(each)}.`);
}

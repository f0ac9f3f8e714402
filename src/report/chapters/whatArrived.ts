import { lengthOf } from '../../disclosure/derive.js';
import type { Sentence } from '../model.js';
import { formatFigure } from '../numbers.js';
import { listed, sentence } from '../statements/sentence.js';
import type { ProfileView } from '../view.js';

/** How many of the expected extracts of this half-year came. */
export function whatArrived({ expected }: ProfileView): Sentence {
  const arrived = expected.filter(({ status }) => status !== 'missing');
  return sentence(
    `${formatFigure(lengthOf(arrived), 'count')} of ${formatFigure(lengthOf(expected), 'count')} expected extracts arrived; figures without an extract cover part of the area only.`,
  );
}

/** The extracts of this half-year that are missing, each with whose it is: "education events (Blackpool Council)". */
export function notReceived(view: ProfileView): readonly string[] {
  return view.expected
    .filter(({ status }) => status === 'missing')
    .map(({ agency, extract }) => `${view.extractTitle(extract).toLowerCase()} (${view.agencyName(agency)})`);
}

/** Which extracts of this half-year are missing; null when none is. */
export function whatDidNot(view: ProfileView): Sentence | null {
  const missing = notReceived(view);
  return missing.length === 0 ? null : sentence(`Not received: ${listed(missing)}.`);
}

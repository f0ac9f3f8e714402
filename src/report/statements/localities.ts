import type { PublishedStatement } from '../../disclosure/model.js';
import type { AreaCode } from '../../reference/brands.js';
import type { Sentence } from '../model.js';
import type { ProfileView } from '../view.js';
import { capital, listed, sentence, titled } from './sentence.js';
import { subjectOf } from './subjects.js';

/** Localities that differ from the rest of the area, each list from A to Z. */
export interface Standing {
  readonly higher: readonly AreaCode[];
  readonly lower: readonly AreaCode[];
  readonly compared: readonly PublishedStatement[];
}

/** Reads the locality statements of one indicator over the given areas. */
export function standing(view: ProfileView, indicator: string, areas: readonly AreaCode[]): Standing {
  const statements = areas.flatMap((area) => view.published.statement('locality', indicator, area) ?? []);
  const with_ = (verdict: string): AreaCode[] =>
    areas.filter((area) => statements.some((s) => s.area === area && s.verdict === verdict));
  return {
    higher: with_('higher'),
    lower: with_('lower'),
    compared: statements.filter((s) => s.verdict !== 'confidential'),
  };
}

/** Title of a figure by locality: which differ from the rest, never an order. */
export function localityTitle(view: ProfileView, indicator: string, areas: readonly AreaCode[]): Sentence {
  const { higher, lower, compared } = standing(view, indicator, areas);
  const subject = subjectOf(view, indicator);
  const named = (codes: readonly AreaCode[]): string => listed(codes.map(view.areaName));
  const counted = (codes: readonly AreaCode[]): string =>
    codes.length === 1 ? 'one district' : `${codes.length} districts`;
  const parts = (say: (codes: readonly AreaCode[]) => string): string =>
    [higher.length > 0 ? `higher in ${say(higher)}` : '', lower.length > 0 ? `lower in ${say(lower)}` : '']
      .filter((part) => part !== '')
      .join(', ');
  if (higher.length + lower.length > 0) {
    return titled(
      [
        `${capital(subject)}: ${parts(named)}`,
        `${capital(subject)}: ${parts(counted)}`,
        capital(parts(counted)),
      ],
      ...compared,
    );
  }
  if (compared.length === 0) return titled([`${capital(subject)}, by district`, capital(subject)]);
  return titled([`No clear differences between districts in ${subject}`], ...compared);
}

/** The full sentence: all localities that are higher, all that are lower, and what may be said of the others. */
export function localitySentence(view: ProfileView, indicator: string, areas: readonly AreaCode[]): Sentence {
  const { higher, lower, compared } = standing(view, indicator, areas);
  const subject = subjectOf(view, indicator);
  if (compared.length === 0) return sentence(`No comparison between districts was possible for ${subject}.`);
  if (higher.length === 0 && lower.length === 0) {
    return sentence(
      `No clear differences between districts in ${subject}: the figures differ no more than chance would make them.`,
      ...compared,
    );
  }
  const parts: string[] = [];
  if (higher.length > 0) parts.push(`higher in ${listed(higher.map(view.areaName))}`);
  if (lower.length > 0) parts.push(`lower in ${listed(lower.map(view.areaName))}`);
  return sentence(
    `${capital(subject)}: against the rest of the area ${parts.join(' and ')}, even allowing for the number of places looked at. Other differences are within what chance would give. A higher figure can mean better recording.`,
    ...compared,
  );
}

/** The short sentence of the key findings: which places differ, with the caution that goes with it. */
export function localityFindingSentence(
  view: ProfileView,
  indicator: string,
  areas: readonly AreaCode[],
): Sentence {
  const { higher, lower, compared } = standing(view, indicator, areas);
  const parts: string[] = [];
  if (higher.length > 0) parts.push(`higher in ${listed(higher.map(view.areaName))}`);
  if (lower.length > 0) {
    parts.push(
      `lower in ${lower.length > 3 ? `${lower.length} districts` : listed(lower.map(view.areaName))}`,
    );
  }
  return sentence(
    `${capital(subjectOf(view, indicator))}: ${parts.join(' and ')} than in the rest of the area. This can mean better recording.`,
    ...compared,
  );
}

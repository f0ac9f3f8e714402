import type { AgencyId } from '../../reference/brands.js';
import * as messages from '../messages.js';
import { type CheckedFile, type CrossCheck, codes, days, findingAbout } from './model.js';

/** Ethnicity codes that say that ethnicity is not known: they contradict nothing. */
const ETHNICITY_UNKNOWN = new Set(['NS', 'NOBT', 'REFU', 'U', 'N1', 'N2', 'N3']);

/** F02: sex and ethnicity of one person agree across the files of an agency. */
export const checkPersonDetails: CrossCheck = ({ files }) =>
  (['sex', 'ethnicity'] as const).flatMap((field) => {
    const seen = new Map<string, string>();
    return files.flatMap((file) => {
      if (file.table === null) return [];
      const person = codes(file.table, 'person');
      const value = codes(file.table, field);
      const conflicting = new Set<string>();
      for (let row = 0; row < file.table.rows; row++) {
        const who = person(row);
        const what = value(row);
        if (who === null || what === null || what === 'U' || ETHNICITY_UNKNOWN.has(what)) continue;
        const before = seen.get(who);
        if (before === undefined) seen.set(who, what);
        else if (before !== what) conflicting.add(who);
      }
      return findingAbout(file, 'F02', messages.detailsDisagree(field, conflicting.size), conflicting.size);
    });
  });

/** F02 for dates of birth: compared by their keyed token, so that no date is needed. */
export const checkBirthDates: CrossCheck = ({ files }) => {
  const seen = new Map<string, string>();
  return files.flatMap((file) => {
    if (file.links === null) return [];
    const links = file.links;
    const conflicting = new Set<string>();
    links.person.forEach((person, row) => {
      const token = birthDateToken(links.tokens[row] ?? '');
      if (token === null) return;
      const before = seen.get(person);
      if (before === undefined) seen.set(person, token);
      else if (before !== token) conflicting.add(person);
    });
    return findingAbout(
      file,
      'F02',
      messages.detailsDisagree('date_of_birth', conflicting.size),
      conflicting.size,
    );
  });
};

function birthDateToken(tokens: string): string | null {
  return /(?:^| )bx:(\S+)/.exec(tokens)?.[1] ?? null;
}

/** F16 across agencies: the same child reported missing by two agencies within an hour is probably one episode. */
export const checkTwiceReported: CrossCheck = ({ files, childOf }) => {
  if (childOf === null) return [];
  const starts = new Map<string, { readonly agency: AgencyId; readonly minute: number }[]>();
  const episodes = files.filter((file) => file.extract === 'missing-episodes' && file.table !== null);
  if (new Set(episodes.map((file) => file.agency)).size < 2) return [];
  const repeats = new Map<CheckedFile, number>();
  for (const file of episodes) {
    const column = file.table?.columns.get('missing_from_at');
    if (file.table === null || column?.kind !== 'minute') continue;
    const person = codes(file.table, 'person');
    const day = days(file.table, 'missing_from_at');
    for (let row = 0; row < file.table.rows; row++) {
      const who = person(row);
      const minute = column.values[row];
      if (who === null || minute === undefined || day(row) === null) continue;
      const child = childOf.get(who) ?? who;
      const others = starts.get(child) ?? [];
      if (others.some((one) => one.agency !== file.agency && Math.abs(one.minute - minute) <= 60))
        repeats.set(file, (repeats.get(file) ?? 0) + 1);
      others.push({ agency: file.agency, minute });
      starts.set(child, others);
    }
  }
  return [...repeats].flatMap(([file, count]) =>
    findingAbout(file, 'F16', messages.reportedTwice(count), count),
  );
};

import type { Day } from '../../reference/brands.js';
import { halfYear } from '../../reference/calendar.js';
import * as messages from '../messages.js';
import { type CheckedFile, type CrossCheck, codes, days, findingAbout, tablesOf } from './model.js';

/** Days by which the police's and the provider's time of return may differ. */
const RETURN_DAYS = 1;

/** Day on which each episode ended, null while the child is missing; the latest word of each episode counts. */
function episodeEnds(
  files: readonly CheckedFile[],
  history: readonly CheckedFile[],
): ReadonlyMap<string, Day | null> {
  const ends = new Map<string, Day | null>();
  for (const table of [...tablesOf(history, 'missing-episodes'), ...tablesOf(files, 'missing-episodes')]) {
    const id = codes(table, 'episode_id');
    const found = days(table, 'found_at');
    for (let row = 0; row < table.rows; row++) {
      const episode = id(row);
      if (episode !== null) ends.set(episode, found(row));
    }
  }
  return ends;
}

/** RHI-031: an interview answers an episode that has ended. */
export const checkInterviewsOfOpenEpisodes: CrossCheck = ({ files, history }) => {
  const ends = episodeEnds(files, history);
  return files.flatMap((file) => {
    if (file.extract !== 'return-interviews' || file.table === null) return [];
    const episode = codes(file.table, 'episode_id');
    let open = 0;
    for (let row = 0; row < file.table.rows; row++) if (ends.get(episode(row) ?? '') === null) open++;
    return findingAbout(file, 'RHI-031', messages.interviewsOfOpenEpisodes(open), open);
  });
};

/**
 * RHI-032: police and provider agree on the day of return. An interview that answers several episodes is timed from the
 * last of them.
 */
export const checkReturnTimes: CrossCheck = ({ files, history }) => {
  const ends = episodeEnds(files, history);
  return files.flatMap((file) => {
    if (file.extract !== 'return-interviews' || file.table === null) return [];
    const interview = codes(file.table, 'rhi_id');
    const episode = codes(file.table, 'episode_id');
    const returned = days(file.table, 'returned_at');
    const last = new Map<string, { found: Day; returned: Day }>();
    for (let row = 0; row < file.table.rows; row++) {
      const [id, found, back] = [interview(row), ends.get(episode(row) ?? ''), returned(row)];
      if (id === null || found === undefined || found === null || back === null) continue;
      const before = last.get(id);
      last.set(id, {
        found: Math.max(found, before?.found ?? found),
        returned: Math.max(back, before?.returned ?? back),
      });
    }
    const apart = [...last.values()].filter((one) => Math.abs(one.found - one.returned) > RETURN_DAYS).length;
    return findingAbout(file, 'RHI-032', messages.returnTimesDiffer(apart), apart);
  });
};

/** RHI-033: no more interviews than episodes that ended in the half-year. */
export const checkInterviewVolume: CrossCheck = ({ files, history }) => {
  const ends = [...episodeEnds(files, history).values()];
  const interviews = files.filter((file) => file.extract === 'return-interviews' && file.table !== null);
  const [first] = interviews;
  if (first === undefined || ends.length === 0) return [];
  const { start, end } = halfYear(first.period);
  const closed = ends.filter((day) => day !== null && day >= start && day <= end).length;
  const offered = interviews.reduce((sum, file) => sum + (file.table?.rows ?? 0), 0);
  if (offered <= closed) return [];
  return findingAbout(
    first,
    'RHI-033',
    messages.moreInterviewsThanEpisodes(offered, closed),
    offered - closed,
  );
};

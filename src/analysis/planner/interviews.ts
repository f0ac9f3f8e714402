import { NULL_INT } from '../../extracts/table.js';
import type { Frame } from './frame.js';

/** Fields of the interview that its episodes get, under `interview_...`. */
const CODES = [
  'offered',
  'not_offered_reason',
  'cse_disclosed',
  'intel_submitted',
  'out_of_area',
  'provider_type',
  'push_factors',
  'pull_factors',
] as const;

/**
 * Adds to each missing episode the return home interview that covers it. One interview may cover several episodes (records
 * with one `rhi_id`): it credits all of them, and is timed from the last return among them (`interview_from`). Of several records for one
 * episode the completed one is taken, else the last offer.
 */
export function interviewsOfEpisodes(episodes: Frame, interviews: Frame): void {
  const covered = episodeRows(episodes, interviews);
  const completed = interviews.minute('completed_at');
  const offered = interviews.minute('offered_at');
  const chosen = new Int32Array(episodes.rows).fill(-1);
  const better = (one: number, other: number): boolean => {
    if (other < 0) return true;
    const [a, b] = [completed[one] ?? NULL_INT, completed[other] ?? NULL_INT];
    if ((a === NULL_INT) !== (b === NULL_INT)) return a !== NULL_INT;
    return (offered[one] ?? NULL_INT) > (offered[other] ?? NULL_INT);
  };
  covered.forEach((row, record) => {
    if (row >= 0 && better(record, chosen[row] ?? -1)) chosen[row] = record;
  });

  for (const field of CODES) {
    const { dictionary, index } = interviews.code(field);
    episodes.add(`interview_${field}`, {
      kind: 'code',
      dictionary,
      index: chosen.map((interview) => index[interview] ?? -1),
    });
  }
  episodes.add('interview_completed_at', {
    kind: 'minute',
    values: chosen.map((interview) => completed[interview] ?? NULL_INT),
  });
  const last = lastReturns(episodes, interviews, covered);
  episodes.add('interview_from', {
    kind: 'minute',
    values: chosen.map((interview) => last[interview] ?? NULL_INT),
  });
}

/** For each interview record the row of its episode, or -1. */
function episodeRows(episodes: Frame, interviews: Frame): Int32Array {
  const ids = episodes.code('episode_id');
  const rowOf = new Map<string, number>();
  ids.index.forEach((entry, row) => {
    const id = ids.dictionary[entry];
    if (id !== undefined) rowOf.set(id, row);
  });
  const references = interviews.code('episode_id');
  const rows = references.dictionary.map((id) => rowOf.get(id) ?? -1);
  return references.index.map((entry) => rows[entry] ?? -1);
}

/** For each interview record the last return among the episodes of the same interview. */
function lastReturns(episodes: Frame, interviews: Frame, covered: Int32Array): Int32Array {
  const found = episodes.minute('found_at');
  const interview = interviews.code('rhi_id').index;
  const last = new Map<number, number>();
  covered.forEach((row, record) => {
    const id = interview[record] ?? -1;
    last.set(id, Math.max(last.get(id) ?? NULL_INT, found[row] ?? NULL_INT));
  });
  return covered.map((row, record) => {
    const id = interview[record] ?? -1;
    return id < 0 ? (found[row] ?? NULL_INT) : (last.get(id) ?? NULL_INT);
  });
}

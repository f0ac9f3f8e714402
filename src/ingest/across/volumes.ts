import { loadSchemas } from '../../extracts/load.js';
import { NULL_INT } from '../../extracts/table.js';
import { addPeriods } from '../../reference/calendar.js';
import * as messages from '../messages.js';
import { type CheckedFile, type CrossCheck, codes, findingAbout } from './model.js';

/** A file or district with fewer rows than this in both half-years is too small for its change to say anything. */
const SMALLEST = 20;
const CHANGE = 0.4;
const COMPLETENESS_DROP = 0.1;

/** F10: the number of rows, in all and by district, is within 40 % of the half-year before. */
export const checkVolumes: CrossCheck = ({ files, history }) =>
  files.flatMap((file) => {
    const before = previous(file, history);
    if (before?.table == null || file.table === null) return [];
    const now = byDistrict(file);
    const then = byDistrict(before);
    const places = [...new Set([...now.keys(), ...then.keys()])];
    const jumps = places.filter((place) => isJump(then.get(place) ?? 0, now.get(place) ?? 0)).length;
    const [rowsThen, rowsNow] = [before.table.rows, file.table.rows];
    if (jumps === 0 && !isJump(rowsThen, rowsNow)) return [];
    return findingAbout(file, 'F10', messages.volumeChanged(rowsThen, rowsNow, jumps), Math.max(rowsNow, 1));
  });

/**
 * F11: no field is filled 10 percentage points less often than in the half-year before. One finding a file: when an
 * export changes, many fields change together. Dates of things that may not have happened yet are left out.
 */
export const checkCompleteness: CrossCheck = ({ files, history }) =>
  files.flatMap((file) => {
    const before = previous(file, history);
    const schema = loadSchemas().get(file.extract);
    if (before === undefined || schema === undefined) return [];
    const drops = file.completeness.flatMap((now) => {
      const then = before.completeness.find((one) => one.field === now.field);
      const type = schema.fields.find((field) => field.name === now.field)?.type;
      const isEvent = (type === 'date' || type === 'datetime') && now.field !== 'date_of_birth';
      if (then === undefined || isEvent || then.rows < SMALLEST || now.rows < SMALLEST) return [];
      const shares = { field: now.field, before: then.filled / then.rows, now: now.filled / now.rows };
      return shares.before - shares.now < COMPLETENESS_DROP ? [] : [shares];
    });
    return findingAbout(
      file,
      'F11',
      messages.completenessDropped(drops),
      drops.length === 0 ? 0 : (file.completeness[0]?.rows ?? 0),
    );
  });

/** F13: an episode that was open in the half-year before appears again, closed or still open. */
export const checkOpenEpisodes: CrossCheck = ({ files, history }) =>
  files.flatMap((file) => {
    const before = previous(file, history);
    if (file.extract !== 'missing-episodes' || before?.table == null || file.table === null) return [];
    const here = file.table.columns.get('episode_id');
    const present = new Set(here?.kind === 'code' ? here.dictionary : []);
    const id = codes(before.table, 'episode_id');
    const found = before.table.columns.get('found_at');
    if (found?.kind !== 'minute' && found?.kind !== 'day') return [];
    let lost = 0;
    for (let row = 0; row < before.table.rows; row++) {
      const one = id(row);
      if (found.values[row] === NULL_INT && one !== null && !present.has(one)) lost++;
    }
    return findingAbout(file, 'F13', messages.openEpisodesLost(lost), lost);
  });

function previous(file: CheckedFile, history: readonly CheckedFile[]): CheckedFile | undefined {
  const period = addPeriods(file.period, -1);
  return history.find(
    (one) => one.period === period && one.agency === file.agency && one.extract === file.extract,
  );
}

function byDistrict(file: CheckedFile): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const field = loadSchemas().get(file.extract)?.districtField;
  if (file.table === null || field == null) return counts;
  const district = codes(file.table, field);
  for (let row = 0; row < file.table.rows; row++) {
    const one = district(row);
    if (one !== null) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return counts;
}

function isJump(before: number, now: number): boolean {
  return Math.max(before, now) >= SMALLEST && Math.abs(now - before) > CHANGE * before;
}

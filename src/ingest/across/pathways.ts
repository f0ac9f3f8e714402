import { loadSchemas } from '../../extracts/load.js';
import { halfYear } from '../../reference/calendar.js';
import { workingDaysBetween } from '../../reference/workingDays.js';
import * as messages from '../messages.js';
import {
  type CheckedFile,
  type CrossCheck,
  childrenIn,
  codes,
  days,
  findingAbout,
  integers,
  tablesOf,
} from './model.js';

const STRATEGY_WORKING_DAYS = 10;
const REPEAT_EPISODES = 3;
const REPEAT_DAYS = 90;
const HIDDEN_AGENCIES = 3;

/** F06: a referral of high risk has a strategy meeting within ten working days (once those days have passed). */
export const checkStrategyMeetings: CrossCheck = ({ files }) =>
  files.flatMap((file) => {
    if (file.extract !== 'referrals' || file.table === null) return [];
    const cutOff = halfYear(file.period).end;
    const risk = codes(file.table, 'risk_band_initial');
    const contact = days(file.table, 'contact_at');
    const meeting = days(file.table, 'strategy_meeting_at');
    let without = 0;
    for (let row = 0; row < file.table.rows; row++) {
      const from = contact(row);
      if (risk(row) !== 'HIGH' || from === null) continue;
      const held = meeting(row);
      if (workingDaysBetween(from, held ?? cutOff) > STRATEGY_WORKING_DAYS) without++;
    }
    return findingAbout(file, 'F06', messages.noStrategyMeeting(without), without);
  });

/** F07: a child with three or more missing episodes within 90 days has a referral or contact on file. */
export const checkRepeatMissing: CrossCheck = ({ files, history, childOf }) => {
  const referred = referredChildren(files, history, childOf);
  if (referred === null || childOf === null) return [];
  return files.flatMap((file) => {
    if (file.extract !== 'missing-episodes' || file.table === null) return [];
    const person = codes(file.table, 'person');
    const start = days(file.table, 'missing_from_at');
    const starts = new Map<string, number[]>();
    for (let row = 0; row < file.table.rows; row++) {
      const who = person(row);
      const day = start(row);
      if (who === null || day === null) continue;
      const child = childOf.get(who) ?? who;
      const mine = starts.get(child);
      if (mine === undefined) starts.set(child, [day]);
      else mine.push(day);
    }
    const children = [...starts].filter(([child, list]) => !referred.has(child) && isRepeated(list)).length;
    return findingAbout(file, 'F07', messages.repeatedWithoutReferral(children), children);
  });
};

/** F08: a victim under 18 of an offence flagged as CSE has been referred to children's social care. */
export const checkVictimsReferred: CrossCheck = ({ files, history, childOf }) => {
  const referred = referredChildren(files, history, childOf);
  if (referred === null || childOf === null) return [];
  return files.flatMap((file) => {
    if (file.extract !== 'offences' || file.table === null) return [];
    const victims = childrenIn([file.table], childOf, 'person', (table) => {
      const age = integers(table, 'age');
      const flag = codes(table, 'cse_flag');
      return (row) => flag(row) === 'Y' && (age(row) ?? 99) < 18;
    });
    const without = [...victims].filter((child) => !referred.has(child)).length;
    return findingAbout(file, 'F08', messages.victimsWithoutReferral(without), without);
  });
};

/** F09: a child for whose protection an abduction warning notice was served has a referral or a missing episode. */
export const checkNoticesReferred: CrossCheck = ({ files, history, childOf }) => {
  const referred = referredChildren(files, history, childOf);
  if (referred === null || childOf === null) return [];
  const missing = childrenIn(tablesOf([...files, ...history], 'missing-episodes'), childOf);
  return files.flatMap((file) => {
    if (file.extract !== 'disruption' || file.table === null) return [];
    const children = childrenIn([file.table], childOf, 'child_id', (table) => {
      const type = codes(table, 'type');
      return (row) => type(row) === 'CAWN';
    });
    const without = [...children].filter((child) => !referred.has(child) && !missing.has(child)).length;
    return findingAbout(file, 'F09', messages.noticesWithoutRecord(without), without);
  });
};

/** F04: children known to three or more agencies who have no referral anywhere. */
export const checkHiddenOverlap: CrossCheck = ({ files, history, childOf }) => {
  const referred = referredChildren(files, history, childOf);
  if (referred === null || childOf === null) return [];
  const agencies = new Map<string, Set<string>>();
  const schemas = loadSchemas();
  for (const file of files) {
    const role = schemas.get(file.extract)?.personRole;
    if (file.table === null || role == null || role === 'suspect') continue;
    for (const child of childrenIn([file.table], childOf)) {
      const known = agencies.get(child) ?? new Set();
      agencies.set(child, known.add(file.agency));
    }
  }
  const hidden = [...agencies].filter(
    ([child, known]) => known.size >= HIDDEN_AGENCIES && !referred.has(child),
  ).length;
  const [first] = files;
  return first === undefined
    ? []
    : findingAbout({ ...first, displayPath: 'extracts' }, 'F04', messages.hiddenOverlap(hidden), hidden);
};

function referredChildren(
  files: readonly CheckedFile[],
  history: readonly CheckedFile[],
  childOf: ReadonlyMap<string, string> | null,
): ReadonlySet<string> | null {
  const referrals = tablesOf([...files, ...history], 'referrals');
  return childOf === null || referrals.length === 0 ? null : childrenIn(referrals, childOf);
}

function isRepeated(list: readonly number[]): boolean {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted.some(
    (day, i) => (sorted[i + REPEAT_EPISODES - 1] ?? Number.POSITIVE_INFINITY) - day <= REPEAT_DAYS,
  );
}
